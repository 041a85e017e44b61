'use client'
import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Door } from '#components/layout/door.tsx'

/** A link that is unknown, used or too old: all three look the same. */
export function LinkGone() {
  const t = useTranslations('account.gone')
  return (
    <Door>
      <Stack gap="md">
        <Title order={1}>{t('title')}</Title>
        <Text>{t('why')}</Text>
        <Text c="dimmed">{t('todo')}</Text>
        <Button component={Link} href="/connexion" size="lg" fullWidth>
          {t('signIn')}
        </Button>
      </Stack>
    </Door>
  )
}
