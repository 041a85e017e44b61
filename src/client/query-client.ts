import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query'

/** One a browser, one a request on the server; what a page prefetched travels in the HTML, what is still pending streams. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: 1 },
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
    },
  })
