'use client'
import { Radio, SegmentedControl, Stack, Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SidePanel } from '#components/ui/side-panel.tsx'
import type { StrategyParts } from '#src/contracts/strategy.ts'
import { NumberField } from './number-field.tsx'
import classes from './settings.module.css'

type Limits = StrategyParts['limits']
type Mode = NonNullable<Limits['deadline']>['mode']

type Props = {
  opened: boolean
  onClose: () => void
  limits: Limits
  locked: boolean
  onChange: (limits: Limits) => void
}

type RuleProps = {
  title: string
  hint: string
  on: boolean
  locked: boolean
  onToggle: (on: boolean) => void
  mode: Mode | null
  onMode: (mode: Mode) => void
  children?: ReactNode
}

/** One limit: on or off, its numbers, and what happens beyond it. */
function Rule({ title, hint, on, locked, onToggle, mode, onMode, children }: RuleProps) {
  const t = useTranslations('strategy.rules')
  return (
    <section className={classes.rule}>
      <Switch
        label={title}
        description={hint}
        checked={on}
        disabled={locked}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      {on && (
        <div className={classes.inside}>
          {children}
          {mode && (
            <SegmentedControl
              disabled={locked}
              aria-label={t('beyond')}
              value={mode}
              onChange={(value) => onMode(value === 'manager' ? 'manager' : 'refuse')}
              data={[
                { value: 'refuse', label: t('refuse') },
                { value: 'manager', label: t('manager') },
              ]}
            />
          )}
        </div>
      )}
    </section>
  )
}

/** What reps may change in their plans: the limits of the cycle. */
export function RulesPanel({ opened, onClose, limits, locked, onChange }: Props) {
  const t = useTranslations('strategy.rules')
  const { deadline, frequency, changes } = limits
  const set = (part: Partial<Limits>) => onChange({ ...limits, ...part })
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={t('title')}
      context={locked ? t('frozen') : t('context')}
    >
      <Rule
        title={t('deadline')}
        hint={t('deadlineHint')}
        on={deadline !== null}
        locked={locked}
        onToggle={(on) => set({ deadline: on ? { mode: 'refuse' } : null })}
        mode={deadline?.mode ?? null}
        onMode={(mode) => set({ deadline: { mode } })}
      />
      <Rule
        title={t('frequency')}
        hint={t('frequencyHint')}
        on={frequency !== null}
        locked={locked}
        onToggle={(on) => set({ frequency: on ? { minimum: 1, maximum: 12, mode: 'refuse' } : null })}
        mode={frequency?.mode ?? null}
        onMode={(mode) => frequency && set({ frequency: { ...frequency, mode } })}
      >
        {frequency && (
          <div className={classes.fields}>
            <NumberField
              label={t('from')}
              value={frequency.minimum}
              maximum={frequency.maximum}
              locked={locked}
              onChange={(minimum) => set({ frequency: { ...frequency, minimum: Math.round(minimum ?? 0) } })}
            />
            <NumberField
              label={t('to')}
              value={frequency.maximum}
              minimum={frequency.minimum}
              unit={t('contacts')}
              locked={locked}
              onChange={(maximum) =>
                set({ frequency: { ...frequency, maximum: Math.round(maximum ?? frequency.minimum) } })
              }
            />
          </div>
        )}
      </Rule>
      <Rule
        title={t('changes')}
        hint={t('changesHint')}
        on={changes !== null}
        locked={locked}
        onToggle={(on) =>
          set({ changes: on ? { maximum: null, maximumShareBps: 1500, mode: 'refuse' } : null })
        }
        mode={changes?.mode ?? null}
        onMode={(mode) => changes && set({ changes: { ...changes, mode } })}
      >
        {changes && (
          <div className={classes.fields}>
            <NumberField
              label={t('share')}
              value={changes.maximumShareBps === null ? null : changes.maximumShareBps / 100}
              maximum={100}
              placeholder={t('none')}
              unit="%"
              locked={locked}
              onChange={(share) =>
                set({
                  changes: { ...changes, maximumShareBps: share === null ? null : Math.round(share * 100) },
                })
              }
            />
            <NumberField
              label={t('number')}
              value={changes.maximum}
              maximum={9999}
              placeholder={t('none')}
              unit={t('hcps')}
              locked={locked}
              onChange={(maximum) =>
                set({ changes: { ...changes, maximum: maximum === null ? null : Math.round(maximum) } })
              }
            />
          </div>
        )}
      </Rule>
      <section className={classes.rule}>
        <Switch
          label={t('reason')}
          description={t('reasonHint')}
          checked={limits.reasonRequired}
          disabled={locked}
          onChange={(event) => set({ reasonRequired: event.currentTarget.checked })}
        />
      </section>
      <section className={classes.rule}>
        <Radio.Group
          label={t('atDeadline')}
          value={limits.atDeadline}
          onChange={(value) => set({ atDeadline: value === 'open' ? 'open' : 'theory' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="theory" label={t('theory')} disabled={locked} />
            <Radio value="open" label={t('open')} disabled={locked} />
          </Stack>
        </Radio.Group>
      </section>
    </SidePanel>
  )
}
