'use client'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { TargetingSector } from '#src/contracts/targeting.ts'
import classes from './targeting.module.css'

type Props = {
  sectors: readonly TargetingSector[]
  activeId: string | null
  onOpen: (id: string) => void
}

/** Amber above it. */
const toleranceBps = 10_500

/** One line a sector: what its rep is proposed, and what cannot be done. A line opens what the rep will see. */
export function TargetingSectors({ sectors, activeId, onOpen }: Props) {
  const t = useTranslations('targeting')
  const format = useFormat()
  const numeric = (id: 'targets' | 'contacts', phone: boolean): Column<TargetingSector> => ({
    id,
    header: t(`sectors.${id}`),
    align: 'right',
    phone,
    sortValue: (sector) => sector[id],
    cell: (sector) => format.number(sector[id]),
  })
  const columns: Column<TargetingSector>[] = [
    {
      id: 'name',
      header: t('sectors.sector'),
      sortValue: ({ name }) => name,
      cell: ({ name, region }) => (
        <span className={classes.person}>
          {name}
          <small>{region}</small>
        </span>
      ),
    },
    {
      id: 'lead',
      header: t('sectors.lead'),
      phone: false,
      sortValue: ({ lead }) => lead,
      cell: ({ lead }) => <span className={classes.cause}>{lead ?? t('sectors.vacant')}</span>,
    },
    numeric('targets', true),
    numeric('contacts', false),
    {
      id: 'utilisation',
      header: t('sectors.utilisation'),
      align: 'right',
      phone: false,
      sortValue: ({ utilisationBps }) => utilisationBps,
      tint: ({ utilisationBps }) => ((utilisationBps ?? 0) > toleranceBps ? 'risk' : null),
      cell: ({ utilisationBps }) => format.percent(utilisationBps),
    },
    {
      id: 'infeasible',
      header: t('sectors.infeasible'),
      align: 'right',
      sortValue: ({ gate }) => gate.infeasible,
      cell: ({ gate }) => (gate.infeasible === 0 ? '·' : format.number(gate.infeasible)),
    },
    {
      id: 'share',
      header: t('sectors.share'),
      align: 'right',
      phone: false,
      sortValue: ({ gate }) => gate.shareBps,
      cell: ({ gate }) => format.percent(gate.shareBps, 1),
    },
    {
      id: 'cause',
      header: t('sectors.cause'),
      phone: false,
      cell: ({ gate }) => {
        const first = gate.causes.toSorted((left, right) => right.contacts - left.contacts)[0]
        if (!first) return null
        return (
          <span className={classes.cause}>
            {t(`gate.cause.${first.cause}`)} {format.number(first.contacts)}
          </span>
        )
      },
    },
  ]
  return (
    <DataTable
      label={t('sectors.title')}
      columns={columns}
      rows={sectors}
      rowId={({ id }) => id}
      sorting={{ id: 'infeasible', desc: true }}
      activeId={activeId}
      onOpen={({ id }) => onOpen(id)}
    />
  )
}
