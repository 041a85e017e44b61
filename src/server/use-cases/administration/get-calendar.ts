import type { Actor } from '#src/contracts/actor.ts'
import type { CalendarDto } from '#src/contracts/administration-calendar.ts'
import { addMonths } from '#src/lib/calendar.ts'
import { read } from '../../platform/transaction.ts'
import { listCalendarMembers, listClosedDays } from '../../repositories/calendar-repository.ts'
import { listNetworks } from '../../repositories/territory-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

/** What capacity is made of: reps with their weeks and absences, the weighed days of each network from three months ago on. */
export const getCalendar = (actor: Actor): Promise<CalendarDto> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const today = await labToday(tx, labId)
    const networks = await listNetworks(tx, labId)
    return {
      today,
      networks: networks.map(({ id, name }) => ({ id, name })),
      members: await listCalendarMembers(tx, labId, today),
      closedDays: await listClosedDays(tx, labId, addMonths(today, -3)),
    }
  })
