'use client'
import { useTranslations } from 'next-intl'
import { SidePanel } from '#components/ui/side-panel.tsx'
import type { StrategyParts } from '#src/contracts/strategy.ts'
import { NumberField } from './number-field.tsx'
import classes from './settings.module.css'

type FollowUp = StrategyParts['followUp']

type Props = {
  opened: boolean
  onClose: () => void
  followUp: FollowUp
  locked: boolean
  onChange: (followUp: FollowUp) => void
}

const shares = ['toleranceBps', 'keepBps', 'amberBps', 'redBps', 'startBps'] as const
const floors = ['floorContacts', 'floorGoalContacts'] as const

/** How the run is judged: tolerance, when a plan is kept, when an alert opens. Moves while the cycle runs. */
export function FollowUpPanel({ opened, onClose, followUp, locked, onChange }: Props) {
  const t = useTranslations('strategy.followUp')
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('title')} context={t('context')}>
      {shares.map((name) => (
        <section key={name} className={classes.line}>
          <p>
            {t(`${name}.label`)}
            <small>{t(`${name}.hint`)}</small>
          </p>
          <NumberField
            label={t(`${name}.label`)}
            hideLabel
            value={followUp[name] / 100}
            minimum={name === 'keepBps' ? 0.01 : name === 'amberBps' ? followUp.redBps / 100 : 0}
            maximum={name === 'redBps' ? followUp.amberBps / 100 : 100}
            unit="%"
            locked={locked}
            onChange={(value) => value !== null && onChange({ ...followUp, [name]: Math.round(value * 100) })}
          />
        </section>
      ))}
      <section className={classes.line}>
        <p>
          {t('memoryMilli.label')}
          <small>{t('memoryMilli.hint')}</small>
        </p>
        <NumberField
          label={t('memoryMilli.label')}
          hideLabel
          value={followUp.memoryMilli / 1000}
          maximum={1}
          locked={locked}
          onChange={(value) =>
            value !== null && onChange({ ...followUp, memoryMilli: Math.round(value * 1000) })
          }
        />
      </section>
      {floors.map((name) => (
        <section key={name} className={classes.line}>
          <p>
            {t(`${name}.label`)}
            <small>{t(`${name}.hint`)}</small>
          </p>
          <NumberField
            label={t(`${name}.label`)}
            hideLabel
            value={followUp[name]}
            maximum={9999}
            locked={locked}
            onChange={(value) => value !== null && onChange({ ...followUp, [name]: Math.round(value) })}
          />
        </section>
      ))}
    </SidePanel>
  )
}
