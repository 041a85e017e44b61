'use client'
import { Alert, Button, Group, NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { LateMultiSelect } from '#components/ui/late-multi-select.tsx'
import type { SettingsDraft, WindowName } from '#src/client/cycles/settings-draft.ts'
import type { Problem } from '#src/client/refusal.ts'
import type { CycleOptions } from '#src/contracts/cycles.ts'
import { CycleChannelFields } from './cycle-channel-fields.tsx'
import classes from './cycle-settings.module.css'

type Props = {
  initial: SettingsDraft
  options: CycleOptions
  /** After publication only the name, the deadline and the grace days move. */
  frozen?: boolean
  /** The deadline itself is past use. */
  deadlineFrozen?: boolean
  submit: ReactNode
  busy: boolean
  problem: Problem | null
  extra?: ReactNode
  onCancel?: () => void
  onSubmit: (draft: SettingsDraft, commandId: string) => void
}

const windowNames: readonly WindowName[] = ['qualification', 'engagement', 'run']
const choices = (list: readonly { id: string; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }))

/** Everything that a cycle is before its configuration. What was typed stays when the server refuses. */
export function CycleSettingsForm(props: Props) {
  const { options, frozen = false, deadlineFrozen = false, problem } = props
  const t = useTranslations('cycles.settings')
  const [draft, setDraft] = useState(props.initial)
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const change = (part: Partial<SettingsDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setCommandId(crypto.randomUUID())
  }
  const setDay = (name: WindowName, edge: 'startsOn' | 'endsOn', day: string) =>
    change({ windows: { ...draft.windows, [name]: { ...draft.windows[name], [edge]: day } } })
  const isDeadline = (name: WindowName, edge: string) => name === 'engagement' && edge === 'endsOn'

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit(draft, commandId)
      }}
    >
      {problem && (
        <Alert color="red" title={problem.message}>
          {problem.details.length > 0 && (
            <ul className={classes.details}>
              {problem.details.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      {props.extra}
      <TextInput
        label={t('name')}
        placeholder={t('namePlaceholder')}
        required
        maxLength={60}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <LateMultiSelect
        label={t('networks')}
        disabled={frozen}
        data={choices(options.networks)}
        value={draft.networkIds}
        onChange={(networkIds) => change({ networkIds })}
      />
      <fieldset className={classes.windows}>
        <legend>{t('windows')}</legend>
        {windowNames.map((name) => (
          <div key={name} className={classes.window}>
            <span>
              {t(`window.${name}`)}
              <small>{t(`windowHelp.${name}`)}</small>
            </span>
            {(['startsOn', 'endsOn'] as const).map((edge) => (
              <TextInput
                key={edge}
                type="date"
                label={t(edge)}
                aria-label={`${t(`window.${name}`)}, ${t(edge)}`}
                disabled={isDeadline(name, edge) ? deadlineFrozen : frozen}
                value={draft.windows[name][edge]}
                onChange={(event) => setDay(name, edge, event.currentTarget.value)}
              />
            ))}
          </div>
        ))}
      </fieldset>
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={t('referenceDay')}
          description={t('referenceDayHelp')}
          disabled={frozen}
          value={draft.referenceDay}
          onChange={(event) => change({ referenceDay: event.currentTarget.value })}
        />
        <NumberInput
          label={t('graceDays')}
          description={t('graceDaysHelp')}
          min={0}
          max={120}
          allowDecimal={false}
          value={draft.graceDays}
          onChange={(days) => change({ graceDays: Number(days) || 0 })}
        />
      </div>
      {draft.networkIds.map((networkId) => (
        <LateMultiSelect
          key={networkId}
          label={
            draft.networkIds.length > 1
              ? t('productsOf', { network: options.networks.find(({ id }) => id === networkId)?.name ?? '' })
              : t('products')
          }
          description={t('productsHelp')}
          disabled={frozen}
          data={choices(options.products)}
          value={draft.products[networkId] ?? []}
          onChange={(productIds) => change({ products: { ...draft.products, [networkId]: productIds } })}
        />
      ))}
      <CycleChannelFields
        options={options}
        disabled={frozen}
        channels={draft.channels}
        onChange={(channels) => change({ channels })}
      />
      <Group justify="flex-end" gap="xs">
        {props.onCancel && (
          <Button variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        )}
        <Button type="submit" loading={props.busy} disabled={draft.name.trim() === ''}>
          {props.submit}
        </Button>
      </Group>
    </form>
  )
}
