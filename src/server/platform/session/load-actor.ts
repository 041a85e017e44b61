import type { Actor, HqFunction, Locale, Role } from '#src/contracts/actor.ts'
import { clock } from '../clock.ts'
import type { Tx } from '../tx.ts'

const running = (today: string) => ({
  startsOn: { lte: new Date(today) },
  OR: [{ endsBefore: null }, { endsBefore: { gt: new Date(today) } }],
})

/** The sectors that this member works in, leads, or owns through a region, on a day. */
async function placesOf(tx: Tx, labId: string, memberId: string, role: Role, today: string) {
  const nothing = { sectorIds: [], leadSectorIds: [], regionIds: [] }
  if (role === 'REP') {
    const rows = await tx.sectorAssignment.findMany({
      where: { labId, memberId, ...running(today) },
      select: { sectorId: true, kind: true },
      orderBy: { sectorId: 'asc' },
    })
    const leads = rows.filter((row) => row.kind === 'LEAD')
    return {
      ...nothing,
      sectorIds: rows.map((row) => row.sectorId),
      leadSectorIds: leads.map((row) => row.sectorId),
    }
  }
  if (role === 'MANAGER') {
    const regions = await tx.regionAssignment.findMany({
      where: { labId, memberId, ...running(today) },
      select: { regionId: true },
    })
    const regionIds = regions.map((row) => row.regionId)
    const sectors = await tx.sector.findMany({
      where: { labId, regionId: { in: regionIds } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    return { ...nothing, regionIds, sectorIds: sectors.map((row) => row.id) }
  }
  return nothing
}

/** Who a member is today, with rights as they are now; null when the person is not active in this lab. */
export async function loadActor(
  tx: Tx,
  labId: string,
  memberId: string,
  sessionId: string,
): Promise<Actor | null> {
  const lab = await tx.lab.findUnique({ where: { id: labId }, select: { timeZone: true } })
  if (!lab) return null
  const today = clock.today(lab.timeZone)
  const member = await tx.member.findFirst({ where: { labId, id: memberId, ...running(today) } })
  if (!member) return null
  const role = member.role as Role
  return {
    labId,
    memberId,
    sessionId,
    role,
    readOnly: member.readOnly,
    hqFunction: member.hqFunction as HqFunction | null,
    displayName: member.displayName,
    email: member.email,
    locale: member.locale as Locale,
    ...(await placesOf(tx, labId, memberId, role, today)),
  }
}
