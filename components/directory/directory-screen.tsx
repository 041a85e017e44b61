'use client'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconDownload, IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { writeDirectoryFilter } from '#src/client/directory/directory-filter.ts'
import { readDirectoryFilter } from '#src/client/directory/read-directory-filter.ts'
import { useDirectory, useExport, useFacets } from '#src/client/directory/use-directory.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { DirectoryFilterInput } from '#src/contracts/directory.ts'
import { mayEver } from '#src/policy/can.ts'
import { DirectoryFilters } from './directory-filters.tsx'
import { DirectoryList } from './directory-list.tsx'
import classes from './directory.module.css'

const HcpForm = dynamic(() => import('./hcp-form.tsx').then((module) => module.HcpForm), { ssr: false })

type Props = { actor: Pick<Actor, 'role' | 'readOnly'> }

const typingPause = 150

export function DirectoryScreen({ actor }: Props) {
  const mayWrite = mayEver(actor, 'directory.write')
  const t = useTranslations('directory')
  const format = useFormat()
  const params = useSearchParams()
  const filter = readDirectoryFilter((name) => params.get(name))
  const [text, setText] = useState(filter.q ?? '')
  const [adding, setAdding] = useState(false)
  const pages = useDirectory(filter)
  const facets = useFacets()
  const csv = useExport()
  // The address holds the filter; only the list is read again, the page is not.
  const show = (next: DirectoryFilterInput) =>
    window.history.replaceState(null, '', `/annuaire${writeDirectoryFilter(next)}`)
  const search = useDebouncedCallback((q: string) => {
    const { q: _, ...rest } = filter
    show(q.trim() ? { ...rest, q: q.trim() } : rest)
  }, typingPause)
  const total = pages.data?.pages[0]?.total

  return (
    <Page>
      <PageHeader
        title={t('title')}
        context={
          total === undefined ? t('counting') : t('total', { count: total, text: format.number(total) })
        }
        actions={
          <>
            <Button
              variant="default"
              visibleFrom="sm"
              leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
              loading={csv.isPending}
              disabled={!total}
              onClick={() => csv.mutate(filter)}
            >
              {t('export')}
            </Button>
            {mayWrite && (
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                onClick={() => setAdding(true)}
              >
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          type="search"
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          placeholder={t('searchHint')}
          aria-label={t('search')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            search(event.currentTarget.value)
          }}
        />
        <DirectoryFilters
          filter={filter}
          facets={facets.data}
          mayQualify={mayEver(actor, 'qualification.read')}
          onChange={(next) => {
            setText(next.q ?? '')
            show(next)
          }}
        />
      </div>
      <DirectoryList
        pages={pages}
        showSectors={actor.role !== 'REP'}
        onClear={() => {
          setText('')
          show({})
        }}
      />
      {mayWrite && <HcpForm opened={adding} onClose={() => setAdding(false)} hcp={null} />}
    </Page>
  )
}
