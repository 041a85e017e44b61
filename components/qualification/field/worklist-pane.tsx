'use client'
import { SegmentedControl } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { Worklist } from '#src/contracts/qualification.ts'
import { Dots } from './dots.tsx'
import classes from './field.module.css'

export type Shown = 'todo' | 'done' | 'expired'

type Props = {
  worklist: Worklist
  shown: Shown
  onShow: (shown: Shown) => void
  activeId: string | null
  onOpen: (hcpId: string) => void
}

export const worklistPart = (worklist: Worklist, shown: Shown): Worklist['hcps'] => {
  const { hcps } = worklist
  if (shown === 'expired') return hcps.filter(({ expired }) => expired > 0)
  return hcps.filter(({ finished }) => finished === (shown === 'done'))
}

/** How far the work is, and the hcps one by one. */
export function WorklistPane({ worklist, shown, onShow, activeId, onOpen }: Props) {
  const t = useTranslations('qualification.field')
  const format = useFormat()
  const { hcps, cycleName, endsOn, daysLeft } = worklist
  const count = (part: Shown) => worklistPart(worklist, part).length
  const done = count('done')
  const list = worklistPart(worklist, shown)
  return (
    <aside className={classes.pane} aria-label={t('list')}>
      <header className={classes.summary}>
        <h1>{t('title')}</h1>
        <p>
          {cycleName}
          {endsOn && ` · ${t('due', { day: format.day(endsOn, 'long'), days: Math.max(daysLeft ?? 0, 0) })}`}
        </p>
        <div className={classes.count}>
          <b>{format.number(done)}</b> / {format.number(hcps.length)} <span>{t('finished')}</span>
        </div>
        <div className={classes.bar} aria-hidden>
          <i style={{ width: `${(done / Math.max(hcps.length, 1)) * 100}%` }} />
        </div>
        <SegmentedControl
          fullWidth
          aria-label={t('list')}
          value={shown}
          onChange={(value) => onShow(value as Shown)}
          data={(['todo', 'done', 'expired'] as const).map((part) => ({
            value: part,
            label: t(`show.${part}`, { count: count(part) }),
          }))}
        />
      </header>
      <ul className={classes.list}>
        {list.map(({ id, name, place, answered, total }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === activeId ? 'true' : undefined}
              onClick={() => onOpen(id)}
            >
              <span>
                <b>{name}</b>
                <small>{place ?? t('noPlace')}</small>
              </span>
              <span>
                <Dots answered={answered} total={total} />
                <small>{t('of', { answered, total })}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {list.length === 0 && <p className={classes.none}>{t(`empty.${shown}`)}</p>}
    </aside>
  )
}
