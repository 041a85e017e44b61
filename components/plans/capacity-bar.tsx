'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import classes from './synthesis.module.css'

/** Load on the scale of capacity, its tick in black, what goes beyond in amber. */
export function CapacityBar({ loadMilli, capacityMilli }: { loadMilli: number; capacityMilli: number }) {
  const t = useTranslations('plans.synthesis')
  const format = useFormat()
  const scale = Math.max(loadMilli, capacityMilli) * 1.1
  const at = (milli: number) => `${(milli / scale) * 100}%`
  return (
    <div className={classes.capacity}>
      <VisuallyHidden>
        {t('capacityBar', { load: format.milli(loadMilli, 0), capacity: format.milli(capacityMilli, 0) })}
      </VisuallyHidden>
      <i className={classes.earned} style={{ width: at(Math.min(loadMilli, capacityMilli)) }} />
      {loadMilli > capacityMilli && (
        <i
          className={classes.over}
          style={{ left: at(capacityMilli), width: at(loadMilli - capacityMilli) }}
        />
      )}
      <b style={{ left: at(capacityMilli) }} />
    </div>
  )
}
