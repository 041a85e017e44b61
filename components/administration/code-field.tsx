'use client'
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'

type Props = { code: string; fixed: boolean; onChange: (code: string) => void }

/** A code is chosen once: data points to it. */
export function CodeField({ code, fixed, onChange }: Props) {
  const t = useTranslations('administration.portfolio')
  return (
    <TextInput
      label={t('code')}
      description={t('codeHelp')}
      required
      withAsterisk={false}
      readOnly={fixed}
      pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,39}"
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
