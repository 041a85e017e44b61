'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import { stepHref } from '#src/client/step-href.ts'
import { useFormat } from '#components/ui/format.ts'
import type { CycleLine } from '#src/contracts/cycles.ts'
import type { RibbonStep } from '#src/contracts/shell.ts'
import { cycleSteps } from '#src/contracts/words.ts'
import { CycleStateBadge } from './cycle-state.tsx'
import { StepFigure } from './step-figure.tsx'
import classes from './cycle-lines.module.css'

function Step({ cycleId, step }: { cycleId: string; step: RibbonStep }) {
  const t = useTranslations('shell.step')
  const format = useFormat()
  const content = (
    <>
      <span className={classes.label}>{t(step.key)}</span>
      <StepFigure step={step} />
      <time dateTime={step.date ?? undefined}>{step.date ? format.day(step.date) : '\u00a0'}</time>
    </>
  )
  const style = { '--done': step.progressBps / 10_000 } as CSSProperties
  return (
    <td data-state={step.state} style={style}>
      {step.state === 'LOCKED' ? (
        <span className={classes.cell}>{content}</span>
      ) : (
        <Link href={stepHref(cycleId, step.key)} className={classes.cell}>
          {content}
        </Link>
      )}
    </td>
  )
}

/** Cycles as lines under the six steps of the ribbon. */
export function CycleLines({ lines }: { lines: readonly CycleLine[] }) {
  const t = useTranslations('cycles')
  const step = useTranslations('shell.step')
  const format = useFormat()
  return (
    <table className={classes.lines} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">
            <span className={classes.hidden}>{t('one')}</span>
          </th>
          {cycleSteps.map((key) => (
            <th key={key} scope="col">
              {step(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, state, runStartsOn, runEndsOn, steps, networks }) => (
          <tr key={id} data-closed={state === 'CLOSED' || undefined}>
            <th scope="row">
              <span className={classes.name}>
                <Link href={`/cycles/${id}`}>{name}</Link>
                <CycleStateBadge state={state} />
              </span>
              <span className={classes.dates}>
                {runStartsOn && runEndsOn ? format.dayRange(runStartsOn, runEndsOn) : t('noRun')}
                {networks.length > 0 && ` · ${networks.map((network) => network.name).join(', ')}`}
              </span>
            </th>
            {steps.map((one) => (
              <Step key={one.key} cycleId={id} step={one} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
