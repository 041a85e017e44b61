'use client'
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { useRemoveAssignment } from '#src/client/administration/use-administration.ts'
import { useToday } from './use-today.ts'
import classes from './administration.module.css'

type Row = { id: string; name: string; words: string; startsOn: string; endsOn: string | null }
type Props = {
  title: string
  kind: 'REP' | 'MANAGER'
  rows: readonly Row[]
  onAdd: () => void
  onEdit: (id: string) => void
}

/** Who is assigned, now and later. What has not begun can be taken back; the rest is ended by its last day. */
export function AssignmentList({ title, kind, rows, onAdd, onEdit }: Props) {
  const t = useTranslations('administration.territory')
  const format = useFormat()
  const today = useToday()
  const remove = useRemoveAssignment()
  return (
    <Section
      title={title}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
          onClick={onAdd}
        >
          {t('assign')}
        </Button>
      }
    >
      {rows.length === 0 && <p className={classes.grey}>{t('nobody')}</p>}
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className={classes.two}>
              <button type="button" className={classes.open} onClick={() => onEdit(row.id)}>
                {row.name}
              </button>
              <small>
                {row.words} ·{' '}
                {row.endsOn
                  ? format.dayRange(row.startsOn, row.endsOn, 'year')
                  : t('since', { day: format.day(row.startsOn, 'year') })}
              </small>
            </span>
            {row.startsOn > today && (
              <ActionIcon
                aria-label={t('takeBack', { name: row.name })}
                onClick={() => remove.mutate({ kind, id: row.id, commandId: crypto.randomUUID() })}
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
