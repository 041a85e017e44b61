'use client'
import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { ProblemScreen } from '#components/layout/problem-screen.tsx'

export default function ErrorScreen({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('errors.broken')
  return (
    <ProblemScreen
      title={t('title')}
      what={t('what')}
      then={t('then')}
      detail={error.digest && t('reference', { digest: error.digest })}
      actions={
        <>
          <Button onClick={reset}>{t('retry')}</Button>
          <Button component="a" href="/" variant="default">
            {t('home')}
          </Button>
        </>
      }
    />
  )
}
