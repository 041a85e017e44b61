'use client'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { FollowPerimeterInput } from '#src/contracts/follow-up.ts'
import type { FollowHcpFilter } from '#src/contracts/words.ts'
import { api, client } from '../api.ts'
import { saveFile } from '../save-file.ts'

const computingPause = 3000

/** A perimeter's follow-up; asked again while new figures are being computed. */
export const useFollowUp = (input: FollowPerimeterInput) =>
  useQuery({
    ...api.followUp.get.queryOptions({ input }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.computing.isRunning ? computingPause : false),
  })

export type HcpChoice = {
  filter: FollowHcpFilter
  segment?: string | undefined
  channelId?: string | undefined
  productId?: string | undefined
}

const pageLength = 50
const choiceOf = ({ filter, segment, channelId, productId }: HcpChoice) => ({
  filter,
  ...(segment !== undefined && { segment }),
  ...(channelId && { channelId }),
  ...(productId && { productId }),
})

export const useHcpsBehind = (perimeter: FollowPerimeterInput, choice: HcpChoice | null) =>
  useInfiniteQuery({
    ...api.followUp.hcps.infiniteOptions({
      input: (offset: number) => ({
        ...perimeter,
        ...choiceOf(choice ?? { filter: 'all' }),
        offset,
        limit: pageLength,
      }),
      initialPageParam: 0,
      getNextPageParam: (last) => (last.nextCursor === null ? undefined : Number(last.nextCursor)),
    }),
    enabled: choice !== null,
  })

export const useExportFollowUp = () =>
  useMutation({
    mutationFn: ({
      perimeter,
      what,
      choice,
    }: {
      perimeter: FollowPerimeterInput
      what: 'sectors' | 'hcps'
      choice: HcpChoice
    }) => client.followUp.export({ ...perimeter, ...choiceOf(choice), what }),
    onSuccess: saveFile,
  })

export const useWatermarks = (enabled: boolean) => useQuery(api.followUp.watermarks.queryOptions({ enabled }))

export function useSettle() {
  const queryClient = useQueryClient()
  return useMutation(
    api.followUp.settle.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.followUp.key() }),
    }),
  )
}
