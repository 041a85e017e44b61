'use client'
import { SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'

type Period = { startsOn: string; endsOn: string | null }

/** First and last day; no last day: open. */
export function PeriodFields({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const t = useTranslations('administration.form')
  return (
    <SimpleGrid cols={2}>
      <TextInput
        type="date"
        label={t('from')}
        required
        withAsterisk={false}
        value={period.startsOn}
        onChange={(event) => onChange({ ...period, startsOn: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('to')}
        description={t('open')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={period.endsOn ?? ''}
        onChange={(event) => onChange({ ...period, endsOn: event.currentTarget.value || null })}
      />
    </SimpleGrid>
  )
}
