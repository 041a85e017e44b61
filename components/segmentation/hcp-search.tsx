'use client'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHcpSearch } from '#src/client/segmentation/use-studio.ts'

/** Any hcp by name, to explain it. */
export function HcpSearch({ onChoose }: { onChoose: (hcpId: string) => void }) {
  const t = useTranslations('segmentation.movers')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 200)
  const { data, isFetching } = useHcpSearch(asked)
  const options = (asked.trim().length < 2 ? [] : (data?.items ?? [])).map((hcp) => ({
    value: hcp.id,
    label: [`${hcp.firstName} ${hcp.lastName}`, hcp.specialty, hcp.commune].filter(Boolean).join(' · '),
  }))
  return (
    <Select
      size="sm"
      mt={8}
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={null}
      searchable
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={asked.trim().length < 2 || isFetching ? undefined : t('searchNone')}
      searchValue={text}
      onSearchChange={setText}
      value={null}
      onChange={(id) => {
        if (id) onChoose(id)
        setText('')
      }}
    />
  )
}
