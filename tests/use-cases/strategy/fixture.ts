import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { sha256 } from '#src/server/platform/hash.ts'
import type { LabFixture } from '../../fixtures/small-lab.ts'
import { smallConfiguration } from '../../fixtures/small-lab/configuration.ts'

export type StrategyCycle = { id: string; runId: string; segments: Record<string, string> }

/**
 * A cycle of the first half of 2027 that waits for its strategy: network, two channels, two products, the official
 * segmentation of the running cycle taken as it is.
 */
export async function strategyCycle(
  sql: Pool,
  lab: LabFixture,
  name: string,
  change: (document: Configuration) => Configuration = (document) => document,
): Promise<StrategyCycle> {
  const [id, runId, draftId] = [randomUUID(), randomUUID(), randomUUID()]
  const document = change(smallConfiguration())
  const hash = sha256(canonicalJson(document))
  const source = lab.cycles.running
  const run = (text: string, values: unknown[]) => sql.query(text, [lab.id, ...values])
  await run(
    `INSERT INTO cycle (lab_id, id, name, state, reference_day, qualification_starts_on, qualification_ends_before,
       engagement_starts_on, engagement_ends_before, run_starts_on, run_ends_before)
     VALUES ($1, $2, $3, 'STRATEGY', '2026-11-01', '2026-09-01', '2026-10-16', '2026-11-15', '2026-12-16', '2027-01-01', '2027-07-01')`,
    [id, name],
  )
  await run(
    `INSERT INTO cycle_network (lab_id, cycle_id, network_id, run_starts_on, run_ends_before)
     VALUES ($1, $2, $3, '2027-01-01', '2027-07-01')`,
    [id, lab.network.id],
  )
  for (const table of ['cycle_channel', 'cycle_product'] as const) {
    const columns =
      table === 'cycle_channel'
        ? 'channel_id, weight_milli, load_milli, unit_cost_cents'
        : 'network_id, product_id, rank'
    await run(
      `INSERT INTO ${table} (lab_id, cycle_id, ${columns}) SELECT lab_id, $2, ${columns} FROM ${table} WHERE lab_id = $1 AND cycle_id = $3`,
      [id, source.id],
    )
  }
  await run(
    `INSERT INTO cycle_segment (lab_id, id, cycle_id, segmentation, code, name, colour, rank)
     SELECT lab_id, gen_random_uuid(), $2, segmentation, code, name, colour, rank FROM cycle_segment WHERE lab_id = $1 AND cycle_id = $3`,
    [id, source.id],
  )
  await run(
    `INSERT INTO configuration (lab_id, hash, document, schema_version) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING`,
    [hash, JSON.stringify(document)],
  )
  await run(
    `INSERT INTO configuration_draft (lab_id, id, cycle_id, kind, name, document) VALUES ($1, $2, $3, 'DRAFT', 'Configuration', $4)`,
    [draftId, id, JSON.stringify(document)],
  )
  await run(
    `INSERT INTO run (lab_id, id, cycle_id, configuration_hash, member_id, kind, state, dataset_hash)
     SELECT lab_id, $2, $3, $4, member_id, 'OFFICIAL', 'DONE', dataset_hash FROM run WHERE lab_id = $1 AND id = $5`,
    [runId, id, hash, source.runId],
  )
  await run(
    `INSERT INTO run_column (lab_id, run_id, name, type, bytes) SELECT lab_id, $2, name, type, bytes FROM run_column WHERE lab_id = $1 AND run_id = $3`,
    [runId, source.runId],
  )
  await run(
    `INSERT INTO segment_assignment (lab_id, run_id, segmentation, hcp_id, cycle_segment_id, classes, cell, rule)
     SELECT a.lab_id, $2, a.segmentation, a.hcp_id, n.id, a.classes, a.cell, a.rule FROM segment_assignment a
     JOIN cycle_segment o ON o.lab_id = $1 AND o.id = a.cycle_segment_id
     JOIN cycle_segment n ON n.lab_id = $1 AND n.cycle_id = $3 AND n.code = o.code
     WHERE a.lab_id = $1 AND a.run_id = $4`,
    [runId, id, source.runId],
  )
  const { rows } = await run('SELECT id, code FROM cycle_segment WHERE lab_id = $1 AND cycle_id = $2', [id])
  return { id, runId, segments: Object.fromEntries(rows.map((row) => [row.code, row.id])) }
}
