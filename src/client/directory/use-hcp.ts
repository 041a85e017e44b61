'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'

export const useHcp = (id: string, cycleId: string | undefined) =>
  useQuery(api.directory.get.queryOptions({ input: { id, ...(cycleId && { cycleId }) } }))

const useFresh = () => {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: api.directory.key() })
}

export const useCreateHcp = () => {
  const onSuccess = useFresh()
  return useMutation(api.directory.create.mutationOptions({ onSuccess }))
}

export const useUpdateHcp = () => {
  const onSuccess = useFresh()
  return useMutation(api.directory.update.mutationOptions({ onSuccess }))
}

export const useSetPermission = () => {
  const onSuccess = useFresh()
  return useMutation(api.directory.setPermission.mutationOptions({ onSuccess }))
}

export const useCommunes = (q: string) =>
  useQuery(api.directory.communes.queryOptions({ input: { q }, enabled: q.trim().length >= 2 }))
