'use client'
import { Skeleton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Moment } from '#components/ui/moment.tsx'
import { Section } from '#components/ui/section.tsx'
import { useCycleHistory } from '#src/client/cycles/use-cycles.ts'
import type { CycleTransitionDto } from '#src/contracts/cycles.ts'
import classes from './cycle-screen.module.css'

const shownOfHash = 8

function Line({ transition }: { transition: CycleTransitionDto }) {
  const t = useTranslations('cycles.history')
  const state = useTranslations('shell.cycleState')
  const { from, to, at, by, configurationHash } = transition
  return (
    <li>
      <span>
        {from === null
          ? t('created')
          : from === to
            ? t('settings')
            : t('moved', { from: state(from), to: state(to) })}
      </span>
      <span className={classes.who}>
        {by ?? t('itself')} · <Moment at={at} />
        {configurationHash && (
          <>
            {' · '}
            <code title={configurationHash}>{configurationHash.slice(0, shownOfHash)}</code>
          </>
        )}
      </span>
    </li>
  )
}

/** States so far, the latest first: who, when, with which configuration. */
export function CycleHistory({ cycleId }: { cycleId: string }) {
  const t = useTranslations('cycles.history')
  const { data } = useCycleHistory(cycleId)
  return (
    <Section title={t('title')}>
      {!data && <Skeleton h={88} />}
      <ul className={classes.history}>
        {data?.items.map((transition) => (
          <Line key={transition.id} transition={transition} />
        ))}
      </ul>
    </Section>
  )
}
