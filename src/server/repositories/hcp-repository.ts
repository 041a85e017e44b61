import type { HcpInput } from '#src/contracts/directory.ts'
import type { HcpPage, HcpSectorDto, PermissionDto, Place } from '#src/contracts/directory-hcp.ts'
import type { ChannelKind, HcpStatus, PermissionKind, VisitRule } from '#src/contracts/words.ts'
import type { Tx } from '../platform/transaction.ts'
import { inForce, toDate } from './days.ts'

export type HcpCore = Pick<
  HcpPage,
  | 'id'
  | 'version'
  | 'title'
  | 'firstName'
  | 'lastName'
  | 'profession'
  | 'specialty'
  | 'status'
  | 'visitRule'
  | 'ownRules'
  | 'yearlyContactMax'
  | 'identifiers'
>

const core = {
  id: true,
  version: true,
  title: true,
  firstName: true,
  lastName: true,
  profession: true,
  specialty: true,
  status: true,
  visitRule: true,
  ownRules: true,
  yearlyContactMax: true,
} as const

export async function findHcp(tx: Tx, labId: string, hcpId: string): Promise<HcpCore | null> {
  const row = await tx.hcp.findUnique({ where: { labId_id: { labId, id: hcpId } }, select: core })
  if (!row) return null
  const identifiers = await tx.hcpIdentifier.findMany({
    where: { labId, hcpId },
    select: { scheme: true, value: true },
    orderBy: { scheme: 'asc' },
  })
  return { ...row, status: row.status as HcpStatus, visitRule: row.visitRule as VisitRule, identifiers }
}

/** The row that a change of this hcp waits for; its version as it is now. */
export async function lockHcp(
  tx: Tx,
  labId: string,
  hcpId: string,
): Promise<{ version: number; status: string } | null> {
  const rows = await tx.$queryRaw<{ version: number; status: string }[]>`
    SELECT version, status FROM hcp WHERE lab_id = ${labId}::uuid AND id = ${hcpId}::uuid FOR UPDATE`
  return rows[0] ?? null
}

/** Every sector that works this hcp on a day: what decides who may see it. */
export async function sectorIdsOfHcp(tx: Tx, labId: string, hcpId: string, day: string): Promise<string[]> {
  const rows = await tx.hcpSector.findMany({
    where: { labId, hcpId, ...inForce(day) },
    select: { sectorId: true },
  })
  return rows.map((row) => row.sectorId)
}

export async function listPlaces(tx: Tx, labId: string, hcpId: string, day: string): Promise<Place[]> {
  return tx.$queryRaw<Place[]>`
    SELECT p.id, p.kind, p.name, p.address, p.postal_code AS "postalCode", c.name AS commune, p.phone, p.latitude,
      p.longitude, hp.principal, hp.role, hp.starts_on::text AS since
    FROM hcp_practice hp JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
    LEFT JOIN commune c ON c.insee_code = p.insee_code
    WHERE hp.lab_id = ${labId}::uuid AND hp.hcp_id = ${hcpId}::uuid AND hp.starts_on <= ${day}::date
      AND (hp.ends_before IS NULL OR hp.ends_before > ${day}::date)
    ORDER BY hp.principal DESC, hp.starts_on, p.name`
}

export async function listHcpSectors(
  tx: Tx,
  labId: string,
  hcpId: string,
  day: string,
): Promise<HcpSectorDto[]> {
  const rows = await tx.$queryRaw<(Omit<HcpSectorDto, 'reps'> & { reps: HcpSectorDto['reps'] | null })[]>`
    SELECT s.id AS "sectorId", s.code, s.name, n.name AS network, r.name AS region, hs.main, hs.origin,
      (SELECT jsonb_agg(jsonb_build_object('memberId', m.id, 'name', m.display_name, 'kind', sa.kind) ORDER BY sa.kind, m.display_name)
        FROM sector_assignment sa JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = sa.member_id
        WHERE sa.lab_id = ${labId}::uuid AND sa.sector_id = s.id AND sa.starts_on <= ${day}::date
          AND (sa.ends_before IS NULL OR sa.ends_before > ${day}::date)) AS reps
    FROM hcp_sector hs JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = hs.sector_id
    JOIN network n ON n.lab_id = ${labId}::uuid AND n.id = s.network_id
    JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
    WHERE hs.lab_id = ${labId}::uuid AND hs.hcp_id = ${hcpId}::uuid AND hs.starts_on <= ${day}::date
      AND (hs.ends_before IS NULL OR hs.ends_before > ${day}::date)
    ORDER BY hs.main DESC, n.shared_hcp_priority, s.name`
  return rows.map((row) => ({ ...row, reps: row.reps ?? [] }))
}

/** What was said about contacts, the latest first. */
export async function listPermissions(tx: Tx, labId: string, hcpId: string): Promise<PermissionDto[]> {
  const rows = await tx.contactPermission.findMany({
    where: { labId, hcpId },
    include: { channel: { select: { id: true, name: true } } },
    orderBy: [{ effectiveAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, kind, channel, effectiveAt, origin }) => ({
    id,
    kind: kind as PermissionKind,
    channel,
    effectiveAt: effectiveAt.toISOString(),
    origin,
  }))
}

export async function listChannelWords(tx: Tx, labId: string) {
  const rows = await tx.channel.findMany({
    where: { labId, active: true },
    select: { id: true, name: true, kind: true, needsConsent: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map((row) => ({ ...row, kind: row.kind as ChannelKind }))
}

export async function insertPermission(
  tx: Tx,
  labId: string,
  row: {
    hcpId: string
    channelId: string | null
    kind: PermissionKind
    effectiveAt: Date
    origin: string
    createdBy: string
  },
): Promise<void> {
  await tx.contactPermission.create({ data: { labId, ...row } })
}

export async function insertHcp(
  tx: Tx,
  labId: string,
  hcp: HcpInput & { id: string; createdBy: string },
): Promise<void> {
  await tx.hcp.create({ data: { labId, ...hcp }, select: { id: true } })
}

export async function updateHcp(
  tx: Tx,
  labId: string,
  hcpId: string,
  version: number,
  hcp: HcpInput,
): Promise<number> {
  const row = await tx.hcp.update({
    where: { labId_id: { labId, id: hcpId } },
    data: { ...hcp, version: version + 1 },
    select: { version: true },
  })
  return row.version
}

/** Who already carries one of these identifiers. */
export async function findByIdentifiers(
  tx: Tx,
  labId: string,
  identifiers: readonly { scheme: string; value: string }[],
) {
  return tx.hcpIdentifier.findMany({
    where: { labId, OR: identifiers.map(({ scheme, value }) => ({ scheme, value })) },
    select: { scheme: true, value: true, hcpId: true },
  })
}

export async function insertIdentifiers(
  tx: Tx,
  labId: string,
  hcpId: string,
  identifiers: readonly { scheme: string; value: string }[],
): Promise<void> {
  await tx.hcpIdentifier.createMany({ data: identifiers.map((one) => ({ labId, hcpId, ...one })) })
}

export async function insertHcpPractice(
  tx: Tx,
  labId: string,
  row: { hcpId: string; practiceId: string; principal: boolean; startsOn: string },
): Promise<void> {
  await tx.hcpPractice.create({ data: { labId, ...row, startsOn: toDate(row.startsOn) } })
}
