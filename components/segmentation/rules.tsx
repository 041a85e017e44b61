'use client'
import { ActionIcon, Anchor } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronUp,
  IconEyeOff,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DeltaChip } from '#components/ui/change-chip.tsx'
import { Section } from '#components/ui/section.tsx'
import { useFormat } from '#components/ui/format.ts'
import { withoutRule, withRuleAt } from '#src/client/segmentation/edit-segments.ts'
import type { Preview, RulePreview, Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { Rule } from '#src/engine/index.ts'
import { ConditionSentence } from './condition-sentence.tsx'
import type { StudioWords } from './studio-words.ts'
import { Swatch } from './swatch.tsx'
import classes from './rules.module.css'

type Props = {
  segmentation: Segmentation
  preview: Preview | null
  words: StudioWords
  disabled: boolean
  onCommit: (segmentation: Segmentation) => void
  onEdit: (rule: Rule | null) => void
}

const b = (chunks: ReactNode) => <b>{chunks}</b>

/** Rules in plain sentences, in the order in which they are tried; what each takes, and what takes it from under it. */
export function Rules({ segmentation, preview, words, disabled, onCommit, onEdit }: Props) {
  const t = useTranslations('segmentation.rules')
  const format = useFormat()
  const { rules } = segmentation
  const caught = preview?.rules.reduce((sum, rule) => sum + rule.caught, 0) ?? 0
  return (
    <Section
      flush
      title={t('title')}
      note={rules.length > 0 && t.rich('note', { count: format.number(caught), b })}
      actions={
        !disabled && (
          <ActionIcon aria-label={t('new')} onClick={() => onEdit(null)}>
            <IconPlus size={18} stroke={1.75} />
          </ActionIcon>
        )
      }
    >
      {rules.length === 0 && <p className={classes.empty}>{t('empty')}</p>}
      <ol className={classes.rules}>
        {rules.map((rule, index) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            index={index}
            result={preview?.rules.find(({ id }) => id === rule.id) ?? null}
            {...{ segmentation, words, disabled, onCommit, onEdit }}
          />
        ))}
      </ol>
    </Section>
  )
}

type LineProps = Omit<Props, 'preview'> & { rule: Rule; index: number; result: RulePreview | null }

function RuleLine({ rule, index, result, segmentation, words, disabled, onCommit, onEdit }: LineProps) {
  const t = useTranslations('segmentation.rules')
  const format = useFormat()
  const position = String(index + 1)
  const isDead = result !== null && result.caught === 0
  const shadow = result?.shadow ?? null
  const delta = result && result.before !== null ? result.caught - result.before : 0
  const outcome =
    rule.outcome.kind === 'exclude' ? (
      <b>{t('exclusion')}</b>
    ) : (
      <Swatch segments={segmentation.segments} code={rule.outcome.segment} />
    )
  return (
    <li className={classes.rule} data-dead={isDead || undefined}>
      <span className={classes.position}>{position}</span>
      <div>
        <p>
          {t.rich('sentence', {
            c: () => <ConditionSentence condition={rule.condition} words={words} />,
            o: () => outcome,
          })}
        </p>
        {isDead && (
          <p className={classes.warning}>
            <IconEyeOff size={14} stroke={1.75} aria-hidden />
            <span>
              {shadow
                ? t('shadowed', { position: String(shadow.index + 1), count: shadow.count })
                : t('dead')}{' '}
              {shadow && !disabled && (
                <Anchor
                  component="button"
                  size="sm"
                  onClick={() => onCommit(withRuleAt(segmentation, rule.id, shadow.index))}
                >
                  {t('before', { position: String(shadow.index + 1) })}
                </Anchor>
              )}
            </span>
          </p>
        )}
        {!isDead && shadow && (
          <p className={classes.partly}>
            {t('partly', { position: String(shadow.index + 1), count: format.number(shadow.count) })}
          </p>
        )}
        {!disabled && (
          <div className={classes.tools}>
            <ActionIcon
              size="sm"
              aria-label={t('up', { position })}
              disabled={index === 0}
              onClick={() => onCommit(withRuleAt(segmentation, rule.id, index - 1))}
            >
              <IconChevronUp size={14} stroke={1.75} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t('down', { position })}
              disabled={index === segmentation.rules.length - 1}
              onClick={() => onCommit(withRuleAt(segmentation, rule.id, index + 1))}
            >
              <IconChevronDown size={14} stroke={1.75} />
            </ActionIcon>
            <ActionIcon size="sm" aria-label={t('edit', { position })} onClick={() => onEdit(rule)}>
              <IconPencil size={14} stroke={1.75} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t('remove', { position })}
              onClick={() => onCommit(withoutRule(segmentation, rule.id))}
            >
              <IconTrash size={14} stroke={1.75} />
            </ActionIcon>
          </div>
        )}
      </div>
      <div className={classes.caught}>
        <b>{format.number(result?.caught ?? null)}</b>
        {delta !== 0 && <DeltaChip>{format.signed(delta)}</DeltaChip>}
      </div>
    </li>
  )
}
