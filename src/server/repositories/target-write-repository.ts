import type { Tx } from '../platform/tx.ts'

export type NewTarget = {
  id: string
  sectorId: string
  hcpId: string
  practiceId: string | null
  cycleSegmentId: string
  rankValue: number | null
  why: object
}

export type NewGoal = {
  targetId: string
  hcpId: string
  channelId: string
  contacts: number
  infeasible: number
  cause: string | null
  maxCredited: number | null
  priority: number
  planVersionId: string
  /** null = nothing can be done: no line. */
  planLineId: string | null
}

export type NewPresentation = {
  targetId: string
  channelId: string
  planLineId: string
  productId: string
  presentations: number
  position: number
}

const chunk = 10_000

async function inChunks<Row>(rows: readonly Row[], write: (part: readonly Row[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += chunk) await write(rows.slice(start, start + chunk))
}

// Arrays of parameters hold no null: '' and −1 stand for it.
const orEmpty = (text: string | null) => text ?? ''
const orMinus = (value: number | null) => value ?? -1

/** Targets in bulk, in the transaction that publishes them. */
export const insertTargets = (
  tx: Tx,
  labId: string,
  publicationId: string,
  memberId: string,
  targets: readonly NewTarget[],
): Promise<void> =>
  inChunks(
    targets,
    (part) => tx.$executeRaw`
      INSERT INTO target (lab_id, id, publication_id, sector_id, hcp_id, practice_id, cycle_segment_id, rank_value, why, created_by)
      SELECT ${labId}::uuid, t.id, ${publicationId}::uuid, t.sector_id, t.hcp_id, nullif(t.practice_id, '')::uuid, t.segment_id,
        nullif(t.rank_value, '')::float8, t.why::jsonb, ${memberId}::uuid
      FROM unnest(${part.map(({ id }) => id)}::uuid[], ${part.map(({ sectorId }) => sectorId)}::uuid[],
        ${part.map(({ hcpId }) => hcpId)}::uuid[], ${part.map(({ practiceId }) => orEmpty(practiceId))}::text[],
        ${part.map(({ cycleSegmentId }) => cycleSegmentId)}::uuid[],
        ${part.map(({ rankValue }) => (rankValue === null ? '' : String(rankValue)))}::text[],
        ${part.map(({ why }) => JSON.stringify(why))}::text[])
        AS t (id, sector_id, hcp_id, practice_id, segment_id, rank_value, why)`,
  )

/** Goals in bulk, and the plan's line of each that can be done at least in part: theory, proposed as it is. */
export const insertGoals = (
  tx: Tx,
  labId: string,
  memberId: string,
  goals: readonly NewGoal[],
  onChunk: (written: number) => Promise<void>,
): Promise<void> => {
  let written = 0
  return inChunks(goals, async (part) => {
    await tx.$executeRaw`
      WITH given AS (
        SELECT * FROM unnest(${part.map(({ targetId }) => targetId)}::uuid[], ${part.map(({ hcpId }) => hcpId)}::uuid[],
          ${part.map(({ channelId }) => channelId)}::uuid[], ${part.map(({ contacts }) => contacts)}::int[],
          ${part.map(({ infeasible }) => infeasible)}::int[], ${part.map(({ cause }) => orEmpty(cause))}::text[],
          ${part.map(({ maxCredited }) => orMinus(maxCredited))}::int[], ${part.map(({ priority }) => priority)}::int[],
          ${part.map(({ planVersionId }) => planVersionId)}::uuid[], ${part.map(({ planLineId }) => orEmpty(planLineId))}::text[])
          AS t (target_id, hcp_id, channel_id, contacts, infeasible, cause, max_credited, priority, version_id, line_id)),
      goals AS (
        INSERT INTO target_goal (lab_id, target_id, channel_id, contacts, max_credited, priority, infeasible, cause, created_by)
        SELECT ${labId}::uuid, g.target_id, g.channel_id, g.contacts, nullif(g.max_credited, -1), g.priority, g.infeasible,
          nullif(g.cause, ''), ${memberId}::uuid FROM given g)
      INSERT INTO plan_line (lab_id, id, plan_version_id, hcp_id, channel_id, origin, theoretical, proposed, max_credited, created_by)
      SELECT ${labId}::uuid, g.line_id::uuid, g.version_id, g.hcp_id, g.channel_id, 'PROPOSED', g.contacts - g.infeasible,
        g.contacts - g.infeasible, nullif(g.max_credited, -1), ${memberId}::uuid
      FROM given g WHERE g.line_id <> ''`
    written += part.length
    await onChunk(written)
  })
}

/** Presentations in bulk, in the targeting and in the plan. */
export const insertPresentations = (
  tx: Tx,
  labId: string,
  memberId: string,
  presentations: readonly NewPresentation[],
): Promise<void> =>
  inChunks(
    presentations,
    (part) => tx.$executeRaw`
      WITH given AS (
        SELECT * FROM unnest(${part.map(({ targetId }) => targetId)}::uuid[], ${part.map(({ channelId }) => channelId)}::uuid[],
          ${part.map(({ planLineId }) => planLineId)}::uuid[], ${part.map(({ productId }) => productId)}::uuid[],
          ${part.map(({ presentations: shown }) => shown)}::int[], ${part.map(({ position }) => position)}::int[])
          AS t (target_id, channel_id, line_id, product_id, presentations, position)),
      shown AS (
        INSERT INTO target_presentation (lab_id, target_id, channel_id, product_id, presentations, position, created_by)
        SELECT ${labId}::uuid, g.target_id, g.channel_id, g.product_id, g.presentations, g.position, ${memberId}::uuid FROM given g)
      INSERT INTO plan_presentation (lab_id, plan_line_id, product_id, theoretical, proposed, position, created_by)
      SELECT ${labId}::uuid, g.line_id, g.product_id, g.presentations, g.presentations, g.position, ${memberId}::uuid FROM given g`,
  )
