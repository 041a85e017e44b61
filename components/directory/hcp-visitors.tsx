'use client'
import { useTranslations } from 'next-intl'
import { AttainmentBar } from '#components/ui/bars.tsx'
import { Section } from '#components/ui/section.tsx'
import type { HcpPage } from '#src/contracts/directory-hcp.ts'
import classes from './hcp.module.css'

/** Sectors that work this hcp and their reps, and the year's cap of the whole lab. */
export function HcpVisitors({ hcp }: { hcp: HcpPage }) {
  const t = useTranslations('directory.hcp')
  const { sectors, yearly } = hcp
  return (
    <Section title={t('visitors')}>
      {sectors.length === 0 && <p className={classes.grey}>{t('noSector')}</p>}
      {sectors.map((sector) => (
        <div key={sector.sectorId} className={classes.visitor}>
          <span>
            {sector.reps.map(({ name }) => name).join(', ') || t('vacant')}
            <small>
              {sector.name} · {sector.network}
              {sector.origin !== 'GEOGRAPHY' && ` · ${t(`origin.${sector.origin}`)}`}
            </small>
          </span>
          <span className={classes.grey}>{sector.main ? t('main') : t('secondary')}</span>
        </div>
      ))}
      {yearly && yearly.maximum !== null && yearly.maximum > 0 && (
        <div>
          <div className={classes.visitor}>
            <span>{t('yearlyLab')}</span>
            <span>{t('outOf', { value: yearly.done + yearly.committed, maximum: yearly.maximum })}</span>
          </div>
          <AttainmentBar
            valueBps={Math.round((yearly.done / yearly.maximum) * 10_000)}
            rawBps={Math.round(((yearly.done + yearly.committed) / yearly.maximum) * 10_000)}
            label={t('yearlySentence', { done: yearly.done, committed: yearly.committed })}
          />
          <p className={classes.grey}>
            {t('yearlySentence', { done: yearly.done, committed: yearly.committed })}
          </p>
        </div>
      )}
    </Section>
  )
}
