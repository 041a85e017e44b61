'use client'
import { Anchor } from '@mantine/core'
import { IconCpu } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Moment } from '#components/ui/moment.tsx'
import { Section } from '#components/ui/section.tsx'
import { useAuditWords } from '#components/shared/use-audit-words.ts'
import type { HomeDto } from '#src/contracts/home.ts'
import classes from './home.module.css'

const shown = 6

const initials = (name: string) =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .flatMap((word, index, words) => (index === 0 || index === words.length - 1 ? word.slice(0, 1) : []))
    .join('')
    .toUpperCase()

/** The last things done in the lab. */
export function Activity({ home, journal }: { home: HomeDto; journal: boolean }) {
  const t = useTranslations('home')
  const wordsOf = useAuditWords()
  const rows = (home.activity ?? []).slice(0, shown)
  return (
    <Section
      title={t('activity')}
      flush
      actions={
        journal && (
          <Anchor component={Link} href="/administration/journal" size="sm">
            {t('journal')}
          </Anchor>
        )
      }
    >
      {rows.length === 0 && <p className={classes.grey}>{t('quiet')}</p>}
      <ul className={classes.activity}>
        {rows.map((row) => (
          <li key={row.number}>
            <span className={classes.avatar} data-system={row.member === null || undefined} aria-hidden>
              {row.member ? initials(row.member.name) : <IconCpu size={14} stroke={1.75} />}
            </span>
            <span>
              <b>{row.member?.name ?? 'Visée'}</b> {wordsOf(row)}
            </span>
            <Moment at={row.at} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
