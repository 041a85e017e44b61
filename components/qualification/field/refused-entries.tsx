'use client'
import { Alert, Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { QueueEntry } from '#src/client/offline/queue.ts'

type Props = {
  entries: readonly QueueEntry[]
  onRetry: (id: string) => void
  onDismiss: (id: string) => void
}

/** Answers that the server refused: why, and what to do with each; nothing is dropped in silence. */
export function RefusedEntries({ entries, onRetry, onDismiss }: Props) {
  const t = useTranslations('qualification.field.refused')
  const refusals = useTranslations('refusals')
  const why = ({ refusal }: QueueEntry) => {
    const key = (refusal?.reason || refusal?.code || 'broken') as Parameters<typeof refusals.has>[0]
    return refusals.has(key) ? refusals(key, (refusal?.params ?? {}) as never) : refusals('unknown')
  }
  return entries.map((entry) => (
    <Alert key={entry.id} color="red" title={t('title')} mb="sm">
      {why(entry)}
      <Group gap="xs" mt="xs">
        <Button size="compact-md" variant="default" onClick={() => onRetry(entry.id)}>
          {t('retry')}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={() => onDismiss(entry.id)}>
          {t('dismiss')}
        </Button>
      </Group>
    </Alert>
  ))
}
