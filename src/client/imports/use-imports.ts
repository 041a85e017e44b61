'use client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportDto } from '#src/contracts/imports.ts'
import { api, client } from '../api.ts'
import { importPages, isAtWork } from './import-pages.ts'
import { uploadImport } from './upload-import.ts'

const everyMilliseconds = 1500

/** The list looks again by itself while a worker is at one of them. */
export const useImports = () =>
  useInfiniteQuery({
    ...api.imports.list.infiniteOptions(importPages),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isAtWork)) ? everyMilliseconds * 2 : false,
  })

export const useImport = (id: string) =>
  useQuery({
    ...api.imports.get.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? everyMilliseconds : false),
  })

/** By version: a new check has its own errors. */
export const useImportErrors = ({ id, version, counts }: ImportDto) =>
  useQuery({
    ...api.imports.errors.queryOptions({ input: { id } }),
    queryKey: [...api.imports.errors.queryKey({ input: { id } }), version],
    enabled: (counts?.errors ?? 0) > 0,
  })

export const useImportOptions = () => useQuery(api.imports.options.queryOptions())

function useKnown() {
  const queries = useQueryClient()
  return (found: ImportDto) => {
    queries.setQueryData(api.imports.get.queryKey({ input: { id: found.id } }), found)
    void queries.invalidateQueries({ queryKey: api.imports.list.key() })
  }
}

export function useUpload(onProgress: (share: number) => void) {
  const known = useKnown()
  return useMutation({
    mutationFn: (upload: Parameters<typeof uploadImport>[0]) => uploadImport(upload, onProgress),
    onSuccess: known,
  })
}

export function useApply(found: ImportDto) {
  const known = useKnown()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (withoutErrors: boolean) =>
      client.imports.apply({
        id: found.id,
        version: found.version,
        withoutErrors,
        commandId: crypto.randomUUID(),
      }),
    onSuccess: known,
    onError: () => void queries.invalidateQueries({ queryKey: api.imports.key() }),
  })
}

export function useCheckAgain(id: string) {
  const known = useKnown()
  return useMutation({
    mutationFn: () => client.imports.check({ id, commandId: crypto.randomUUID() }),
    onSuccess: known,
  })
}
