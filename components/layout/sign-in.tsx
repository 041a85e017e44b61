'use client'
import { Alert, Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconAlertCircle, IconKey } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState, type FormEvent } from 'react'
import { Door } from './door.tsx'
import { SignInFigure } from './sign-in-figure.tsx'

type Problem = 'wrong' | 'paused' | 'broken'

type Props = {
  /** Where to go afterwards: a path of this site, `/` otherwise. */
  returnTo?: string
  /** A provider other than the password, when one is set up: its id for next-auth and its name. */
  provider?: { id: string; name: string }
  /** What next-auth put in the address after a failed round trip. */
  failed?: boolean
}

// Only a path of this site, never an address that a link could have brought.
const ownPath = (path: string | undefined) => (path && /^\/(?![/\\])/.test(path) ? path : '/')

// Fetched while the person types.
const loadSignIn = () => import('next-auth/react').then((module) => module.signIn)

export function SignIn({ returnTo, provider, failed = false }: Props) {
  const t = useTranslations('signIn')
  const router = useRouter()
  const [problem, setProblem] = useState<Problem | null>(failed ? 'broken' : null)
  const [busy, setBusy] = useState(false)
  const [forgotten, setForgotten] = useState(false)

  useEffect(() => {
    void loadSignIn()
  }, [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    try {
      const signIn = await loadSignIn()
      const answer = await signIn('credentials', {
        email: form.get('email'),
        password: form.get('password'),
        redirect: false,
      })
      if (answer?.ok) {
        router.replace(ownPath(returnTo))
        router.refresh()
        return
      }
      setProblem(answer?.status === 429 || answer?.error === 'TOO_MANY_REQUESTS' ? 'paused' : 'wrong')
    } catch {
      setProblem('broken')
    }
    setBusy(false)
  }

  const refused = problem === 'wrong'
  return (
    <Door>
      <Title order={1}>{t('promise')}</Title>
      <SignInFigure />
      <Stack gap="md">
        {problem && (
          <Alert color="red" role="alert" icon={<IconAlertCircle size={18} stroke={1.75} aria-hidden />}>
            <b>{t(`problem.${problem}.what`)}</b> {t(`problem.${problem}.then`)}
          </Alert>
        )}
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="md">
            <TextInput
              name="email"
              type="email"
              size="lg"
              label={t('email')}
              placeholder={t('emailExample')}
              autoComplete="username"
              inputMode="email"
              error={refused}
              required
              withAsterisk={false}
            />
            <PasswordInput
              name="password"
              size="lg"
              label={t('password')}
              autoComplete="current-password"
              error={refused}
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            />
            <Button type="submit" size="lg" fullWidth loading={busy}>
              {t('submit')}
            </Button>
          </Stack>
        </form>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => setForgotten(true)}
          aria-expanded={forgotten}
        >
          {t('forgotten')}
        </Anchor>
        {forgotten && (
          <Text size="sm" c="dimmed">
            {t('forgottenHelp')}
          </Text>
        )}
        {provider && (
          <>
            <Divider label={t('or')} />
            <Button
              variant="default"
              size="lg"
              fullWidth
              leftSection={<IconKey size={18} stroke={1.75} aria-hidden />}
              onClick={() =>
                void loadSignIn().then((signIn) => signIn(provider.id, { callbackUrl: ownPath(returnTo) }))
              }
            >
              {t('provider', { name: provider.name })}
            </Button>
          </>
        )}
      </Stack>
    </Door>
  )
}
