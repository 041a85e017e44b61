import { Prisma } from '#src/generated/prisma/client.ts'
import type { Bulk } from '../platform/bulk.ts'
import { clock } from '../platform/clock.ts'
import type { Tx } from '../platform/tx.ts'
import { uuid7 } from '../platform/uuid7.ts'

const query = <Row extends object>(db: Tx | Bulk, sql: Prisma.Sql): Promise<Row[]> =>
  'copyIn' in db ? db.query<Row>(sql.text, sql.values) : db.$queryRaw<Row[]>(sql)

type Window = { labId: string; first: boolean; from: string; until: string | null; hcpIds: string[] | null }

const inForce = (table: string, day: string) => {
  const starts = Prisma.raw(`${table}.starts_on`)
  const ends = Prisma.raw(`${table}.ends_before`)
  return Prisma.sql`${starts} <= ${day}::date AND (${ends} IS NULL OR ${ends} > ${day}::date)`
}

/** New ids that keep the time of one made here. */
const newId = () => {
  const seed = uuid7(clock.now().getTime())
  return Prisma.sql`encode(overlay(uuid_send(gen_random_uuid()) PLACING substring(uuid_send(${seed}::uuid) FROM 1 FOR 8) FROM 1 FOR 8), 'hex')::uuid`
}

const ofThese = (column: string, hcpIds: string[] | null) =>
  hcpIds ? Prisma.sql`AND ${Prisma.raw(column)} = ANY(${hcpIds}::uuid[])` : Prisma.empty

/**
 * The commune of a practice: its INSEE code, else its postal code where that is one commune's alone (a CEDEX is none's).
 * For each network at most one sector a commune: where bricks of several schemes hold it, the lab's own decides.
 */
export const communeSectorsSql = (labId: string, day: string) => Prisma.sql`
  lone AS MATERIALIZED (
    SELECT postal_code, min(insee_code) AS insee_code FROM postal_code GROUP BY postal_code HAVING count(*) = 1),
  ground AS MATERIALIZED (
    SELECT DISTINCT ON (a.insee_code, sb.network_id) a.insee_code, sb.network_id, sb.sector_id
    FROM brick_area a
    JOIN brick b ON b.lab_id = ${labId}::uuid AND b.id = a.brick_id
    JOIN sector_brick sb ON sb.lab_id = ${labId}::uuid AND sb.brick_id = a.brick_id AND ${inForce('sb', day)}
    WHERE a.lab_id = ${labId}::uuid
    ORDER BY a.insee_code, sb.network_id, b.scheme = 'OWN' DESC, sb.sector_id)`

const windowSql = ({ labId, first, from, until, hcpIds }: Window) => Prisma.sql`
  WITH ${communeSectorsSql(labId, from)},
  held AS MATERIALIZED (
    SELECT hs.hcp_id, hs.network_id, hs.sector_id, hs.main FROM hcp_sector hs
    WHERE hs.lab_id = ${labId}::uuid AND hs.origin <> 'GEOGRAPHY' AND ${inForce('hs', from)} ${ofThese('hs.hcp_id', hcpIds)}),
  wanted AS MATERIALIZED (
    SELECT DISTINCT ON (hp.hcp_id, g.network_id, g.sector_id)
      hp.hcp_id, g.network_id, g.sector_id, hp.practice_id, hp.principal AS main
    FROM hcp_practice hp
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = hp.hcp_id AND h.status IN ('ACTIVE', 'CEASED')
    JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
    LEFT JOIN lone ON p.insee_code IS NULL AND lone.postal_code = p.postal_code
    JOIN ground g ON g.insee_code = coalesce(p.insee_code, lone.insee_code)
    WHERE hp.lab_id = ${labId}::uuid AND ${inForce('hp', from)} ${ofThese('hp.hcp_id', hcpIds)}
      AND NOT EXISTS (SELECT FROM held WHERE held.hcp_id = hp.hcp_id AND held.network_id = g.network_id
        AND (held.sector_id = g.sector_id OR held.main AND hp.principal))
    ORDER BY hp.hcp_id, g.network_id, g.sector_id, hp.principal DESC, hp.practice_id),
  present AS MATERIALIZED (
    SELECT hs.id, hs.starts_on, hs.ends_before, hs.hcp_id, hs.network_id, hs.sector_id,
      hs.starts_on <= ${from}::date AND w.hcp_id IS NOT NULL AS stays
    FROM hcp_sector hs
    LEFT JOIN wanted w ON w.hcp_id = hs.hcp_id AND w.network_id = hs.network_id AND w.sector_id = hs.sector_id
      AND w.main = hs.main AND w.practice_id IS NOT DISTINCT FROM hs.practice_id
    WHERE hs.lab_id = ${labId}::uuid AND hs.origin = 'GEOGRAPHY' ${ofThese('hs.hcp_id', hcpIds)}
      AND (hs.ends_before IS NULL OR hs.ends_before > ${from}::date OR NOT ${first} AND hs.ends_before = ${from}::date)),
  closed AS (
    UPDATE hcp_sector hs SET ends_before = ${from}::date FROM present
    WHERE hs.lab_id = ${labId}::uuid AND hs.id = present.id AND NOT present.stays AND present.starts_on < ${from}::date
      AND hs.ends_before IS DISTINCT FROM ${from}::date RETURNING hs.id),
  dropped AS (
    DELETE FROM hcp_sector hs USING present
    WHERE hs.lab_id = ${labId}::uuid AND hs.id = present.id AND NOT present.stays AND present.starts_on >= ${from}::date
    RETURNING hs.id),
  extended AS (
    UPDATE hcp_sector hs SET ends_before = ${until}::date FROM present
    WHERE hs.lab_id = ${labId}::uuid AND hs.id = present.id AND present.stays
      AND hs.ends_before IS DISTINCT FROM ${until}::date RETURNING hs.id),
  ended AS (SELECT (SELECT count(*) FROM closed) + (SELECT count(*) FROM dropped) AS rows,
    (SELECT count(*) FROM extended) AS kept),
  opened AS (
    INSERT INTO hcp_sector (lab_id, id, hcp_id, network_id, sector_id, practice_id, main, origin, starts_on, ends_before)
    SELECT ${labId}::uuid, ${newId()}, w.hcp_id, w.network_id, w.sector_id, w.practice_id, w.main, 'GEOGRAPHY',
      ${from}::date, ${until}::date
    FROM wanted w
    WHERE (SELECT rows + kept FROM ended) >= 0
      AND NOT EXISTS (SELECT FROM present WHERE present.stays AND present.hcp_id = w.hcp_id
        AND present.network_id = w.network_id AND present.sector_id = w.sector_id)
    ORDER BY w.hcp_id RETURNING id)
  SELECT (SELECT count(*) FROM opened)::int AS opened, (SELECT rows FROM ended)::int AS closed`

