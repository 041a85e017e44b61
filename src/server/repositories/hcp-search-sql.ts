import { excludedSegment } from '#src/contracts/directory.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import { searchWords } from '#src/lib/fold.ts'
import { candidatesSql, placeSql } from './answer-query-repository.ts'
import { universeSql } from './cycle-universe-repository.ts'
import type { DirectorySearch } from './directory-search.ts'
import { planCondition, planSectors } from './hcp-plan-sql.ts'

const { sql } = Prisma

const inLike = (word: string) => word.replaceAll(/[\\%_]/g, String.raw`\$&`)

// Sets of hcps are arrays, so that each is found once and before the scan, whatever the planner believes of its size.

/**
 * Hcps who work today where a condition on practice `p` holds. Practices as an array: the planner would else look each of
 * them up in the exclusion constraint's index, which does not begin with practices.
 */
const workingWhere = (labId: string, today: string, condition: Prisma.Sql) => sql`
  h.id = ANY (ARRAY(SELECT hp.hcp_id FROM hcp_practice hp
    WHERE hp.lab_id = ${labId}::uuid AND hp.starts_on <= ${today}::date
      AND (hp.ends_before IS NULL OR hp.ends_before > ${today}::date)
      AND hp.practice_id = ANY (ARRAY(SELECT p.id FROM practice p WHERE p.lab_id = ${labId}::uuid AND ${condition}))))`

function wordCondition(labId: string, today: string, word: string): Prisma.Sql {
  const text = inLike(word)
  if (/^\d+$/.test(word)) {
    const postal = workingWhere(labId, today, sql`p.postal_code LIKE ${`${text}%`}`)
    if (word.length < 5) return postal
    return sql`(${postal} OR h.id = ANY (ARRAY(SELECT i.hcp_id FROM hcp_identifier i
      WHERE i.lab_id = ${labId}::uuid AND i.value LIKE ${`${text}%`})))`
  }
  // One or two letters begin a word; three and more may stand anywhere in a name.
  if (word.length < 3) return sql`(h.search_text LIKE ${`${text}%`} OR h.search_text LIKE ${`% ${text}%`})`
  const commune = workingWhere(
    labId,
    today,
    sql`p.insee_code IN (SELECT c.insee_code FROM commune c
      WHERE fold(c.name) LIKE ${`${text}%`} OR fold(c.name) LIKE ${`% ${text}%`})`,
  )
  return sql`(h.search_text LIKE ${`%${text}%`} OR ${commune})`
}

const inSectors = (labId: string, today: string, sectors: Prisma.Sql) => sql`
  h.id = ANY (ARRAY(SELECT hs.hcp_id FROM hcp_sector hs WHERE hs.lab_id = ${labId}::uuid AND hs.starts_on <= ${today}::date
    AND (hs.ends_before IS NULL OR hs.ends_before > ${today}::date) AND ${sectors}))`

function segmentCondition(labId: string, search: DirectorySearch, codes: readonly string[]): Prisma.Sql {
  const { cycle, filter } = search
  if (!cycle?.runId) return sql`false`
  return sql`h.id = ANY (ARRAY(SELECT sa.hcp_id FROM segment_assignment sa
    LEFT JOIN cycle_segment cs ON cs.lab_id = ${labId}::uuid AND cs.id = sa.cycle_segment_id
    WHERE sa.lab_id = ${labId}::uuid AND sa.run_id = ${cycle.runId}::uuid AND sa.segmentation = ${filter.segmentation}
      AND coalesce(cs.code, ${excludedSegment}) = ANY (${[...codes]}::text[])))`
}

const opposedCondition = (labId: string, opposed: boolean) => sql`
  (h.id = ANY (ARRAY(SELECT last.hcp_id FROM (SELECT DISTINCT ON (k.hcp_id) k.hcp_id, k.kind FROM contact_permission k
    WHERE k.lab_id = ${labId}::uuid AND k.channel_id IS NULL ORDER BY k.hcp_id, k.effective_at DESC, k.id DESC) last
    WHERE last.kind = 'OPPOSITION'))) = ${opposed}`

/** In the universe of the cycle, with every required answer there and not expired, or with one at least missing. */
function qualifiedCondition(labId: string, search: DirectorySearch, qualified: boolean): Prisma.Sql {
  if (!search.required) return sql`false`
  const { questions, ground } = search.required
  const universe = universeSql(labId, ground, planSectors(search) ?? undefined)
  if (questions.length === 0)
    return qualified ? sql`h.id = ANY (ARRAY(SELECT u.hcp_id FROM (${universe}) u))` : sql`false`
  return sql`h.id = ANY (ARRAY(WITH people AS MATERIALIZED (SELECT DISTINCT u.hcp_id FROM (${universe}) u),
      place AS (${placeSql(labId, ground)}),
      settled AS (SELECT c.hcp_id, c.ordinal FROM (${candidatesSql(labId, questions)}) c GROUP BY c.hcp_id, c.ordinal
        HAVING min(c.priority) IS NOT DISTINCT FROM min(c.priority) FILTER (WHERE NOT c.expired)),
      counted AS (SELECT s.hcp_id, count(*) AS present FROM settled s GROUP BY s.hcp_id)
    SELECT p.hcp_id FROM people p LEFT JOIN counted k ON k.hcp_id = p.hcp_id
    WHERE (coalesce(k.present, 0) >= ${questions.length}) = ${qualified}))`
}

/** Everything that a row `h` of hcp must satisfy, the reader's own walls included. */
export function searchCondition(labId: string, search: DirectorySearch): Prisma.Sql {
  const { filter, scope, today } = search
  const all: Prisma.Sql[] = [sql`h.lab_id = ${labId}::uuid`]
  if (scope.kind === 'sectors')
    all.push(inSectors(labId, today, sql`hs.sector_id = ANY (${[...scope.sectorIds]}::uuid[])`))
  all.push(sql`h.status = ANY (${filter.statuses ?? ['ACTIVE']}::text[])`)
  for (const word of searchWords(filter.q ?? '')) all.push(wordCondition(labId, today, word))
  if (filter.sectorIds?.length)
    all.push(inSectors(labId, today, sql`hs.sector_id = ANY (${filter.sectorIds}::uuid[])`))
  if (filter.regionIds?.length)
    all.push(
      inSectors(
        labId,
        today,
        sql`hs.sector_id IN (SELECT s.id FROM sector s
          WHERE s.lab_id = ${labId}::uuid AND s.region_id = ANY (${filter.regionIds}::uuid[]))`,
      ),
    )
  if (filter.unassigned) all.push(sql`NOT ${inSectors(labId, today, sql`true`)}`)
  if (filter.specialties?.length) all.push(sql`h.specialty = ANY (${filter.specialties}::text[])`)
  if (filter.visitRules?.length) all.push(sql`h.visit_rule = ANY (${filter.visitRules}::text[])`)
  if (filter.opposed !== undefined) all.push(opposedCondition(labId, filter.opposed))
  if (filter.segments?.length) all.push(segmentCondition(labId, search, filter.segments))
  if (filter.qualified !== undefined) all.push(qualifiedCondition(labId, search, filter.qualified))
  if (filter.plan) all.push(planCondition(labId, search, filter.plan))
  return Prisma.join(all, ' AND ')
}
