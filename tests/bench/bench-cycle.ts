import type { CriterionDto } from '#src/contracts/qualification.ts'
import type { Axis, Segmentation } from '#src/engine/index.ts'
import { advance, askCriteria, newCycle } from '../../prisma/scenarios/cycle-steps.ts'
import type { BenchDatabase } from './bench.ts'
import type { BenchLab } from './bench-lab.ts'

const words = (text: string) => ({ fr: text, en: text })

/** `count` numbers from 0 to 100, known from the field alone. */
export const benchCriteria = (count: number): CriterionDto[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `c${index + 1}`,
    kind: 'NUMBER',
    level: 'HCP',
    unit: null,
    labels: words(`Criterion ${index + 1}`),
    help: words(''),
    required: true,
    minimum: 0,
    maximum: 100,
    options: [],
    validityMonths: 24,
    sources: ['CRM'],
  }))

const classes = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }))

function axis(
  code: string,
  criteria: readonly CriterionDto[],
  rest: Pick<Axis, 'classification' | 'classes'>,
): Axis {
  return {
    code,
    name: code,
    source: {
      kind: 'weighted',
      terms: criteria.map((criterion) => ({
        criterion: criterion.code,
        weight: 1,
        normalisation: 'identity',
      })),
      minimumShareBps: 5000,
    },
    missing: { policy: 'unqualified' },
    groupBy: null,
    ...rest,
  }
}

/** ABC by quintiles: fifteen cells, as many segments. */
export function benchSegmentation(criteria: readonly CriterionDto[]): Segmentation {
  const half = Math.ceil(criteria.length / 2)
  const codes = Array.from({ length: 15 }, (_, index) => `s${index + 1}`)
  return {
    code: 'general',
    axes: [
      axis('potential', criteria.slice(0, half), {
        classification: { method: 'abc', limitsBps: [8000, 9500], reach: false },
        classes: classes(['A', 'B', 'C']),
      }),
      axis('affinity', criteria.slice(half), {
        classification: { method: 'quantiles', k: 5 },
        classes: classes(['q1', 'q2', 'q3', 'q4', 'q5']),
      }),
    ],
    matrix: {
      rows: 'potential',
      columns: 'affinity',
      cells: [0, 1, 2].map((row) => codes.slice(row * 5, row * 5 + 5)),
    },
    segments: codes.map((code, index) => ({
      code,
      name: code,
      colour: '#335577',
      rank: index + 1,
      valueMilli: 1000,
    })),
    rules: [
      {
        id: 'r1',
        condition: {
          op: 'compare',
          field: { kind: 'criterion', code: 'c1' },
          comparison: '>=',
          value: 98,
        },
        outcome: { kind: 'segment', segment: 's1' },
      },
    ],
  }
}

/** A cycle in qualification that asks these criteria. */
export async function openBenchCycle(
  { sql }: BenchDatabase,
  { hq, networkId }: BenchLab,
  criteria: readonly CriterionDto[],
): Promise<string> {
  const { rows: visits } = await sql.query<{ id: string }>(`SELECT id FROM channel WHERE kind = 'VISIT'`)
  const { id } = await newCycle(hq, {
    name: 'Bench',
    referenceDay: '2026-03-31',
    qualification: { startsOn: '2026-03-01', endsOn: '2026-04-20' },
    engagement: { startsOn: '2026-05-01', endsOn: '2026-05-10' },
    run: { startsOn: '2026-05-15', endsOn: '2026-09-15' },
    graceDays: 15,
    networkIds: [networkId],
    products: [],
    channels: visits.map(({ id: channelId }) => ({
      channelId,
      weightMilli: 1000,
      loadMilli: 1000,
      unitCostCents: 9500,
    })),
  })
  await askCriteria(hq, id, criteria)
  await advance(hq, id, 'QUALIFICATION')
  return id
}

/** An answer of every hcp to every criterion, from the CRM. */
export async function fillAnswers({ sql }: BenchDatabase, { labId }: BenchLab): Promise<void> {
  const client = await sql.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(
      `CREATE TEMP TABLE given ON COMMIT DROP AS
       SELECT gen_random_uuid() AS id, h.id AS hcp_id, c.id AS criterion_id, s.id AS source_id, floor(101 * random()) AS number
       FROM hcp h JOIN criterion c ON c.lab_id = h.lab_id JOIN source s ON s.lab_id = h.lab_id AND s.code = 'CRM'
       WHERE h.lab_id = $1`,
      [labId],
    )
    await client.query(
      `INSERT INTO observation (lab_id, id, criterion_id, hcp_id, source_id, state, number, observed_on)
       SELECT $1, id, criterion_id, hcp_id, source_id, 'VALUE', number, '2026-03-10' FROM given`,
      [labId],
    )
    await client.query(
      `INSERT INTO answer (lab_id, id, criterion_id, source_id, hcp_id, observation_id, state, number, observed_on, entered_at)
       SELECT $1, gen_random_uuid(), criterion_id, source_id, hcp_id, id, 'VALUE', number, '2026-03-10', now() FROM given`,
      [labId],
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  await sql.query('ANALYZE observation, answer')
}
