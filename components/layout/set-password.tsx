'use client'
import { Alert, Button, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Door } from './door.tsx'

export const shortestPassword = 12

type Props = {
  purpose: 'INVITE' | 'RESET'
  email: string
  labName: string
  /** The person already signs in elsewhere: the password asked is the one that exists. */
  knownLogin?: boolean
  onSubmit: (password: string) => Promise<void>
  /** What went wrong, in words; what was typed stays. */
  error?: ReactNode
}

/** Accepts an invitation or chooses a new password. */
export function SetPassword({ purpose, email, labName, knownLogin = false, onSubmit, error }: Props) {
  const t = useTranslations('signIn.link')
  const [short, setShort] = useState(false)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = new FormData(event.currentTarget).get('password')
    if (typeof password !== 'string') return
    const tooShort = !knownLogin && password.length < shortestPassword
    setShort(tooShort)
    if (tooShort) return
    setBusy(true)
    try {
      await onSubmit(password)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Door>
      <Title order={1}>{purpose === 'INVITE' ? t('invite', { lab: labName }) : t('reset')}</Title>
      <Text c="dimmed" mt="xs" mb="lg">
        {t('for', { email })}
      </Text>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {error && (
            <Alert color="red" role="alert" icon={<IconAlertCircle size={18} stroke={1.75} aria-hidden />}>
              {error}
            </Alert>
          )}
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <PasswordInput
            name="password"
            size="lg"
            label={knownLogin ? t('knownPassword') : t('newPassword')}
            description={knownLogin ? t('knownHelp') : t('help', { count: shortestPassword })}
            error={short && t('short', { count: shortestPassword })}
            autoComplete={knownLogin ? 'current-password' : 'new-password'}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          />
          <Button type="submit" size="lg" fullWidth loading={busy}>
            {purpose === 'INVITE' ? t('accept') : t('change')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
