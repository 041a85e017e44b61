'use client'
import { Button, Loader } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { DataTable } from '#components/ui/data-table.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import type { useDirectory } from '#src/client/directory/use-directory.ts'
import type { DirectoryRow } from '#src/contracts/directory.ts'
import { useDirectoryColumns } from './directory-columns.tsx'
import classes from './directory.module.css'

type Props = { pages: ReturnType<typeof useDirectory>; showSectors: boolean; onClear: () => void }

const rowId = (row: DirectoryRow) => row.id
/** The next page is asked for before its place is seen. */
const ahead = '800px'

export function DirectoryList({ pages, showSectors, onClear }: Props) {
  const t = useTranslations('directory')
  const router = useRouter()
  const end = useRef<HTMLDivElement>(null)
  const { columns, card } = useDirectoryColumns(showSectors)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = pages

  useEffect(() => {
    const element = end.current
    if (!element || !hasNextPage) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting && !isFetchingNextPage) void fetchNextPage()
      },
      { rootMargin: ahead },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  if (pages.isError) return <ErrorState onRetry={() => void pages.refetch()} />
  if (!data) return <TableSkeleton rows={14} />
  const rows = data.pages.flatMap(({ items }) => items)
  return (
    <div className={pages.isPlaceholderData ? classes.fading : undefined}>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={rowId}
        phoneRow={card}
        onOpen={(row) => router.push(`/annuaire/${row.id}`)}
        mutedOf={(row) => row.status !== 'ACTIVE'}
        empty={
          <EmptyState
            icon={IconUserSearch}
            title={t('empty.title')}
            action={
              <Button variant="default" onClick={onClear}>
                {t('empty.clear')}
              </Button>
            }
          >
            {t('empty.why')}
          </EmptyState>
        }
      />
      <div ref={end} className={classes.end}>
        {isFetchingNextPage && <Loader size="sm" />}
      </div>
    </div>
  )
}
