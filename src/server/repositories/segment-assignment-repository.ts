import type { Tx } from '../platform/tx.ts'
import { clock } from '../platform/clock.ts'
import { uuid7 } from '../platform/uuid7.ts'

export type ConfiguredSegment = { code: string; name: string; colour: string; rank: number }

/** In `rank`: a segment of an earlier run that the configuration no longer has. Its rows still point to it. */
const retiredRank = 0

/**
 * Makes the segments of a cycle's segmentation those of the configuration, by code; answers their ids. Segments that
 * are gone are deleted, or retired where an earlier run placed hcps in them.
 */
export async function saveCycleSegments(
  tx: Tx,
  labId: string,
  memberId: string,
  cycleId: string,
  segmentation: string,
  segments: readonly ConfiguredSegment[],
): Promise<Map<string, string>> {
  const codes = segments.map(({ code }) => code)
  await tx.$executeRaw`
    DELETE FROM cycle_segment cs
    WHERE cs.lab_id = ${labId}::uuid AND cs.cycle_id = ${cycleId}::uuid AND cs.segmentation = ${segmentation}
      AND cs.code <> ALL (${codes}::text[]) AND NOT EXISTS (SELECT FROM segment_assignment sa
        WHERE sa.lab_id = ${labId}::uuid AND sa.cycle_segment_id = cs.id)`
  await tx.cycleSegment.updateMany({
    where: { labId, cycleId, segmentation, code: { notIn: codes } },
    data: { rank: retiredRank },
  })
  const rows = await tx.$queryRaw<{ id: string; code: string }[]>`
    INSERT INTO cycle_segment (lab_id, id, cycle_id, segmentation, code, name, colour, rank, created_by)
    SELECT ${labId}::uuid, s.id, ${cycleId}::uuid, ${segmentation}, s.code, s.name, s.colour, s.rank, ${memberId}::uuid
    FROM unnest(${segments.map(() => uuid7(clock.now().getTime()))}::uuid[], ${codes}::text[], ${segments.map(({ name }) => name)}::text[],
      ${segments.map(({ colour }) => colour)}::text[], ${segments.map(({ rank }) => rank)}::int[]) AS s(id, code, name, colour, rank)
    ON CONFLICT (lab_id, cycle_id, segmentation, code)
      DO UPDATE SET name = excluded.name, colour = excluded.colour, rank = excluded.rank
    RETURNING id, code`
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** Where hcps of one kind go: segment (null = excluded), class by axis as JSON, cell of the matrix, deciding rule. */
export type AssignmentOutcome = {
  segmentId: string | null
  classes: string
  cell: string | null
  rule: string | null
}

/** Writes the places of some hcps of a run: `outcomeOf[i]` is the index of the outcome of `hcpIds[i]`. */
export async function insertAssignments(
  tx: Tx,
  labId: string,
  run: { id: string; memberId: string; segmentation: string },
  outcomes: readonly AssignmentOutcome[],
  hcpIds: readonly string[],
  outcomeOf: readonly number[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO segment_assignment (lab_id, run_id, segmentation, hcp_id, cycle_segment_id, classes, cell, rule, created_by)
    SELECT ${labId}::uuid, ${run.id}::uuid, ${run.segmentation}, h.hcp_id, o.segment_id, o.classes, o.cell, o.rule,
      ${run.memberId}::uuid
    FROM unnest(${[...hcpIds]}::uuid[], ${[...outcomeOf]}::int[]) AS h(hcp_id, outcome)
    JOIN (SELECT kind.ordinal - 1 AS ordinal, kind.segment_id, kind.classes::jsonb AS classes, kind.cell, kind.rule
      FROM unnest(${outcomes.map(({ segmentId }) => segmentId)}::uuid[], ${outcomes.map(({ classes }) => classes)}::text[],
        ${outcomes.map(({ cell }) => cell)}::text[], ${outcomes.map(({ rule }) => rule)}::text[])
        WITH ORDINALITY AS kind(segment_id, classes, cell, rule, ordinal)) o ON o.ordinal = h.outcome`
}

/** Where one hcp stands in a run; null when it was not in the universe. */
export async function findAssignment(
  tx: Tx,
  labId: string,
  runId: string,
  segmentation: string,
  hcpId: string,
): Promise<{ segment: string | null; classes: Record<string, string | null> } | null> {
  const row = await tx.segmentAssignment.findUnique({
    where: { labId_runId_segmentation_hcpId: { labId, runId, segmentation, hcpId } },
    select: { classes: true, cycleSegment: { select: { code: true } } },
  })
  return (
    row && {
      segment: row.cycleSegment?.code ?? null,
      classes: row.classes as Record<string, string | null>,
    }
  )
}

/** Segments of a cycle's last official run, by rank. */
export const listSegments = (
  tx: Tx,
  labId: string,
  cycleId: string,
  segmentation: string,
): Promise<{ code: string; name: string; rank: number }[]> =>
  tx.cycleSegment.findMany({
    where: { labId, cycleId, segmentation, rank: { gt: retiredRank } },
    select: { code: true, name: true, rank: true },
    orderBy: [{ rank: 'asc' }, { code: 'asc' }],
  })
