'use client'
import { IconCalendarCheck, IconHandStop, IconNote } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import type { HcpPage } from '#src/contracts/directory-hcp.ts'
import classes from './hcp.module.css'

/** How this hcp receives, before anything is planned. */
export function HcpVisitRules({ hcp }: { hcp: HcpPage }) {
  const t = useTranslations('directory')
  const RuleIcon = hcp.visitRule === 'NO_VISIT' ? IconHandStop : IconCalendarCheck
  return (
    <Section title={t('hcp.visitRules')}>
      <ul className={classes.rules}>
        {hcp.opposedToAll && (
          <li>
            <IconHandStop size={18} stroke={1.75} aria-hidden />
            <b>{t('hcp.opposedToAll')}</b>
          </li>
        )}
        <li>
          <RuleIcon size={18} stroke={1.75} aria-hidden />
          <span>{t(`visitRule.${hcp.visitRule}`)}</span>
        </li>
        {hcp.ownRules && (
          <li>
            <IconNote size={18} stroke={1.75} aria-hidden />
            <span>{hcp.ownRules}</span>
          </li>
        )}
      </ul>
    </Section>
  )
}
