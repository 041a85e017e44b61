'use client'
import { IconChevronDown, IconCircleCheck, IconLock, IconProgress } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState, type CSSProperties } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { Ribbon, RibbonStep } from '#src/contracts/shell.ts'
import { stepHref } from '#src/client/step-href.ts'
import { useShownCycle } from './shown-cycle.tsx'
import classes from './cycle-ribbon.module.css'

const icons = { DONE: IconCircleCheck, CURRENT: IconProgress, LOCKED: IconLock }

function useFigure() {
  const t = useTranslations('shell.figure')
  const format = useFormat()
  return ({ state, figure }: RibbonStep) => {
    if (!figure) return state === 'LOCKED' ? t('locked') : t('none')
    const { kind, value, total } = figure
    const told = kind.endsWith('_BPS') ? format.percent(value) : format.number(value)
    const text = total === null ? told : `${told}/${format.number(total)}`
    return t.rich(kind, { text, count: value, b: (chunks) => <b>{chunks}</b> })
  }
}

/** Where the cycle stands, in six steps. A phone shows the step in hand and unfolds the others. */
export function CycleRibbon({ ribbon }: { ribbon: Ribbon }) {
  const t = useTranslations('shell')
  const format = useFormat()
  const figureOf = useFigure()
  const pathname = usePathname()
  useShownCycle(ribbon.cycleId)
  const [open, setOpen] = useState(false)
  const inHand = ribbon.steps.find(({ state }) => state === 'CURRENT') ?? ribbon.steps.at(-1)
  const part = (step: RibbonStep) =>
    ({ '--done': step.state === 'DONE' ? 1 : step.progressBps / 10_000 }) as CSSProperties

  return (
    <nav className={classes.ribbon} aria-label={t('ribbon')} data-open={open || undefined}>
      <button type="button" className={classes.compact} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.dots} aria-hidden>
          {ribbon.steps.map((step) => (
            <i key={step.key} data-now={step === inHand || undefined} style={part(step)} />
          ))}
        </span>
        {inHand && (
          <span className={classes.now}>
            <b>{t(`step.${inHand.key}`)}</b> {figureOf(inHand)}
          </span>
        )}
        <IconChevronDown size={16} stroke={1.75} aria-hidden />
      </button>
      <ol>
        {ribbon.steps.map((step) => {
          const Icon = icons[step.state]
          const href = stepHref(ribbon.cycleId, step.key)
          const content = (
            <>
              <span className={classes.head}>
                <Icon size={16} stroke={1.75} aria-hidden />
                <span className={classes.name}>{t(`step.${step.key}`)}</span>
                {step.date && <time dateTime={step.date}>{format.day(step.date)}</time>}
              </span>
              <span className={classes.figure}>{figureOf(step)}</span>
              <span className={classes.hidden}>{t(`stepState.${step.state}`)}</span>
            </>
          )
          return (
            <li key={step.key} data-state={step.state} style={part(step)}>
              {step.state === 'LOCKED' ? (
                <span className={classes.step}>{content}</span>
              ) : (
                <Link
                  href={href}
                  className={classes.step}
                  aria-current={pathname.startsWith(href) ? 'step' : undefined}
                  onClick={() => setOpen(false)}
                >
                  {content}
                </Link>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
