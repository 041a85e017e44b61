'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type CSSProperties } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { Behind } from '#src/client/qualification/use-criteria.ts'
import { shareOf, sumSectors, type SectorRow } from '#src/client/qualification/completeness.ts'
import type { CompletenessDto } from '#src/contracts/qualification.ts'
import classes from './completeness.module.css'

type Props = { data: CompletenessDto; onOpen: (behind: Behind, title: string) => void }

/** Completeness sector by sector and question by question: the paler, the more is missing. Each cell opens its hcps. */
export function CompletenessTable({ data, onOpen }: Props) {
  const t = useTranslations('qualification.completeness')
  const locale = useLocale()
  const format = useFormat()
  const { questions, sectors } = data
  const regions = [...new Map(sectors.map(({ regionId, region }) => [regionId, region]))]

  const cells = (row: SectorRow, sectorId: string | null, openable: boolean) =>
    questions.map(({ key, labels }, ordinal) => {
      const present = row.present[ordinal] ?? 0
      const share = shareOf(present, row.hcps)
      const missing = row.hcps - present
      const style = { '--heat': share === null ? 0 : share / 10_000 } as CSSProperties
      const told = format.percent(share)
      return (
        <td key={key} style={style}>
          {openable && missing > 0 ? (
            <button
              type="button"
              title={t('cell', { missing, expired: row.expired[ordinal] ?? 0 })}
              onClick={() => onOpen({ sectorId, key, state: 'toAsk' }, `${labels[locale]} · ${row.name}`)}
            >
              {told}
            </button>
          ) : (
            <span>{told}</span>
          )}
        </td>
      )
    })
  const overall = (row: SectorRow) => (
    <td className={classes.overall}>{format.percent(row.requiredShareBps)}</td>
  )
  const all = sumSectors(t('total'), questions, sectors)

  return (
    <div className={classes.box}>
      <table className={classes.heat} aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('sector')}</th>
            <th scope="col">{t('hcps')}</th>
            <th scope="col">{t('overall')}</th>
            {questions.map(({ key, labels, required }) => (
              <th key={key} scope="col" title={labels[locale]}>
                <span>{labels[locale]}</span>
                {!required && <small>{t('optional')}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={classes.total}>
            <th scope="row">{all.name}</th>
            <td>{format.number(all.hcps)}</td>
            {overall(all)}
            {cells(all, null, true)}
          </tr>
          {regions.map(([regionId, region]) => {
            const own = sectors.filter((sector) => sector.regionId === regionId)
            const sum = sumSectors(region, questions, own)
            return (
              <Fragment key={regionId}>
                <tr className={classes.region}>
                  <th scope="row">{region}</th>
                  <td>{format.number(sum.hcps)}</td>
                  {overall(sum)}
                  {cells(sum, null, false)}
                </tr>
                {own.map((sector) => {
                  const row = sumSectors(sector.name, questions, [sector])
                  return (
                    <tr key={sector.id}>
                      <th scope="row">{sector.name}</th>
                      <td>{format.number(row.hcps)}</td>
                      {overall(row)}
                      {cells(row, sector.id, true)}
                    </tr>
                  )
                })}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
