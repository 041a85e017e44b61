import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '#src/contracts/actor.ts'
import type { PlanChangeInput, SaveResult } from '#src/contracts/plan-commands.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { smallConfiguration } from '../../fixtures/small-lab/configuration.ts'
import type { LabFixture } from '../../fixtures/small-lab.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { sha256 } from '#src/server/platform/hash.ts'
import { getPlan } from '#src/server/use-cases/plans/get-plan.ts'
import { saveChanges } from '#src/server/use-cases/plans/save-changes.ts'
import type { Limits } from '#src/engine/index.ts'

/** The open plan of a sector, S1 = 0. */
export function planId(lab: LabFixture, sector: number): string {
  const plan = lab.cycles.engagement.plans[sector]
  if (!plan) throw new Error(`no plan of sector ${sector}`)
  return plan.id
}

export const knownOf = (plan: PlanDto, hcpId: string): Record<string, number> =>
  Object.fromEntries(
    plan.lines.filter((line) => line.hcpId === hcpId).map((line) => [line.channel, line.version]),
  )

type Ask = Omit<PlanChangeInput, 'hcpId' | 'known'> & { known?: PlanChangeInput['known'] }

/** One change, made on the plan as it stands. */
export async function change(actor: Actor, id: string, hcpId: string, ask: Ask): Promise<SaveResult> {
  const plan = await getPlan(actor, id)
  return saveChanges(actor, {
    id,
    commandId: randomUUID(),
    changes: [{ hcpId, known: knownOf(plan, hcpId), ...ask }],
  })
}

export const visits = (proposed: number) => [{ channel: 'visite', proposed }]

/** Hcps that the plan proposes visits to, and that nothing locks. */
export const visited = (plan: PlanDto) =>
  plan.lines.filter((line) => line.channel === 'visite' && line.theoretical > 0 && !line.locked)

export function targetOf(plan: PlanDto, index: number): PlanDto['lines'][number] {
  const line = visited(plan)[index]
  if (!line) throw new Error(`no target ${index}`)
  return line
}

/** Gives the cycle in engagement other limits, as if it had been published with them. */
export async function setLimits(sql: pg.Pool, lab: LabFixture, limits: Partial<Limits>): Promise<void> {
  const document = smallConfiguration()
  const next = { ...document, limits: { ...document.limits, ...limits } }
  const hash = sha256(canonicalJson(next))
  await sql.query(
    `INSERT INTO configuration (lab_id, hash, document, schema_version) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING`,
    [lab.id, hash, JSON.stringify(next)],
  )
  await sql.query(
    `UPDATE cycle_transition SET configuration_hash = $3 WHERE lab_id = $1 AND cycle_id = $2 AND configuration_hash IS NOT NULL`,
    [lab.id, lab.cycles.engagement.id, hash],
  )
}
