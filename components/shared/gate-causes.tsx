'use client'
import { Progress } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { Gate } from '#src/contracts/targeting.ts'
import classes from './gate-causes.module.css'

/** Contacts that cannot be done before anyone in the field sees them: their share, then each cause. */
export function GateCauses({ gate }: { gate: Gate }) {
  const t = useTranslations('targeting.gate')
  const format = useFormat()
  const share = format.percentParts(gate.shareBps, 1)
  const largest = Math.max(1, ...gate.causes.map(({ contacts }) => contacts))
  return (
    <>
      <div className={classes.share}>
        <b>
          {share.value}
          <small>{share.unit}</small>
        </b>
        <span>
          {t.rich('sentence', {
            infeasible: format.number(gate.infeasible),
            wanted: format.number(gate.wanted),
            b: (chunks) => <strong>{chunks}</strong>,
          })}
        </span>
      </div>
      {gate.causes.length > 0 && (
        <ul className={classes.causes}>
          {gate.causes.map(({ cause, contacts }) => (
            <li key={cause}>
              <span>{t(`cause.${cause}`)}</span>
              <Progress value={(100 * contacts) / largest} size={5} aria-hidden />
              <b>{format.number(contacts)}</b>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
