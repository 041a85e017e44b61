import type { PlanLineDto } from '#src/contracts/plan-document.ts'
import type { Tx } from '../platform/tx.ts'

/** A line as it is stored. */
export type PlanLineRow = Omit<PlanLineDto, 'segment' | 'locked' | 'done'> & { id: string; versionId: string }

/** Lines of versions, by version, hcp, channel. */
export const listPlanLines = (
  tx: Tx,
  labId: string,
  versionIds: readonly string[],
): Promise<PlanLineRow[]> => tx.$queryRaw<PlanLineRow[]>`
  SELECT l.id, l.plan_version_id AS "versionId", l.hcp_id AS "hcpId", ch.code AS channel, l.origin, l.theoretical, l.proposed,
    l.approved, l.max_credited AS "maxCredited", r.code AS reason, l.comment, l.decision,
    l.decision_comment AS "decisionComment", l.version
  FROM plan_line l
  JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.id = l.channel_id
  LEFT JOIN reason r ON r.lab_id = ${labId}::uuid AND r.id = l.reason_id
  WHERE l.lab_id = ${labId}::uuid AND l.plan_version_id = ANY (${[...versionIds]}::uuid[])
  ORDER BY l.plan_version_id, l.hcp_id, ch.code`

/** What a command writes on a line; ids and codes are those of the lab. */
export type LineWrite = Pick<
  PlanLineRow,
  | 'id'
  | 'hcpId'
  | 'channel'
  | 'origin'
  | 'theoretical'
  | 'proposed'
  | 'approved'
  | 'maxCredited'
  | 'reason'
  | 'comment'
  | 'decision'
  | 'decisionComment'
>
/** Who decided, and when; null leaves it as it was. */
export type DecidedBy = { memberId: string; at: Date } | null

// Arrays of parameters hold no null: '' and −1 stand for it.
const texts = (lines: readonly LineWrite[], of: (line: LineWrite) => string | null) =>
  lines.map((line) => of(line) ?? '')
const numbers = (lines: readonly LineWrite[], of: (line: LineWrite) => number | null) =>
  lines.map((line) => of(line) ?? -1)

/** Writes lines over those of the same ids, and inserts the others: one statement, each line's version moves by one. */
export async function writePlanLines(
  tx: Tx,
  labId: string,
  versionId: string,
  memberId: string | null,
  lines: readonly LineWrite[],
  decided: DecidedBy = null,
): Promise<void> {
  if (lines.length === 0) return
  await tx.$executeRaw`
    INSERT INTO plan_line AS l (lab_id, id, plan_version_id, hcp_id, channel_id, reason_id, origin, theoretical, proposed, approved,
      max_credited, comment, decision, decision_comment, decided_by_id, decided_at, created_by)
    SELECT ${labId}::uuid, g.id, ${versionId}::uuid, g.hcp_id, ch.id, r.id, g.origin, g.theoretical, g.proposed,
      nullif(g.approved, -1), nullif(g.max_credited, -1), nullif(g.comment, ''), g.decision, nullif(g.decision_comment, ''),
      ${decided?.memberId ?? null}::uuid, ${decided?.at ?? null}::timestamptz, ${memberId}::uuid
    FROM unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ hcpId }) => hcpId)}::uuid[],
      ${lines.map(({ channel }) => channel)}::text[], ${texts(lines, (line) => line.reason)}::text[],
      ${lines.map(({ origin }) => origin)}::text[], ${lines.map(({ theoretical }) => theoretical)}::int[],
      ${lines.map(({ proposed }) => proposed)}::int[], ${numbers(lines, (line) => line.approved)}::int[],
      ${numbers(lines, (line) => line.maxCredited)}::int[], ${texts(lines, (line) => line.comment)}::text[],
      ${lines.map(({ decision }) => decision)}::text[], ${texts(lines, (line) => line.decisionComment)}::text[])
      AS g (id, hcp_id, channel, reason, origin, theoretical, proposed, approved, max_credited, comment, decision, decision_comment)
    JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.code = g.channel
    LEFT JOIN reason r ON r.lab_id = ${labId}::uuid AND r.code = nullif(g.reason, '')
    ON CONFLICT (lab_id, id) DO UPDATE SET reason_id = excluded.reason_id, origin = excluded.origin, proposed = excluded.proposed,
      approved = excluded.approved, max_credited = excluded.max_credited, comment = excluded.comment, decision = excluded.decision,
      decision_comment = excluded.decision_comment, decided_by_id = coalesce(excluded.decided_by_id, l.decided_by_id),
      decided_at = coalesce(excluded.decided_at, l.decided_at), version = l.version + 1`
}

export type PresentationRow = {
  lineId: string
  productId: string
  product: string
  theoretical: number
  proposed: number
  approved: number | null
  position: number
}

export const listPlanPresentations = (
  tx: Tx,
  labId: string,
  versionId: string,
): Promise<PresentationRow[]> => tx.$queryRaw<PresentationRow[]>`
  SELECT pp.plan_line_id AS "lineId", pp.product_id AS "productId", p.code AS product, pp.theoretical, pp.proposed, pp.approved,
    pp.position
  FROM plan_line l
  JOIN plan_presentation pp ON pp.lab_id = ${labId}::uuid AND pp.plan_line_id = l.id
  JOIN product p ON p.lab_id = ${labId}::uuid AND p.id = pp.product_id
  WHERE l.lab_id = ${labId}::uuid AND l.plan_version_id = ${versionId}::uuid
  ORDER BY pp.plan_line_id, pp.position, p.code`

export type PresentationWrite = Omit<PresentationRow, 'productId'>

/** Writes presentations over those of the same line and product, and inserts the others. */
export async function writePlanPresentations(
  tx: Tx,
  labId: string,
  memberId: string | null,
  rows: readonly PresentationWrite[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO plan_presentation (lab_id, plan_line_id, product_id, theoretical, proposed, approved, position, created_by)
    SELECT ${labId}::uuid, g.line_id, p.id, g.theoretical, g.proposed, nullif(g.approved, -1), g.position, ${memberId}::uuid
    FROM unnest(${rows.map(({ lineId }) => lineId)}::uuid[], ${rows.map(({ product }) => product)}::text[],
      ${rows.map(({ theoretical }) => theoretical)}::int[], ${rows.map(({ proposed }) => proposed)}::int[],
      ${rows.map(({ approved }) => approved ?? -1)}::int[], ${rows.map(({ position }) => position)}::int[])
      AS g (line_id, product, theoretical, proposed, approved, position)
    JOIN product p ON p.lab_id = ${labId}::uuid AND p.code = g.product
    ON CONFLICT (lab_id, plan_line_id, product_id) DO UPDATE SET proposed = excluded.proposed, approved = excluded.approved`
}
