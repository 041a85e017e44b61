'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { addDays, dayNumber, dayText, shiftMonths } from '#src/lib/calendar.ts'
import type { HcpPage, TimelineCall } from '#src/contracts/directory-hcp.ts'
import classes from './hcp-timeline.module.css'

type Props = { hcp: HcpPage; calls: readonly TimelineCall[] }

const monthsBack = 6
const monthsAhead = 2

/** First days of the months of a window. */
function monthStarts(from: number, to: number): number[] {
  const first = dayNumber(`${dayText(from).slice(0, 7)}-01`)
  return Array.from({ length: monthsBack + monthsAhead + 1 }, (_, index) => shiftMonths(first, index)).filter(
    (day) => day > from && day < to,
  )
}

/** The cycle's run as a band, today as a line, each contact as a dot: full when done, hollow when refused, dotted when planned. */
export function HcpTimeline({ hcp, calls }: Props) {
  const t = useTranslations('directory.hcp')
  const format = useFormat()
  const now = dayNumber(hcp.today)
  const from = shiftMonths(now, -monthsBack)
  const to = shiftMonths(now, monthsAhead)
  const at = (day: number) => `${(((day - from) / (to - from)) * 100).toFixed(2)}%`
  const { runStartsOn, runEndsOn } = hcp.cycle ?? { runStartsOn: null, runEndsOn: null }
  const run =
    runStartsOn && runEndsOn
      ? { start: Math.max(dayNumber(runStartsOn), from), end: Math.min(dayNumber(addDays(runEndsOn, 1)), to) }
      : null
  const inWindow = calls.filter(({ day }) => dayNumber(day) >= from && dayNumber(day) <= to)
  return (
    <figure className={classes.timeline} aria-label={t('timeline', { count: inWindow.length })}>
      {run && run.end > run.start && (
        <>
          <span className={classes.cycle} style={{ left: at(run.start) }}>
            {hcp.cycle?.name}
          </span>
          <i className={classes.run} style={{ left: at(run.start), right: `calc(100% - ${at(run.end)})` }} />
        </>
      )}
      <i className={classes.axis} />
      {inWindow.map((call) => (
        <i
          key={call.id}
          className={classes.dot}
          data-outcome={call.outcome}
          data-other={!call.ownSector || undefined}
          style={{ left: at(dayNumber(call.day)) }}
        />
      ))}
      <i className={classes.now} style={{ left: at(now) }} />
      <b className={classes.today} style={{ left: at(now) }}>
        {format.day(hcp.today)}
      </b>
      {monthStarts(from, to).map((day) => (
        <span key={day} className={classes.month} style={{ left: at(day) }}>
          {format.day(dayText(day), 'month')}
        </span>
      ))}
    </figure>
  )
}
