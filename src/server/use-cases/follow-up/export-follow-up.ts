import type { Actor } from '#src/contracts/actor.ts'
import type { FollowHcpsInput } from '#src/contracts/follow-up.ts'
import { toCsv, type CsvCell } from '#src/lib/csv.ts'
import { command, type Tx } from '../../platform/transaction.ts'
import { followCut, followForecast } from './steps/follow-figures.ts'
import { exportWords } from './steps/export-words.ts'
import { hcpsBehind } from './steps/hcps-behind.ts'
import { readPerimeter, type FollowReading } from './steps/read-perimeter.ts'
import { figuresDto } from './steps/view-figures.ts'
import { withNames } from './steps/with-names.ts'

type Input = Omit<FollowHcpsInput, 'offset' | 'limit'> & { what: 'sectors' | 'hcps' }
type Table = { header: readonly string[]; rows: CsvCell[][] }

const hundredth = (value: number | null): number | null => (value === null ? null : value / 100)
const thousandth = (value: number | null): number | null => (value === null ? null : value / 1000)

function sectorTable({ input, perimeter, priors }: FollowReading, actor: Actor): Table {
  const words = exportWords[actor.locale]
  const cut = followCut(input, followForecast(input, priors), 'SECTOR', 'ALL')
  const rows = input.forces.flatMap(({ sectorId, name }, sector) => {
    if (!perimeter.sectorIds.has(sectorId)) return []
    const isVacant = input.sectors.vacant[sector] === 1
    const { adjusted, raw, ...figures } = figuresDto(
      cut.figures,
      cut.chances,
      sector,
      input.settings,
      isVacant,
    )
    const gap = adjusted.expectedMilli === null ? null : adjusted.earnedMilli - adjusted.expectedMilli
    return [
      [
        name,
        input.leads.get(sectorId) ?? null,
        figures.state && words.states[figures.state],
        thousandth(adjusted.goalMilli),
        thousandth(adjusted.earnedMilli),
        thousandth(adjusted.expectedMilli),
        thousandth(gap),
        hundredth(adjusted.attainmentBps),
        hundredth(raw.attainmentBps),
        thousandth(adjusted.requiredPaceMilli),
        thousandth(adjusted.recentPaceMilli),
        hundredth(figures.chance?.probabilityBps ?? null),
        figures.hcps,
        figures.seen,
        figures.atFrequency,
      ],
    ]
  })
  return { header: words.sectors, rows }
}

async function hcpTable(tx: Tx, { input }: FollowReading, actor: Actor, choice: Input): Promise<Table> {
  const { hcps: words, yes } = exportWords[actor.locale]
  const people = await withNames(tx, actor.labId, hcpsBehind(input, choice), input.asOf)
  const rows = people.map((hcp) => [
    hcp.sector.name,
    hcp.name,
    hcp.specialty,
    hcp.commune,
    hcp.segment?.name ?? null,
    ...input.channels.flatMap(({ id }) => {
      const line = hcp.lines.find(({ channelId }) => channelId === id)
      return [line?.goal ?? null, line?.done ?? null]
    }),
    hcp.remaining,
    hcp.lastCallOn,
    hcp.isClosed ? yes : null,
    hcp.hcpId,
  ])
  const channels = input.channels.flatMap(({ name }) => [`${name}, ${words.goal}`, `${name}, ${words.done}`])
  return { header: [...words.before, ...channels, ...words.after], rows }
}

/** Sectors as the table shows them, or the hcps behind a figure. That they left is written in the trail. */
export const exportFollowUp = (actor: Actor, asked: Input) =>
  command(actor, async (tx) => {
    const reading = await readPerimeter(tx, actor, asked)
    const table =
      asked.what === 'sectors' ? sectorTable(reading, actor) : await hcpTable(tx, reading, actor, asked)
    const { file } = exportWords[actor.locale]
    return {
      value: {
        fileName: `${file[asked.what]}-${reading.input.asOf}.csv`,
        content: toCsv(table.header, table.rows),
      },
      audit: {
        action: 'follow-up.export',
        subject: { kind: 'cycle', id: asked.id },
        change: { what: asked.what, rows: table.rows.length, perimeter: reading.perimeter.id },
      },
    }
  })
