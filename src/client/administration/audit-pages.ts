import type { AuditFilter } from '#src/contracts/administration-audit.ts'

/** Pages of the journal, the same for the browser and for the server that prefetches the first of them. */
export const auditPages = (filter: AuditFilter) => ({
  input: (cursor: string | undefined) => ({ ...filter, limit: 100, ...(cursor && { cursor }) }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** The address of the journal → its filter; what an address says wrongly is left out. */
export function readAuditFilter(get: (name: string) => string | null): AuditFilter {
  const matching = (name: string, pattern: RegExp) => {
    const text = get(name)
    return text && pattern.test(text) ? text : undefined
  }
  const memberId = matching('member', uuid)
  const area = matching('area', /^[a-zA-Z-]{1,40}$/)
  const subjectId = matching('subject', /^[\w-]{1,60}$/)
  const from = matching('from', day)
  const to = matching('to', day)
  return {
    ...(memberId && { memberId }),
    ...(area && { area }),
    ...(subjectId && { subjectId }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

export function writeAuditFilter({ memberId, area, subjectId, from, to }: AuditFilter): string {
  const params = new URLSearchParams()
  const parts = { member: memberId, area, subject: subjectId, from, to }
  for (const [name, value] of Object.entries(parts)) if (value) params.set(name, value)
  const text = params.toString()
  return text ? `?${text}` : ''
}