const changeDaysSql = (labId: string, from: string, hcpIds: string[] | null) => Prisma.sql`
  SELECT DISTINCT d.day::text AS day FROM (
    SELECT unnest(ARRAY[starts_on, ends_before]) AS day FROM sector_brick WHERE lab_id = ${labId}::uuid
      AND greatest(starts_on, ends_before) > ${from}::date
    UNION ALL
    SELECT unnest(ARRAY[hp.starts_on, hp.ends_before]) FROM hcp_practice hp WHERE hp.lab_id = ${labId}::uuid
      AND greatest(hp.starts_on, hp.ends_before) > ${from}::date ${ofThese('hp.hcp_id', hcpIds)}
    UNION ALL
    SELECT unnest(ARRAY[hs.starts_on, hs.ends_before]) FROM hcp_sector hs WHERE hs.lab_id = ${labId}::uuid
      AND hs.origin <> 'GEOGRAPHY' AND greatest(hs.starts_on, hs.ends_before) > ${from}::date ${ofThese('hs.hcp_id', hcpIds)}) d
  WHERE d.day > ${from}::date ORDER BY 1`

// Beyond it, joining whole tables costs less than looking each hcp up.
const shortList = 500

/**
 * Puts hcps in sectors by geography from a day on: per network, the principal practice gives the main sector, a second
 * practice elsewhere a second one, no brick no row (zone blanche). One statement for each day from which something is
 * different, usually one in all. What head office or a rep decided is left alone and wins. To be called after any change
 * of practices, bricks or decided sectors, in the same transaction; `hcpIds` null = every hcp of the lab.
 */
export async function assignSectors(
  db: Tx | Bulk,
  labId: string,
  from: string,
  hcpIds: readonly string[] | null = null,
): Promise<{ opened: number; closed: number }> {
  const ids = hcpIds ? [...hcpIds] : null
  const whole = ids === null || ids.length > shortList
  // A directory that just came has no statistics yet: the planner would walk the ground anew for each of its people.
  if (whole) await query(db, Prisma.sql`SELECT set_config('enable_nestloop', 'off', true)`)
  const later = await query<{ day: string }>(db, changeDaysSql(labId, from, ids))
  const days = [from, ...later.map(({ day }) => day)]
  const total = { opened: 0, closed: 0 }
  for (const [index, day] of days.entries()) {
    const window = { labId, first: index === 0, from: day, until: days[index + 1] ?? null, hcpIds: ids }
    const [done] = await query<{ opened: number; closed: number }>(db, windowSql(window))
    total.opened += done?.opened ?? 0
    total.closed += done?.closed ?? 0
  }
  if (whole) await query(db, Prisma.sql`SELECT set_config('enable_nestloop', 'on', true)`)
  return total
}
