'use client'
import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { FilterChips } from '#components/ui/filter-chips.tsx'
import type { DirectoryFacets, DirectoryFilterInput } from '#src/contracts/directory.ts'
import { useFilterChips } from './use-filter-chips.ts'

const DirectoryFilterPanel = dynamic(
  () => import('./directory-filter-panel.tsx').then((module) => module.DirectoryFilterPanel),
  { ssr: false },
)

type Props = {
  filter: DirectoryFilterInput
  facets: DirectoryFacets | undefined
  mayQualify: boolean
  onChange: (next: DirectoryFilterInput) => void
}

/** What is filtered, one chip each: pressing it takes it away. */
export function DirectoryFilters({ filter, facets, mayQualify, onChange }: Props) {
  const t = useTranslations('directory')
  const [opened, setOpened] = useState(false)
  const chips = useFilterChips(filter, facets)
  return (
    <>
      <FilterChips
        chips={chips.map(({ key, label }) => ({ key, label, pressed: true, removable: true }))}
        onToggle={(key) => {
          const chip = chips.find((one) => one.key === key)
          if (chip) onChange(chip.without)
        }}
      >
        <Button
          variant="default"
          size="compact-sm"
          radius="xl"
          leftSection={<IconAdjustmentsHorizontal size={14} stroke={1.75} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          {t('filters')}
        </Button>
      </FilterChips>
      <DirectoryFilterPanel
        opened={opened}
        onClose={() => setOpened(false)}
        filter={filter}
        facets={facets}
        mayQualify={mayQualify}
        onChange={onChange}
      />
    </>
  )
}
