'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import classes from './print.module.css'

type Props = { plan: PlanDto; rows: readonly PlanRow[] }

const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

/** The list on paper: by commune, what is committed on each channel. On the screen it is not there. */
export function PlanPrint({ plan, rows }: Props) {
  const t = useTranslations('plans.print')
  const format = useFormat()
  const contacts = (row: PlanRow, channel: string) => {
    const line = row.lines.find((one) => one.channel === channel)
    return line?.approved ?? line?.proposed ?? 0
  }
  const kept = rows.filter((row) => plan.channels.some(({ code }) => contacts(row, code) > 0))
  const channels = plan.channels.filter(({ code }) => kept.some((row) => contacts(row, code) > 0))
  const communes = new Map<string, PlanRow[]>()
  for (const row of kept.toSorted((a, b) => collator.compare(a.hcp.name, b.hcp.name))) {
    const commune = row.hcp.commune ?? t('nowhere')
    communes.set(commune, [...(communes.get(commune) ?? []), row])
  }
  const groups = [...communes].toSorted(([left], [right]) => collator.compare(left, right))
  return (
    <section className={classes.print} aria-hidden>
      <h1>{t('title', { sector: plan.sectorName, cycle: plan.cycleName })}</h1>
      <p>{t('context', { count: kept.length, state: plan.state, day: format.day(plan.today, 'year') })}</p>
      <table>
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('specialty')}</th>
            <th>{t('segment')}</th>
            {channels.map(({ code, name }) => (
              <th key={code}>{name}</th>
            ))}
          </tr>
        </thead>
        {groups.map(([commune, own]) => (
          <tbody key={commune}>
            <tr>
              <th colSpan={3 + channels.length}>
                {commune} <span>{own.length}</span>
              </th>
            </tr>
            {own.map((row) => (
              <tr key={row.hcp.hcpId}>
                <td>{row.hcp.name}</td>
                <td>{row.hcp.specialty}</td>
                <td>{plan.segments.find(({ code }) => code === row.hcp.segment)?.name ?? ''}</td>
                {channels.map(({ code }) => (
                  <td key={code}>{contacts(row, code) || ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
