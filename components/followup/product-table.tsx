'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { AttainmentBar } from '#components/ui/bars.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import type { HcpChoice } from '#src/client/follow-up/use-follow-up.ts'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'
import classes from './followup.module.css'

type Row = FollowUpDto['products'][number]
type Props = { products: Row[]; onHcps: (choice: HcpChoice, title: string) => void }

/** Presentations shown against those approved: never added to contacts. */
export function ProductTable({ products, onHcps }: Props) {
  const t = useTranslations('followUp.products')
  const format = useFormat()
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'product',
        header: t('product'),
        width: 190,
        cell: ({ name }) => <b className={classes.name}>{name}</b>,
      },
      {
        id: 'bar',
        header: '',
        width: 160,
        phone: false,
        cell: (row) => <AttainmentBar valueBps={row.attainmentBps} expectedBps={row.expectedBps} />,
      },
      {
        id: 'attainment',
        header: t('attainment'),
        align: 'right',
        sortValue: ({ attainmentBps }) => attainmentBps,
        cell: ({ attainmentBps }) => <b>{format.percent(attainmentBps)}</b>,
      },
      {
        id: 'shown',
        header: t('shown'),
        align: 'right',
        cell: ({ credited, approved }) => `${format.number(credited)} / ${format.number(approved)}`,
      },
      {
        id: 'beyond',
        header: t('beyond'),
        align: 'right',
        phone: false,
        cell: ({ shown, credited }) => format.number(shown - credited),
      },
      {
        id: 'chance',
        header: t('chance'),
        align: 'right',
        cell: ({ probabilityBps }) => format.probability(probabilityBps),
      },
      {
        id: 'status',
        header: t('status'),
        width: 112,
        cell: ({ state }) => (state ? <StatusBadge status={state} /> : '–'),
      },
    ],
    [t, format],
  )
  if (products.length === 0) return null
  return (
    <Section title={t('title')} note={t('note')}>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={products}
        rowId={({ id }) => id}
        phoneRow={(row) => (
          <div className={classes.product}>
            <b className={classes.name}>{row.name}</b>
            {row.state ? <StatusBadge status={row.state} /> : <span />}
            <AttainmentBar valueBps={row.attainmentBps} expectedBps={row.expectedBps} />
            <b>{format.percent(row.attainmentBps)}</b>
            <small>
              {t('phone', { credited: format.number(row.credited), approved: format.number(row.approved) })}
            </small>
            <small>{t('phoneChance', { chance: format.probability(row.probabilityBps) })}</small>
          </div>
        )}
        onOpen={({ id, name }) => onHcps({ filter: 'all', productId: id }, name)}
      />
    </Section>
  )
}
