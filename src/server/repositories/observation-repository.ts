import { Prisma } from '#src/generated/prisma/client.ts'
import type { StoredValue } from '#src/lib/answer-value.ts'
import type { Tx } from '../platform/transaction.ts'
import { toDate } from './days.ts'

/** What an observation is about: exactly one of hcp and practice. */
export type Subject = { hcpId: string | null; practiceId: string | null }

export type ObservationState = 'VALUE' | 'UNKNOWN' | 'NOT_APPLICABLE' | 'WITHDRAWN'

export type NewObservation = StoredValue &
  Subject & {
    criterionId: string
    productId: string | null
    sourceId: string
    memberId: string | null
    state: ObservationState
    observedOn: string
    enteredAt: Date
    clientId: string
  }

/** Keeps an observation; false when this client id was already kept. */
export async function insertObservation(
  tx: Tx,
  labId: string,
  observation: NewObservation,
): Promise<boolean> {
  const { observedOn, ...row } = observation
  const { count } = await tx.observation.createMany({
    data: [{ labId, ...row, observedOn: toDate(observedOn), createdBy: observation.memberId }],
    skipDuplicates: true,
  })
  return count === 1
}

type Same = Pick<NewObservation, 'criterionId' | 'sourceId' | 'hcpId' | 'practiceId' | 'productId'>

/**
 * Brings the answer of one source about one subject in line with its observations: the latest observed, then the latest
 * entered, where a withdrawal takes back the one just before it. No observation left: no answer.
 */
export async function settleAnswer(tx: Tx, labId: string, same: Same): Promise<void> {
  const { criterionId, sourceId, hcpId, practiceId, productId } = same
  const where = { labId, criterionId, sourceId, hcpId, practiceId, brickId: null, productId }
  const observations = await tx.observation.findMany({
    where,
    orderBy: [{ observedOn: 'asc' }, { enteredAt: 'asc' }, { id: 'asc' }],
  })
  const standing: typeof observations = []
  for (const observation of observations) {
    if (observation.state === 'WITHDRAWN') standing.pop()
    else standing.push(observation)
  }
  const last = standing.at(-1)
  if (!last) {
    await tx.answer.deleteMany({ where })
    return
  }
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO answer (lab_id, id, criterion_id, source_id, hcp_id, practice_id, product_id, observation_id, state,
      number, option_code, text, observed_on, entered_at, created_by)
    SELECT o.lab_id, ${last.id}::uuid, o.criterion_id, o.source_id, o.hcp_id, o.practice_id, o.product_id, o.id, o.state,
      o.number, o.option_code, o.text, o.observed_on, o.entered_at, o.member_id
    FROM observation o WHERE o.lab_id = ${labId}::uuid AND o.id = ${last.id}::uuid
    ON CONFLICT (lab_id, criterion_id, source_id, hcp_id, practice_id, brick_id, product_id) DO UPDATE SET
      observation_id = excluded.observation_id, state = excluded.state, number = excluded.number,
      option_code = excluded.option_code, text = excluded.text, observed_on = excluded.observed_on,
      entered_at = excluded.entered_at`)
}

export type FormHcpRow = {
  id: string
  name: string
  specialty: string | null
  place: string | null
  practiceId: string | null
  /** Sectors that it belongs to today. */
  sectorIds: string[]
  segment: { name: string; colour: string; rank: number } | null
}

/** One hcp as a form shows it: where it works, the sectors that may speak of it, its latest official segment. */
export async function findFormHcp(
  tx: Tx,
  labId: string,
  hcpId: string,
  today: string,
): Promise<FormHcpRow | null> {
  const [row] = await tx.$queryRaw<
    {
      id: string
      title: string | null
      first_name: string
      last_name: string
      specialty: string | null
      place: string | null
      practice_id: string | null
      sector_ids: string[]
      segment: string | null
      colour: string | null
      rank: number | null
    }[]
  >`
    SELECT h.id, h.title, h.first_name, h.last_name, h.specialty, co.name AS place, hp.practice_id,
      coalesce(s.sector_ids, '{}') AS sector_ids, g.name AS segment, g.colour, g.rank
    FROM hcp h
    LEFT JOIN hcp_practice hp ON hp.lab_id = ${labId}::uuid AND hp.hcp_id = h.id AND hp.principal
      AND hp.starts_on <= ${today}::date AND (hp.ends_before IS NULL OR hp.ends_before > ${today}::date)
    LEFT JOIN practice pr ON pr.lab_id = ${labId}::uuid AND pr.id = hp.practice_id
    LEFT JOIN commune co ON co.insee_code = pr.insee_code
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT hs.sector_id) AS sector_ids FROM hcp_sector hs
      WHERE hs.lab_id = ${labId}::uuid AND hs.hcp_id = h.id
        AND hs.starts_on <= ${today}::date AND (hs.ends_before IS NULL OR hs.ends_before > ${today}::date)) s ON true
    LEFT JOIN LATERAL (
      SELECT cs.name, cs.colour, cs.rank FROM segment_assignment sa
      JOIN run r ON r.lab_id = ${labId}::uuid AND r.id = sa.run_id
      JOIN cycle_segment cs ON cs.lab_id = ${labId}::uuid AND cs.id = sa.cycle_segment_id
      WHERE sa.lab_id = ${labId}::uuid AND sa.hcp_id = h.id AND sa.segmentation = 'general'
      ORDER BY r.created_at DESC LIMIT 1) g ON true
    WHERE h.lab_id = ${labId}::uuid AND h.id = ${hcpId}::uuid AND h.status = 'ACTIVE'`
  if (!row) return null
  const { segment, colour, rank } = row
  return {
    id: row.id,
    name: [row.title, row.first_name, row.last_name].filter(Boolean).join(' '),
    specialty: row.specialty,
    place: row.place,
    practiceId: row.practice_id,
    sectorIds: row.sector_ids,
    segment: segment !== null && colour !== null && rank !== null ? { name: segment, colour, rank } : null,
  }
}
