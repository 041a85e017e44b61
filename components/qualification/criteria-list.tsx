'use client'
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconForms, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { EmptyState } from '#components/ui/states.tsx'
import type { CriteriaDto, CriterionDto } from '#src/contracts/qualification.ts'
import classes from './criteria.module.css'

type Props = {
  data: CriteriaDto
  editable: boolean
  /** Code of the criterion being edited, `` for a new one; null = none. */
  editing: string | null
  editor: ReactNode
  onEdit: (criterion: CriterionDto) => void
  onNew: () => void
  onArrange: (codes: string[]) => void
  onRemove: (criterion: CriterionDto) => void
}

function useSummary(data: CriteriaDto) {
  const t = useTranslations('qualification.criterion')
  return ({ kind, level, sources, validityMonths, required }: CriterionDto) =>
    [
      t(`kinds.${kind}`),
      level === 'HCP' ? null : t(`levels.${level}`),
      required ? null : t('optional'),
      sources.map((code) => data.sources.find((one) => one.code === code)?.label ?? code).join(' > '),
      validityMonths === null ? t('always') : t('months', { count: validityMonths }),
    ]
      .filter(Boolean)
      .join(' · ')
}

/** The criteria of the form in their order; the one being edited opens in its place. */
export function CriteriaList(props: Props) {
  const { data, editable, editing, editor, onEdit, onArrange } = props
  const t = useTranslations('qualification.criterion')
  const locale = useLocale()
  const summary = useSummary(data)
  const codes = data.criteria.map(({ code }) => code)
  const swap = (index: number, other: number) => {
    const [one, two] = [codes[index], codes[other]]
    if (one && two) onArrange(codes.with(index, two).with(other, one))
  }
  const add = (
    <ActionMenu
      position="bottom-start"
      entries={[
        { key: '', label: t('addNew'), onClick: props.onNew },
        ...(data.library.length > 0 ? [{ key: ' ', kind: 'label' as const, label: t('library') }] : []),
        ...data.library.map((criterion) => ({
          key: criterion.code,
          label: criterion.labels[locale],
          onClick: () => onEdit(criterion),
        })),
      ]}
    >
      <Button variant="default" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
        {t('add')}
      </Button>
    </ActionMenu>
  )
  const isNew = editing !== null && !codes.includes(editing)
  if (codes.length === 0 && editing === null)
    return (
      <EmptyState icon={IconForms} title={t('empty.title')} action={editable && add}>
        {t('empty.why')}
      </EmptyState>
    )
  return (
    <div>
      <ol className={classes.list}>
        {data.criteria.map((criterion, index) => (
          <li key={criterion.code}>
            {editing === criterion.code ? (
              editor
            ) : (
              <div className={classes.line}>
                <div>
                  <b>{criterion.labels[locale]}</b>
                  <small>{summary(criterion)}</small>
                </div>
                {editable && (
                  <span className={classes.tools}>
                    <ActionIcon
                      aria-label={t('raise', { name: criterion.labels[locale] })}
                      disabled={index === 0}
                      onClick={() => swap(index, index - 1)}
                    >
                      <IconArrowUp size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('lower', { name: criterion.labels[locale] })}
                      disabled={index === codes.length - 1}
                      onClick={() => swap(index, index + 1)}
                    >
                      <IconArrowDown size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('edit', { name: criterion.labels[locale] })}
                      onClick={() => onEdit(criterion)}
                    >
                      <IconPencil size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('drop', { name: criterion.labels[locale] })}
                      onClick={() => props.onRemove(criterion)}
                    >
                      <IconTrash size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                  </span>
                )}
              </div>
            )}
          </li>
        ))}
        {isNew && <li>{editor}</li>}
      </ol>
      {editable && editing === null && <div className={classes.add}>{add}</div>}
    </div>
  )
}
