'use client'
import { Anchor, SegmentedControl, Skeleton, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { GateCauses } from '#components/shared/gate-causes.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { StrategyDto, StrategyParts } from '#src/contracts/strategy.ts'
import type { Allocation } from '#src/engine/index.ts'
import { NumberField } from './number-field.tsx'
import classes from './settings.module.css'

const FollowUpPanel = dynamic(() => import('./follow-up-panel.tsx').then((module) => module.FollowUpPanel), {
  ssr: false,
})
const RulesPanel = dynamic(() => import('./rules-panel.tsx').then((module) => module.RulesPanel), {
  ssr: false,
})

type Props = {
  strategy: StrategyDto
  parts: StrategyParts
  allocation: Allocation | null
  /** Grid, fit, caps and limits stand once the cycle is published; follow-up moves on. */
  locked: boolean
  followUpLocked: boolean
  onChange: (parts: StrategyParts) => void
}

/** Beside the grid: what cannot be done, how capacity is kept, and the rules that reps and follow-up will have. */
export function StrategySide({ strategy, parts, allocation, locked, followUpLocked, onChange }: Props) {
  const t = useTranslations('strategy')
  const format = useFormat()
  const [rulesOpen, rules] = useDisclosure(false)
  const [followOpen, follow] = useDisclosure(false)
  const { fit, constraints, limits, followUp } = parts
  const feasibility = allocation?.feasibility
  return (
    <>
      <section className={classes.block}>
        <div className={classes.head}>
          <Title order={2}>{t('gate.title')}</Title>
          <Anchor component={Link} size="sm" href={`/cycles/${strategy.cycleId}/ciblage`}>
            {t('gate.bySector')}
          </Anchor>
        </div>
        {feasibility ? (
          <GateCauses gate={{ ...feasibility, causes: [...feasibility.causes] }} />
        ) : (
          <Skeleton h={120} />
        )}
      </section>
      <section className={classes.block}>
        <div className={classes.head}>
          <Title order={2}>{t('fit.title')}</Title>
        </div>
        <SegmentedControl
          fullWidth
          disabled={locked}
          aria-label={t('fit.title')}
          value={fit.method}
          onChange={(value) =>
            onChange({
              ...parts,
              fit: { method: value === 'priority' || value === 'scale' ? value : 'warn' },
            })
          }
          data={[
            { value: 'warn', label: t('fit.warn') },
            { value: 'priority', label: t('fit.priority') },
            { value: 'scale', label: t('fit.scale') },
            ...(fit.method === 'optimise' ? [{ value: 'optimise', label: t('fit.optimise') }] : []),
          ]}
        />
        <p className={classes.note}>{t(`fit.${fit.method}Hint`)}</p>
        <div className={classes.cap}>
          <NumberField
            label={t('fit.cap')}
            value={constraints.yearlyContactCap}
            minimum={1}
            placeholder={t('fit.noCap')}
            unit={t('fit.capUnit')}
            locked={locked}
            onChange={(cap) =>
              onChange({
                ...parts,
                constraints: { yearlyContactCap: cap === null ? null : Math.round(cap) },
              })
            }
          />
        </div>
        <SegmentedControl
          mt="sm"
          fullWidth
          disabled={locked}
          aria-label={t('combine.title')}
          value={parts.grid.combine}
          onChange={(value) =>
            onChange({ ...parts, grid: { ...parts.grid, combine: value === 'sum' ? 'sum' : 'max' } })
          }
          data={[
            { value: 'max', label: t('combine.max') },
            { value: 'sum', label: t('combine.sum') },
          ]}
        />
        <p className={classes.note}>{t(`combine.${parts.grid.combine}Hint`)}</p>
      </section>
      <section className={classes.block}>
        <div className={classes.head}>
          <Title order={2}>{t('rules.title')}</Title>
          <Anchor component="button" size="sm" onClick={rules.open}>
            {locked ? t('see') : t('edit')}
          </Anchor>
        </div>
        <ul className={classes.list}>
          <li>
            {t('rules.deadline')}
            <b>{limits.deadline ? t(`rules.short.${limits.deadline.mode}`) : t('rules.off')}</b>
          </li>
          <li>
            {t('rules.frequency')}
            <b>
              {limits.frequency
                ? t('rules.between', {
                    from: String(limits.frequency.minimum),
                    to: String(limits.frequency.maximum),
                  })
                : t('rules.off')}
            </b>
          </li>
          <li>
            {t('rules.changes')}
            <b>
              {limits.changes
                ? [
                    limits.changes.maximumShareBps !== null && format.percent(limits.changes.maximumShareBps),
                    limits.changes.maximum !== null &&
                      t('rules.atMost', { count: String(limits.changes.maximum) }),
                  ]
                    .filter(Boolean)
                    .join(', ') || t('rules.off')
                : t('rules.off')}
            </b>
          </li>
          <li>
            {t('rules.reason')}
            <b>{limits.reasonRequired ? t('rules.required') : t('rules.off')}</b>
          </li>
          <li>
            {t('rules.atDeadline')}
            <b>{t(`rules.short.${limits.atDeadline}`)}</b>
          </li>
        </ul>
      </section>
      <section className={classes.block}>
        <div className={classes.head}>
          <Title order={2}>{t('followUp.title')}</Title>
          <Anchor component="button" size="sm" onClick={follow.open}>
            {followUpLocked ? t('see') : t('edit')}
          </Anchor>
        </div>
        <ul className={classes.list}>
          <li>
            {t('followUp.keepBps.label')}
            <b>{format.percent(followUp.keepBps)}</b>
          </li>
          <li>
            {t('followUp.toleranceBps.label')}
            <b>± {format.percent(followUp.toleranceBps)}</b>
          </li>
          <li>
            {t('followUp.alerts')}
            <b>
              {format.percent(followUp.amberBps)} / {format.percent(followUp.redBps)}
            </b>
          </li>
        </ul>
      </section>
      <RulesPanel
        opened={rulesOpen}
        onClose={rules.close}
        limits={limits}
        locked={locked}
        onChange={(next) => onChange({ ...parts, limits: next })}
      />
      <FollowUpPanel
        opened={followOpen}
        onClose={follow.close}
        followUp={followUp}
        locked={followUpLocked}
        onChange={(next) => onChange({ ...parts, followUp: next })}
      />
    </>
  )
}
