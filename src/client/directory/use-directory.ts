'use client'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { DirectoryFilterInput } from '#src/contracts/directory.ts'
import { api, client } from '../api.ts'
import { saveFile } from '../save-file.ts'
import { directoryPages } from './directory-pages.ts'

export const useDirectory = (filter: DirectoryFilterInput) =>
  useInfiniteQuery({
    ...api.directory.list.infiniteOptions(directoryPages(filter)),
    placeholderData: keepPreviousData,
  })

export const useFacets = () => useQuery(api.directory.facets.queryOptions({ staleTime: 300_000 }))

export const useExport = () =>
  useMutation({
    mutationFn: (filter: DirectoryFilterInput) => client.directory.export(filter),
    onSuccess: saveFile,
  })
