'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
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
          <button type="button" onClick={reset}>
            {t('retry')}
          </button>
          <Link href="/">{t('home')}</Link>
        </>
      }
    />
  )
}
