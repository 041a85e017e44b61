'use client'
import { Alert, Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { StrategyEditor } from '#src/client/strategy/use-strategy-editor.ts'

const sections = ['grid', 'fit', 'constraints', 'limits', 'followUp'] as const

/** What a save met: somebody was faster, or a rule says no. What was typed stays. */
export function SaveNotice({ editor }: { editor: StrategyEditor }) {
  const t = useTranslations('strategy.save')
  const format = useFormat()
  const { saving } = editor
  if (saving.kind === 'conflict') {
    const { by, at, section } = saving.conflict
    const known = sections.find((one) => one === section) ?? 'grid'
    return (
      <Alert color="yellow" mb="sm" role="alert" title={t('conflict')}>
        {t('conflictWhat', { by, at: at ? format.time(at) : '', section: t(`section.${known}`) })}
        <Group gap="xs" mt="xs">
          <Button size="sm" variant="default" onClick={editor.takeTheirs}>
            {t('takeTheirs')}
          </Button>
          <Button size="sm" onClick={editor.keepMine}>
            {t('keepMine')}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (saving.kind !== 'failed') return null
  const { message, details } = saving.problem
  return (
    <Alert color="red" mb="sm" role="alert" title={t('failed')}>
      {message}
      {details.length > 0 && (
        <ul>
          {details.map((detail, index) => (
            <li key={`${detail.path} ${index}`}>{detail.message}</li>
          ))}
        </ul>
      )}
      <Group mt="xs">
        <Button size="sm" variant="default" onClick={editor.retry}>
          {t('retry')}
        </Button>
      </Group>
    </Alert>
  )
}
