import type { ImportDto, importsContract } from '#src/contracts/imports.ts'
import type { InferContractRouterOutputs } from '@orpc/contract'

type Page = InferContractRouterOutputs<typeof importsContract>['list']

/** The list page by page, the same for the first paint and for the browser. */
export const importPages = {
  input: (cursor: string | undefined) => ({ limit: 50, ...(cursor ? { cursor } : {}) }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
}

export const isAtWork = ({ state }: Pick<ImportDto, 'state'>): boolean =>
  state === 'UPLOADED' || state === 'CHECKING' || state === 'APPLYING'
