'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '#components/ui/section.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { Visits } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import classes from './moves.module.css'

const b = (chunks: ReactNode) => <b>{chunks}</b>

/** What the same grid would ask of each sector, against the reference: from the most to the least. */
export function SectorContacts({ visits, studio }: { visits: Visits; studio: StudioDto }) {
  const t = useTranslations('segmentation.visits')
  const format = useFormat()
  const sectors = visits.sectors.toSorted((one, other) => other.change - one.change)
  const most = Math.max(1, ...sectors.map(({ change }) => Math.abs(change)))
  const nameOf = (code: string | undefined) =>
    studio.attributes.sectors.find((one) => one.code === code)?.name ?? code ?? ''
  const [first] = sectors
  const last = sectors.at(-1)
  const change = visits.total - visits.before
  if (!first || !last || change === 0) return null
  const middle = sectors[Math.floor(sectors.length / 2)]?.change ?? 0
  const share = visits.before > 0 ? Math.round((change / visits.before) * 10_000) : null
  const falls = last.change < 0
  const size = (own: number) => `${(Math.abs(own) / most) * (falls ? 50 : 100)}%`
  return (
    <Section
      title={t('title')}
      actions={
        <span className={classes.total}>
          <b>{format.signed(change)}</b>{' '}
          {share !== null && `${share > 0 ? '+' : ''}${format.percent(share, 1)}`}
        </span>
      }
    >
      <p className={classes.ends}>
        <span>
          <b>{format.signed(first.change)}</b> {nameOf(first.code)}
        </span>
        <span>{t('note')}</span>
      </p>
      <div className={classes.sectors} aria-hidden>
        {sectors.map(({ code, change: own }) => (
          <span key={code} title={`${nameOf(code)} : ${format.signed(own)}`}>
            <i
              data-negative={own < 0 || undefined}
              style={
                own >= 0
                  ? { bottom: falls ? '50%' : 0, height: size(own) }
                  : { top: '50%', bottom: 'auto', height: size(own) }
              }
            />
          </span>
        ))}
      </div>
      <p className={classes.ends}>
        <span>{t.rich('median', { value: format.signed(middle), b })}</span>
        <span>
          {nameOf(last.code)} <b>{format.signed(last.change)}</b>
        </span>
      </p>
    </Section>
  )
}
