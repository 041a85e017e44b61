'use client'
import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Page } from '#components/layout/page.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useImports } from '#src/client/imports/use-imports.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { mayEver } from '#src/policy/can.ts'
import { useImportColumns } from './use-import-columns.tsx'
import classes from './imports.module.css'

const rowId = (row: ImportDto) => row.id

/** Files that came, latest first, with what became of them. */
export function ImportsScreen({ actor }: { actor: Pick<Actor, 'role' | 'readOnly'> }) {
  const mayWrite = mayEver(actor, 'imports.write')
  const t = useTranslations('imports')
  const router = useRouter()
  const pages = useImports()
  const { columns, card } = useImportColumns()
  const total = pages.data?.pages[0]?.total
  const add = mayWrite && (
    <Button
      component={Link}
      href="/imports/nouveau"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t('new')}
    </Button>
  )
  return (
    <Page>
      <PageHeader
        title={t('title')}
        context={total === undefined ? undefined : t('total', { count: total })}
        sentence={t('sentence')}
        actions={add}
      />
      {pages.isError ? (
        <ErrorState onRetry={() => void pages.refetch()} />
      ) : !pages.data ? (
        <TableSkeleton rows={8} rowHeight={52} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={pages.data.pages.flatMap(({ items }) => items)}
          rowId={rowId}
          rowHeight={52}
          phoneRow={card}
          onOpen={(row) => router.push(`/imports/${row.id}`)}
          empty={
            <EmptyState icon={IconFileImport} title={t('empty.title')} action={add}>
              {t('empty.why')}
            </EmptyState>
          }
        />
      )}
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  )
}
