import type { Actor } from '#src/contracts/actor.ts'
import { toCsv } from '#src/lib/csv.ts'
import { command } from '../../platform/transaction.ts'
import { listPlanReasons } from '../../repositories/plan-reason-repository.ts'
import { exportWords } from './steps/export-words.ts'
import { loadPlan } from './steps/load-plan.ts'
import { openPlan } from './steps/open-plan.ts'

/** A plan as a file, one line a professional and channel. That it left is written in the trail. */
export function exportPlan(actor: Actor, id: string): Promise<{ fileName: string; content: string }> {
  const { labId, locale } = actor
  const { header, decisions, file } = exportWords[locale]
  return command(actor, async (tx) => {
    const head = await openPlan(tx, actor, id, 'plans.read')
    const { lines, hcps, segments, channels } = await loadPlan(tx, labId, head)
    const reasons = new Map(
      (await listPlanReasons(tx, labId)).map(({ code, labels }) => [code, labels[locale] ?? code]),
    )
    const people = new Map(hcps.map((hcp, rank) => [hcp.hcpId, { ...hcp, rank }]))
    const segmentNames = new Map(segments.map(({ code, name }) => [code, name]))
    const channelNames = new Map(channels.map(({ code, name }) => [code, name]))
    const ordered = lines.toSorted(
      (left, right) => (people.get(left.hcpId)?.rank ?? 0) - (people.get(right.hcpId)?.rank ?? 0),
    )
    const content = toCsv(
      header,
      ordered.map((line) => {
        const hcp = people.get(line.hcpId)
        return [
          hcp?.name ?? '',
          hcp?.specialty,
          hcp?.postalCode,
          hcp?.commune,
          line.segment && (segmentNames.get(line.segment) ?? line.segment),
          channelNames.get(line.channel) ?? line.channel,
          line.theoretical,
          line.proposed,
          line.approved,
          line.reason && (reasons.get(line.reason) ?? line.reason),
          line.comment,
          decisions[line.decision],
          line.decisionComment,
          line.hcpId,
        ]
      }),
    )
    return {
      value: { fileName: `${file}-${head.sectorCode}.csv`, content },
      audit: { action: 'plan.export', subject: { kind: 'plan', id }, change: { rows: lines.length } },
    }
  })
}
