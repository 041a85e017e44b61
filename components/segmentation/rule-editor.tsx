'use client'
import { Button, Select } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { freeCode, withRule } from '#src/client/segmentation/edit-segments.ts'
import type { Segmentation, Vocabulary } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import type { Condition, Rule } from '#src/engine/index.ts'
import { ConditionBuilder } from './condition-builder.tsx'
import type { StudioWords } from './studio-words.ts'
import classes from './forms.module.css'

type Props = {
  /** null = a new rule, at the end. */
  rule: Rule | null
  onClose: () => void
  segmentation: Segmentation
  studio: StudioDto
  vocabulary: Vocabulary | null
  words: StudioWords
  /** What the rule would do as it stands. */
  onPreview: (segmentation: Segmentation) => void
  onCommit: (segmentation: Segmentation) => void
  /** Hcps that it takes in the preview. */
  caughtOf: (ruleId: string) => number | null
}

const exclude = 'exclude'

/** A rule: when a condition holds, a segment or out. What it takes is seen while it is written. */
export function RuleEditor(props: Props) {
  const { rule, onClose, segmentation, studio, vocabulary, words, onPreview, onCommit, caughtOf } = props
  const t = useTranslations('segmentation')
  const [id] = useState(
    () =>
      rule?.id ??
      freeCode(
        'r',
        segmentation.rules.map((one) => one.id),
      ),
  )
  const [condition, setCondition] = useState<Condition | null>(rule?.condition ?? null)
  const [outcome, setOutcome] = useState<Rule['outcome']>(
    rule?.outcome ?? { kind: 'segment', segment: segmentation.segments[0]?.code ?? '' },
  )
  const position = segmentation.rules.findIndex((one) => one.id === id)
  const caught = condition ? caughtOf(id) : null

  function show(nextCondition: Condition | null, nextOutcome: Rule['outcome']) {
    setCondition(nextCondition)
    setOutcome(nextOutcome)
    if (nextCondition)
      onPreview(withRule(segmentation, { id, condition: nextCondition, outcome: nextOutcome }))
  }
  return (
    <SidePanel
      opened
      onClose={onClose}
      width={520}
      title={rule ? t('rules.panel', { position: String(position + 1) }) : t('rules.new')}
      footer={
        <>
          <span className={classes.preview}>
            {caught !== null && t('condition.matched', { count: caught })}
          </span>
          <Button
            ml="auto"
            disabled={!condition}
            onClick={() => condition && onCommit(withRule(segmentation, { id, condition, outcome }))}
          >
            {t('actions.done')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        <ConditionBuilder
          value={condition}
          onChange={(next) => show(next, outcome)}
          {...{ studio, segmentation, vocabulary, words }}
        />
        <Select
          label={t('rules.then')}
          allowDeselect={false}
          data={[
            ...segmentation.segments.map(({ code, name }) => ({ value: code, label: name })),
            { value: exclude, label: t('rules.exclude') },
          ]}
          value={outcome.kind === 'exclude' ? exclude : outcome.segment}
          onChange={(value) =>
            value &&
            show(condition, value === exclude ? { kind: 'exclude' } : { kind: 'segment', segment: value })
          }
        />
      </div>
    </SidePanel>
  )
}
