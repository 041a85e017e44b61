import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { ProblemScreen } from '#components/layout/problem-screen.tsx'

export default function NotFound() {
  const t = useTranslations('errors.notFound')
  return (
    <ProblemScreen
      title={t('title')}
      what={t('what')}
      then={t('then')}
      actions={
        <Button component="a" href="/">
          {t('home')}
        </Button>
      }
    />
  )
}
