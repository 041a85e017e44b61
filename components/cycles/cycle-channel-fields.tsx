'use client'
import { Checkbox, NumberInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { usualChannel } from '#src/client/cycles/settings-draft.ts'
import type { CycleChannelInput, CycleOptions } from '#src/contracts/cycles.ts'
import classes from './cycle-settings.module.css'

type Props = {
  options: CycleOptions
  channels: readonly CycleChannelInput[]
  disabled: boolean
  onChange: (channels: CycleChannelInput[]) => void
}

/** Channels of the cycle: what a contact there is credited, how much of a working contact it takes, what it costs. */
export function CycleChannelFields({ options, channels, disabled, onChange }: Props) {
  const t = useTranslations('cycles.settings')
  const set = (channelId: string, part: Partial<CycleChannelInput>) =>
    onChange(channels.map((one) => (one.channelId === channelId ? { ...one, ...part } : one)))
  return (
    <table className={classes.channels}>
      <caption>{t('channels')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('channel')}</th>
          <th scope="col">{t('weight')}</th>
          <th scope="col">{t('load')}</th>
          <th scope="col">{t('cost')}</th>
        </tr>
      </thead>
      <tbody>
        {options.channels.map(({ id, name, kind }) => {
          const chosen = channels.find(({ channelId }) => channelId === id)
          const number = (label: string, value: number, onValue: (value: number) => void) => (
            <NumberInput
              aria-label={`${name}, ${label}`}
              size="sm"
              min={0}
              decimalScale={2}
              hideControls
              disabled={disabled || !chosen}
              value={chosen ? value : ''}
              onChange={(next) => onValue(Number(next) || 0)}
            />
          )
          return (
            <tr key={id}>
              <td>
                <Checkbox
                  label={name}
                  disabled={disabled}
                  checked={chosen !== undefined}
                  onChange={() =>
                    onChange(
                      chosen
                        ? channels.filter(({ channelId }) => channelId !== id)
                        : [...channels, usualChannel(id, kind)],
                    )
                  }
                />
              </td>
              <td>
                {number(t('weight'), (chosen?.weightMilli ?? 0) / 1000, (value) =>
                  set(id, { weightMilli: Math.round(value * 1000) }),
                )}
              </td>
              <td>
                {number(t('load'), (chosen?.loadMilli ?? 0) / 1000, (value) =>
                  set(id, { loadMilli: Math.round(value * 1000) }),
                )}
              </td>
              <td>
                {number(t('cost'), (chosen?.unitCostCents ?? 0) / 100, (value) =>
                  set(id, { unitCostCents: Math.round(value * 100) }),
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
