import type { PlanEventDto } from '#src/contracts/plan-document.ts'
import type { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'
import type { PlanReasonRow } from './plan-reason-repository.ts'

export type NewPlanEvent = {
  id: string
  planId: string
  planVersionId: string
  planLineId?: string
  memberId: string | null
  kind: 'EDIT' | 'SUBMIT' | 'RETURN' | 'DECIDE' | 'APPROVE' | 'SEAL'
  fromState?: string
  toState?: string
  before?: Prisma.InputJsonObject
  after?: Prisma.InputJsonObject
  comment?: string | null
  at: Date
}

export async function insertPlanEvents(
  tx: Tx,
  labId: string,
  events: readonly NewPlanEvent[],
): Promise<void> {
  if (events.length === 0) return
  await tx.planEvent.createMany({
    data: events.map((event) => ({ labId, createdBy: event.memberId, ...event })),
  })
}

type EventRow = Omit<PlanEventDto, 'at'> & { at: string }
type Margins = { events: PlanEventDto[]; reasons: PlanReasonRow[] }

/** What stands beside the lines: what happened to the plan as a whole, the latest first, and the reasons in use, by code. */
export async function readPlanMargins(tx: Tx, labId: string, planId: string): Promise<Margins> {
  const [row] = await tx.$queryRaw<{ events: EventRow[]; reasons: PlanReasonRow[] }[]>`
    SELECT (SELECT coalesce(json_agg(last), '[]') FROM (
        SELECT e.id, e.kind, e.at, m.display_name AS by, e.comment FROM plan_event e
        LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = e.member_id
        WHERE e.lab_id = ${labId}::uuid AND e.plan_id = ${planId}::uuid AND e.kind NOT IN ('EDIT', 'DECIDE')
        ORDER BY e.at DESC, e.id DESC LIMIT 50) last) AS events,
      (SELECT coalesce(json_agg(used), '[]') FROM (
        SELECT r.code, r.labels, r.used_for AS "usedFor" FROM reason r
        WHERE r.lab_id = ${labId}::uuid AND r.active AND r.used_for && '{ADD,REMOVE,CHANGE}' ORDER BY r.code) used) AS reasons`
  return {
    events: (row?.events ?? []).map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
    reasons: row?.reasons ?? [],
  }
}

export type LineTouch = { lineId: string; by: string | null; at: Date }

/** Who last touched each of these lines. */
export const listLineTouches = (tx: Tx, labId: string, lineIds: readonly string[]): Promise<LineTouch[]> =>
  tx.$queryRaw<LineTouch[]>`
    SELECT DISTINCT ON (e.plan_line_id) e.plan_line_id AS "lineId", m.display_name AS by, e.at FROM plan_event e
    JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.id = e.plan_line_id
    JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.id = l.plan_version_id
    LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = e.member_id
    WHERE e.lab_id = ${labId}::uuid AND e.plan_id = v.plan_id AND e.plan_line_id = ANY (${[...lineIds]}::uuid[])
    ORDER BY e.plan_line_id, e.at DESC, e.id DESC`

/** Who last changed the plan, or its state. */
export async function findLastTouch(
  tx: Tx,
  labId: string,
  planId: string,
): Promise<{ by: string | null; at: Date } | null> {
  const [row] = await tx.$queryRaw<{ by: string | null; at: Date }[]>`
    SELECT m.display_name AS by, e.at FROM plan_event e
    LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = e.member_id
    WHERE e.lab_id = ${labId}::uuid AND e.plan_id = ${planId}::uuid ORDER BY e.at DESC, e.id DESC LIMIT 1`
  return row ?? null
}

/** Submissions of a version so far, and who sent the last one. */
export async function findSubmissions(
  tx: Tx,
  labId: string,
  versionId: string,
): Promise<{ count: number; lastBy: string | null }> {
  const rows = await tx.planEvent.findMany({
    where: { labId, planVersionId: versionId, kind: 'SUBMIT' },
    select: { memberId: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return { count: rows.length, lastBy: rows[0]?.memberId ?? null }
}

export type NewSignature = {
  id: string
  memberId: string
  subjectId: string
  contentHash: string
  capacity: 'REP' | 'MANAGER'
  meaning: string
  comment: string | null
  signedAt: Date
}

export async function insertPlanSignature(tx: Tx, labId: string, signature: NewSignature): Promise<void> {
  await tx.signature.create({
    data: { labId, subjectKind: 'PLAN_VERSION', createdBy: signature.memberId, ...signature },
  })
}

export async function insertPlanSeal(
  tx: Tx,
  labId: string,
  seal: {
    planVersionId: string
    content: string
    sha256: string
    sealedAt: Date
    signatureId: string | null
    memberId: string | null
  },
): Promise<void> {
  const { memberId, ...data } = seal
  await tx.planSeal.create({ data: { labId, createdBy: memberId, ...data } })
}

export async function findPlanSeal(
  tx: Tx,
  labId: string,
  versionId: string,
): Promise<{ sha256: string; sealedAt: string; by: string | null; content: string } | null> {
  const row = await tx.planSeal.findUnique({
    where: { labId_planVersionId: { labId, planVersionId: versionId } },
    select: {
      sha256: true,
      sealedAt: true,
      content: true,
      signature: { select: { member: { select: { displayName: true } } } },
    },
  })
  if (!row) return null
  return {
    sha256: row.sha256,
    sealedAt: row.sealedAt.toISOString(),
    content: row.content,
    by: row.signature?.member.displayName ?? null,
  }
}
