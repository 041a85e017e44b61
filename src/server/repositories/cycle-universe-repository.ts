import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import { Prisma } from '#src/generated/prisma/client.ts'

type Condition = NonNullable<Configuration['universe']>
type Operand = Extract<Condition, { op: 'missing' }>['field']

/** Where and when a cycle looks: its networks on one day. */
export type CycleGround = {
  networkIds: readonly string[]
  /** The reference day. */
  day: string
  universe: Condition | null
}

const columns = {
  profession: Prisma.sql`h.profession`,
  specialty: Prisma.sql`h.specialty`,
  region: Prisma.sql`r.code`,
  sector: Prisma.sql`s.code`,
} as const

const isDirect = (name: string): name is keyof typeof columns => name in columns
const unknown = Prisma.sql`NULL::boolean`
const columnOf = (operand: Operand) =>
  typeof operand === 'object' && 'kind' in operand && operand.kind === 'attribute' && isDirect(operand.name)
    ? columns[operand.name]
    : null

/**
 * A universe's condition in three values: what depends on answers is unknown, since qualification is what finds them,
 * and so is what takes a computation.
 * A comparison on a missing attribute is false, as in the engine.
 */
function conditionSql(condition: Condition): Prisma.Sql {
  switch (condition.op) {
    case 'and':
    case 'or':
      return Prisma.sql`(${Prisma.join(condition.terms.map(conditionSql), condition.op === 'and' ? ' AND ' : ' OR ')})`
    case 'not':
      return Prisma.sql`NOT (${conditionSql(condition.term)})`
    case 'missing': {
      const column = columnOf(condition.field)
      return column ? Prisma.sql`(${column} IS NULL)` : unknown
    }
    case 'compare': {
      const column = columnOf(condition.field)
      if (!column || typeof condition.value === 'object') return unknown
      if (condition.comparison === '=')
        return Prisma.sql`coalesce(${column} = ${String(condition.value)}, false)`
      if (condition.comparison === '!=')
        return Prisma.sql`coalesce(${column} <> ${String(condition.value)}, false)`
      return Prisma.sql`false`
    }
    case 'in': {
      const column = columnOf(condition.field)
      return column
        ? Prisma.sql`coalesce(${column} = ANY(${condition.values.map(String)}::text[]), false)`
        : unknown
    }
    case 'between':
      return columnOf(condition.field) ? Prisma.sql`false` : unknown
  }
}

/**
 * Active hcps with a main sector in the networks, who are or may still be in the universe:
 * hcp_id, sector_id, region_id, network_id. An hcp of two networks comes twice.
 */
export function universeSql(labId: string, ground: CycleGround, sectorIds?: readonly string[]): Prisma.Sql {
  const inSectors = sectorIds ? Prisma.sql`AND hs.sector_id = ANY(${[...sectorIds]}::uuid[])` : Prisma.empty
  const within = ground.universe
    ? Prisma.sql`AND (${conditionSql(ground.universe)}) IS NOT FALSE`
    : Prisma.empty
  return Prisma.sql`
    SELECT hs.hcp_id, hs.sector_id, s.region_id, hs.network_id
    FROM hcp_sector hs
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = hs.hcp_id AND h.status = 'ACTIVE'
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = hs.sector_id
    JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
    WHERE hs.lab_id = ${labId}::uuid AND hs.main AND hs.network_id = ANY(${[...ground.networkIds]}::uuid[])
      AND hs.starts_on <= ${ground.day}::date AND (hs.ends_before IS NULL OR hs.ends_before > ${ground.day}::date)
      ${inSectors} ${within}`
}
