import { planContext, wayOut, type WayOut } from '#src/engine/index.ts'
import { addDays } from '#src/lib/calendar.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listHcpLimits } from '../../../repositories/follow-limit-repository.ts'
import type { FollowReading } from '../../follow-up/steps/read-perimeter.ts'
import { possibleContacts, type Possible } from './possible-contacts.ts'

/** The fewest contacts that a renegotiated line keeps: under that it is a removal, which a plan says by itself. */
const minimumContacts = 1
const daysAWeek = 5

/** The way out of one sector (a row of the input's sectors), by batches of a week of its work. */
export async function sectorWayOut(
  tx: Tx,
  labId: string,
  { input, priors }: FollowReading,
  sector: number,
): Promise<{ out: WayOut; possible: Possible }> {
  const { lines, sectors, settings, asOf, run, known } = input
  const hcpIds = [...new Set(lines.hcp)].map((hcp) => input.hcpIds[hcp] ?? '')
  const limits = new Map((await listHcpLimits(tx, labId, hcpIds, known.today)).map((row) => [row.hcpId, row]))
  const possible = possibleContacts(
    lines,
    input.hcpIds,
    limits,
    { from: addDays(asOf, 1), until: run.endsOn },
    input.document.constraints.yearlyContactCap,
  )
  const leftMilli = Math.max((sectors.capacityMilli[sector] ?? 0) - (sectors.goneMilli[sector] ?? 0), 0)
  const daysLeft = (sectors.daysLeftMilli[sector] ?? 0) / 1000
  const out = wayOut({
    lines,
    context: planContext(sectors, sector, priors.contacts, settings),
    segmentValueMilli: input.segments.map(({ valueMilli }) => valueMilli),
    possible: possible.possible,
    capacityLeftMilli: leftMilli,
    batchLoadMilli:
      daysLeft > daysAWeek ? Math.ceil((leftMilli * daysAWeek) / daysLeft) : Math.max(leftMilli, 1),
    amberBps: settings.amberBps,
    minimumContacts,
  })
  return { out, possible }
}
