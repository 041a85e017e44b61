'use client'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AuditFilter } from '#src/contracts/administration-audit.ts'
import { api } from '../api.ts'
import { auditPages } from './audit-pages.ts'

const { members, territory, calendar, portfolio, audit } = api.administration

/** After a change, everything that administration shows is read again. */
const useFresh = () => {
  const queryClient = useQueryClient()
  return { onSuccess: () => queryClient.invalidateQueries({ queryKey: api.administration.key() }) }
}

export const useMembers = () => useQuery(members.list.queryOptions())
export const useInvite = () => useMutation(members.invite.mutationOptions(useFresh()))
export const useUpdateMember = () => useMutation(members.update.mutationOptions(useFresh()))
export const useDisableMember = () => useMutation(members.disable.mutationOptions(useFresh()))
export const useCreateLink = () => useMutation(members.createLink.mutationOptions(useFresh()))
export const useRevokeSessions = () => useMutation(members.revokeSessions.mutationOptions(useFresh()))

export const useTerritory = (day?: string) =>
  useQuery(territory.get.queryOptions({ input: day ? { day } : {} }))
export const useFieldPeople = (enabled: boolean) => useQuery(territory.people.queryOptions({ enabled }))
export const useSaveNetwork = () => useMutation(territory.saveNetwork.mutationOptions(useFresh()))
export const useSaveRegion = () => useMutation(territory.saveRegion.mutationOptions(useFresh()))
export const useSaveSector = () => useMutation(territory.saveSector.mutationOptions(useFresh()))
export const useSaveRep = () => useMutation(territory.saveRep.mutationOptions(useFresh()))
export const useSaveManager = () => useMutation(territory.saveManager.mutationOptions(useFresh()))
export const useRemoveAssignment = () => useMutation(territory.removeAssignment.mutationOptions(useFresh()))

export const useCalendar = () => useQuery(calendar.get.queryOptions())
export const useSaveWorkingTime = () => useMutation(calendar.saveWorkingTime.mutationOptions(useFresh()))
export const useSaveAbsence = () => useMutation(calendar.saveAbsence.mutationOptions(useFresh()))
export const useRemoveAbsence = () => useMutation(calendar.removeAbsence.mutationOptions(useFresh()))
export const useSaveClosedDays = () => useMutation(calendar.saveClosedDays.mutationOptions(useFresh()))

export const usePortfolio = () => useQuery(portfolio.get.queryOptions())
export const useSaveProduct = () => useMutation(portfolio.saveProduct.mutationOptions(useFresh()))
export const useSaveChannel = () => useMutation(portfolio.saveChannel.mutationOptions(useFresh()))
export const useSaveReason = () => useMutation(portfolio.saveReason.mutationOptions(useFresh()))
export const useSaveSource = () => useMutation(portfolio.saveSource.mutationOptions(useFresh()))

export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({ ...audit.list.infiniteOptions(auditPages(filter)), placeholderData: keepPreviousData })
export const useAuditChoices = () => useQuery(audit.choices.queryOptions())
export const useVerifyAudit = () => useQuery(audit.verify.queryOptions({ enabled: false }))
