'use client'
import { Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { CallFieldsProps } from './call-fields-types.ts'
import classes from './call-form.module.css'

/** Channel, day and hour: said in one word, changed when they are not these. */
export function WhenFields({ draft, options, onChange }: CallFieldsProps) {
  const t = useTranslations('calls.form')
  return (
    <div className={classes.details}>
      <Select
        label={t('channel')}
        data={options.channels.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.channelId}
        allowDeselect={false}
        onChange={(channelId) => channelId && onChange({ ...draft, channelId })}
      />
      <TextInput
        type="date"
        label={t('day')}
        value={draft.day}
        min={draft.outcome === 'PLANNED' ? options.today : undefined}
        max={draft.outcome === 'PLANNED' ? undefined : options.today}
        onChange={(event) => onChange({ ...draft, day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('time')}
        value={draft.time}
        onChange={(event) => onChange({ ...draft, time: event.currentTarget.value })}
      />
    </div>
  )
}
