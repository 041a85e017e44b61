import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ProblemScreen } from '#components/layout/problem-screen.tsx'

export default function NotFound() {
  const t = useTranslations('errors.notFound')
  return (
    <ProblemScreen
      title={t('title')}
      what={t('what')}
      then={t('then')}
      actions={<Link href="/">{t('home')}</Link>}
    />
  )
}
