'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { DirectoryFacets, DirectoryFilterInput } from '#src/contracts/directory.ts'

export type DirectoryChip = { key: string; label: string; without: DirectoryFilterInput }

const drop = <Key extends keyof DirectoryFilterInput>(
  filter: DirectoryFilterInput,
  key: Key,
  value?: string,
) => {
  const { [key]: held, ...rest } = filter
  const left = Array.isArray(held) ? held.filter((one) => one !== value) : []
  return left.length > 0 ? { ...rest, [key]: left } : rest
}

/** Each part of a filter in words, with the filter that is left without it. */
export function useFilterChips(
  filter: DirectoryFilterInput,
  facets: DirectoryFacets | undefined,
): DirectoryChip[] {
  const t = useTranslations('directory')
  const locale = useLocale()
  const cycleId = filter.cycleId ?? facets?.currentCycleId
  const cycle = facets?.cycles.find(({ id }) => id === cycleId)
  const chips: DirectoryChip[] = []
  const add = (key: keyof DirectoryFilterInput, label: string, value?: string) =>
    chips.push({ key: `${key}:${value ?? ''}`, label, without: drop(filter, key, value) })
  const nameOf = (rows: readonly { id: string; name: string }[] | undefined, id: string) =>
    rows?.find((row) => row.id === id)?.name ?? '…'

  for (const id of filter.regionIds ?? []) add('regionIds', nameOf(facets?.regions, id), id)
  for (const id of filter.sectorIds ?? []) add('sectorIds', nameOf(facets?.sectors, id), id)
  if (filter.unassigned) add('unassigned', t('chip.unassigned'))
  for (const one of filter.specialties ?? []) add('specialties', one, one)
  if (filter.cycleId && (filter.segments?.length || filter.plan || filter.qualified !== undefined))
    add('cycleId', cycle?.name ?? '…')
  for (const code of filter.segments ?? []) {
    const named = cycle?.segments.find((segment) => segment.code === code)?.name
    add('segments', named ?? (code === 'excluded' ? t('chip.excluded') : code), code)
  }
  if (filter.qualified !== undefined)
    add('qualified', t(filter.qualified ? 'chip.qualified' : 'chip.unqualified'))
  if (filter.plan) add('plan', t(`plan.${filter.plan}`))
  if (filter.reason) {
    const reason = facets?.reasons.find(({ code }) => code === filter.reason)
    add('reason', reason?.[locale] ?? filter.reason)
  }
  if (filter.channel) add('channel', filter.channel)
  if (filter.opposed !== undefined) add('opposed', t(filter.opposed ? 'chip.opposed' : 'chip.notOpposed'))
  for (const rule of filter.visitRules ?? []) add('visitRules', t(`visitRule.${rule}`), rule)
  for (const status of filter.statuses ?? []) add('statuses', t(`status.${status}`), status)
  return chips
}
