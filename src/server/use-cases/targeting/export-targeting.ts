import type { Actor } from '#src/contracts/actor.ts'
import { toCsv } from '#src/lib/csv.ts'
import { command } from '../../platform/transaction.ts'
import { exportWords } from './steps/export-words.ts'
import { readTargetLines } from './steps/read-target-lines.ts'

/** Theoretical targets of a sector, or of all in reach, one line an hcp. That they left is written in the trail. */
export function exportTargeting(actor: Actor, cycleId: string, sectorId: string | null) {
  const { header, causes, file } = exportWords[actor.locale]
  return command(actor, async (tx) => {
    const { channels, segments, lines } = await readTargetLines(tx, actor, cycleId, sectorId)
    const segmentNames = new Map(segments.map(({ code, name }) => [code, name]))
    const columns = channels.flatMap(({ name }) => [
      `${name}, ${header.asked}`,
      `${name}, ${header.proposed}`,
      `${name}, ${header.cause.toLowerCase()}`,
    ])
    const content = toCsv(
      [...header.before, ...columns, ...header.after],
      lines.map((line) => [
        line.sectorCode,
        line.name,
        line.specialty,
        line.commune,
        segmentNames.get(line.segment) ?? line.segment,
        line.rankValue,
        ...channels.flatMap((_, index) => {
          const goal = line.goals.find(({ channel }) => channel === index)
          return [goal?.wanted ?? null, goal?.contacts ?? null, goal?.cause ? causes[goal.cause] : null]
        }),
        line.hcpId,
      ]),
    )
    const code = sectorId ? `-${lines[0]?.sectorCode ?? 'secteur'}` : ''
    return {
      value: { fileName: `${file}${code}.csv`, content },
      audit: {
        action: 'targeting.export',
        subject: { kind: 'cycle', id: cycleId },
        change: { rows: lines.length, ...(sectorId && { sector: sectorId }) },
      },
    }
  })
}
