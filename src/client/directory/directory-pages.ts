import type { DirectoryFilterInput } from '#src/contracts/directory.ts'

export const pageLength = 100

/** Pages of the directory, the same for the browser and for the server that prefetches the first of them. */
export const directoryPages = (filter: DirectoryFilterInput) => ({
  input: (cursor: string | undefined) => ({ ...filter, limit: pageLength, ...(cursor && { cursor }) }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
})
