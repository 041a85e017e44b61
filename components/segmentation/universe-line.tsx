'use client'
import { Anchor, Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { Preview, Vocabulary } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import type { Condition } from '#src/engine/index.ts'
import { ConditionSentence } from './condition-sentence.tsx'
import type { StudioWords } from './studio-words.ts'
import classes from './universe-line.module.css'
import forms from './forms.module.css'

const ConditionBuilder = dynamic(
  () => import('./condition-builder.tsx').then((module) => module.ConditionBuilder),
  { ssr: false },
)

type Props = {
  universe: Condition | null
  preview: Preview | null
  studio: StudioDto
  vocabulary: Vocabulary | null
  words: StudioWords
  disabled: boolean
  onCommit: (universe: Condition | null) => void
}

const b = (chunks: ReactNode) => <b>{chunks}</b>

/** Whom the cycle considers, in one line; the condition opens in a panel. */
export function UniverseLine({ universe, preview, studio, vocabulary, words, disabled, onCommit }: Props) {
  const t = useTranslations('segmentation')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const count =
    preview &&
    t.rich('universe.count', {
      count: format.number(preview.universe),
      total: format.number(preview.rows),
      b,
    })
  return (
    <p className={classes.line}>
      <b>{t('universe.title')}</b> {count}
      {' · '}
      {universe
        ? t.rich('universe.some', { c: () => <ConditionSentence condition={universe} words={words} /> })
        : t('universe.all')}{' '}
      {!disabled && (
        <Anchor component="button" size="sm" aria-label={t('universe.edit')} onClick={() => setOpen(true)}>
          {t('actions.edit')}
        </Anchor>
      )}
      <SidePanel
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('universe.title')}
        width={520}
        footer={
          <>
            <span className={forms.preview}>{count}</span>
            <Button ml="auto" onClick={() => setOpen(false)}>
              {t('actions.done')}
            </Button>
          </>
        }
      >
        <div className={forms.stack}>
          <p className={forms.help}>{t('universe.help')}</p>
          <ConditionBuilder
            value={universe}
            onChange={onCommit}
            segmentation={null}
            {...{ studio, vocabulary, words }}
          />
        </div>
      </SidePanel>
    </p>
  )
}
