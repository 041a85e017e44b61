'use client'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { usePortfolio } from '#src/client/administration/use-administration.ts'
import type { ChannelDto, ProductDto, ReasonDto, SourceDto } from '#src/contracts/administration-portfolio.ts'

const ChannelForm = dynamic(() => import('./channel-form.tsx').then((module) => module.ChannelForm), {
  ssr: false,
})
const ProductForm = dynamic(() => import('./product-form.tsx').then((module) => module.ProductForm), {
  ssr: false,
})
const ReasonForm = dynamic(() => import('./reason-form.tsx').then((module) => module.ReasonForm), {
  ssr: false,
})
const SourceForm = dynamic(() => import('./source-form.tsx').then((module) => module.SourceForm), {
  ssr: false,
})
const loadLater = () =>
  Promise.all([
    import('./channel-form.tsx'),
    import('./product-form.tsx'),
    import('./reason-form.tsx'),
    import('./source-form.tsx'),
  ])

type Opened =
  | { kind: 'product'; row: ProductDto | null }
  | { kind: 'channel'; row: ChannelDto | null }
  | { kind: 'reason'; row: ReasonDto | null }
  | { kind: 'source'; row: SourceDto | null }

/** Products, channels, reasons and sources: retired, never deleted, since cycles, plans and calls point at them. */
export function PortfolioScreen({ mayWrite }: { mayWrite: boolean }) {
  const t = useTranslations('administration.portfolio')
  usePreload(loadLater)
  const locale = useLocale()
  const format = useFormat()
  const { data, isError, refetch } = usePortfolio()
  const [opened, setOpened] = useState<Opened | null>(null)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={12} />
  const close = () => setOpened(null)
  const part = <Row extends { id: string; active?: boolean }>(
    kind: Opened['kind'],
    rows: readonly Row[],
    columns: Column<Row>[],
    open: (row: Row | null) => void,
    flush = false,
  ): ReactNode => (
    <Section
      title={t(`${kind}.title`)}
      note={t(`${kind}.note`)}
      flush={flush}
      actions={
        mayWrite && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
            onClick={() => open(null)}
          >
            {t(`${kind}.add`)}
          </Button>
        )
      }
    >
      <DataTable
        label={t(`${kind}.title`)}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        mutedOf={({ active }) => active === false}
        {...(mayWrite && { onOpen: open })}
        empty={<EmptyState title={t(`${kind}.none`)}>{t(`${kind}.why`)}</EmptyState>}
      />
    </Section>
  )
  const retired = <Row extends { active: boolean }>(): Column<Row> => ({
    id: 'active',
    header: '',
    align: 'right',
    cell: ({ active }) => (active ? null : <StateBadge tone="idle">{t('retired')}</StateBadge>),
  })
  return (
    <>
      {part<ProductDto>(
        'product',
        data.products,
        [
          { id: 'name', header: t('name'), sortValue: ({ name }) => name, cell: ({ name }) => <b>{name}</b> },
          { id: 'code', header: t('code'), sortValue: ({ code }) => code, cell: ({ code }) => code },
          {
            id: 'price',
            header: t('unitPrice'),
            align: 'right',
            phone: false,
            cell: (row) => format.money(row.unitPriceCents),
          },
          {
            id: 'margin',
            header: t('unitMargin'),
            align: 'right',
            phone: false,
            cell: (row) => format.money(row.unitMarginCents),
          },
          retired(),
        ],
        (row) => setOpened({ kind: 'product', row }),
        true,
      )}
      {part<ChannelDto>(
        'channel',
        data.channels,
        [
          { id: 'name', header: t('name'), cell: ({ name }) => <b>{name}</b> },
          { id: 'code', header: t('code'), cell: ({ code }) => code },
          { id: 'kind', header: t('kind'), cell: ({ kind }) => t(`channelKind.${kind}`) },
          {
            id: 'consent',
            header: t('consent'),
            phone: false,
            cell: ({ needsConsent }) => (needsConsent ? t('needed') : '–'),
          },
          retired(),
        ],
        (row) => setOpened({ kind: 'channel', row }),
      )}
      {part<ReasonDto>(
        'reason',
        data.reasons,
        [
          { id: 'label', header: t('name'), cell: ({ labels }) => <b>{labels[locale]}</b> },
          { id: 'code', header: t('code'), phone: false, cell: ({ code }) => code },
          {
            id: 'used',
            header: t('usedFor'),
            cell: ({ usedFor }) => usedFor.map((use) => t(`use.${use}`)).join(', '),
          },
          retired(),
        ],
        (row) => setOpened({ kind: 'reason', row }),
      )}
      {part<SourceDto>(
        'source',
        data.sources,
        [
          { id: 'label', header: t('name'), cell: ({ label }) => <b>{label}</b> },
          { id: 'code', header: t('code'), cell: ({ code }) => code },
          { id: 'kind', header: t('kind'), cell: ({ kind }) => t(`sourceKind.${kind}`) },
        ],
        (row) => setOpened({ kind: 'source', row }),
      )}
      {opened?.kind === 'product' && <ProductForm product={opened.row} onClose={close} />}
      {opened?.kind === 'channel' && <ChannelForm channel={opened.row} onClose={close} />}
      {opened?.kind === 'reason' && <ReasonForm reason={opened.row} onClose={close} />}
      {opened?.kind === 'source' && <SourceForm source={opened.row} onClose={close} />}
    </>
  )
}
