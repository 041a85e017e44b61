'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** Why an hcp is in its segment of a cycle, by what was officially computed. Not found is an answer, not a failure. */
export const useExplanation = (cycleId: string, hcpId: string, segmentation = 'general') =>
  useQuery(
    api.segmentation.explain.queryOptions({
      input: { id: cycleId, hcpId, segmentation },
      staleTime: 5 * 60_000,
      retry: false,
    }),
  )
