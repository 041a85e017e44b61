'use client'
import { Button, MultiSelect, Select, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { SidePanel } from '#components/ui/side-panel.tsx'
import type { DirectoryFacets, DirectoryFilterInput } from '#src/contracts/directory.ts'
import { planFilters, hcpStatuses, visitRules } from '#src/contracts/words.ts'

type Props = {
  opened: boolean
  onClose: () => void
  filter: DirectoryFilterInput
  facets: DirectoryFacets | undefined
  mayQualify: boolean
  onChange: (next: DirectoryFilterInput) => void
}

const flags = ['1', '0'] as const

/** Every filter of the directory in one panel; the list behind follows at once. */
export function DirectoryFilterPanel({ opened, onClose, filter, facets, mayQualify, onChange }: Props) {
  const t = useTranslations('directory')
  const format = useFormat()
  const cycleId = filter.cycleId ?? facets?.currentCycleId ?? null
  const cycle = facets?.cycles.find(({ id }) => id === cycleId)
  const set = <Key extends keyof DirectoryFilterInput>(key: Key, value: DirectoryFilterInput[Key] | null) => {
    const { [key]: _, ...rest } = filter
    const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0)
    onChange(empty ? rest : { ...rest, [key]: value })
  }
  const named = (rows: readonly { id: string; name: string }[] = []) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  const bit = (value: boolean | undefined) => (value === undefined ? null : value ? '1' : '0')
  const words = (key: 'opposed' | 'qualified') =>
    flags.map((value) => ({
      value,
      label: t(
        key === 'opposed'
          ? value === '1'
            ? 'chip.opposed'
            : 'chip.notOpposed'
          : value === '1'
            ? 'chip.qualified'
            : 'chip.unqualified',
      ),
    }))

  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={t('filters')}
      footer={
        <>
          <Button onClick={onClose}>{t('showList')}</Button>
          <Button variant="subtle" color="gray" onClick={() => onChange(filter.q ? { q: filter.q } : {})}>
            {t('clear')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        {(facets?.regions.length ?? 0) > 1 && (
          <MultiSelect
            label={t('column.region')}
            data={named(facets?.regions)}
            value={filter.regionIds ?? []}
            onChange={(value) => set('regionIds', value)}
            searchable
            clearable
          />
        )}
        {(facets?.sectors.length ?? 0) > 1 && (
          <MultiSelect
            label={t('column.sector')}
            data={named(facets?.sectors)}
            value={filter.sectorIds ?? []}
            onChange={(value) => set('sectorIds', value)}
            searchable
            clearable
            limit={100}
          />
        )}
        <MultiSelect
          label={t('column.specialty')}
          data={(facets?.specialties ?? []).map(({ value, hcps }) => ({
            value,
            label: `${value} (${format.number(hcps)})`,
          }))}
          value={filter.specialties ?? []}
          onChange={(value) => set('specialties', value)}
          searchable
          clearable
          limit={100}
        />
        <Select
          label={t('cycle')}
          data={named(facets?.cycles)}
          value={cycleId}
          onChange={(value) => {
            const { segments: _, ...rest } = filter
            onChange(value ? { ...rest, cycleId: value } : rest)
          }}
        />
        <MultiSelect
          label={t('column.segment')}
          data={[
            ...(cycle?.segments ?? []).map(({ code, name }) => ({ value: code, label: name })),
            { value: 'excluded', label: t('chip.excluded') },
          ]}
          value={filter.segments ?? []}
          onChange={(value) => set('segments', value)}
          clearable
        />
        <Select
          label={t('planLabel')}
          data={planFilters.map((value) => ({ value, label: t(`plan.${value}`) }))}
          value={filter.plan ?? null}
          onChange={(value) => set('plan', planFilters.find((one) => one === value) ?? null)}
          clearable
        />
        {mayQualify && (
          <Select
            label={t('qualification')}
            data={words('qualified')}
            value={bit(filter.qualified)}
            onChange={(value) => set('qualified', value === null ? null : value === '1')}
            clearable
          />
        )}
        <Select
          label={t('opposition')}
          data={words('opposed')}
          value={bit(filter.opposed)}
          onChange={(value) => set('opposed', value === null ? null : value === '1')}
          clearable
        />
        <MultiSelect
          label={t('column.rule')}
          data={visitRules.map((value) => ({ value, label: t(`visitRule.${value}`) }))}
          value={filter.visitRules ?? []}
          onChange={(value) =>
            set(
              'visitRules',
              visitRules.filter((rule) => value.includes(rule)),
            )
          }
          clearable
        />
        <MultiSelect
          label={t('statusLabel')}
          description={t('statusHelp')}
          data={hcpStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={filter.statuses ?? []}
          onChange={(value) =>
            set(
              'statuses',
              hcpStatuses.filter((status) => value.includes(status)),
            )
          }
          clearable
        />
      </Stack>
    </SidePanel>
  )
}
