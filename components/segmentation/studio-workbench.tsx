'use client'
import { Button } from '@mantine/core'
import { IconBrush, IconPalette, IconPlus } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { usePhone } from '#components/ui/use-phone.ts'
import {
  mostAxes,
  numericCriteria,
  withAxis,
  withLayers,
  withNewAxis,
} from '#src/client/segmentation/edit-axis.ts'
import { withCell, withNewSegment } from '#src/client/segmentation/edit-segments.ts'
import type { Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import type { Rule } from '#src/engine/index.ts'
import { AxisPanel } from './axis-panel.tsx'
import { Matrix } from './matrix.tsx'
import { ReadyMatricesMenu } from './ready-matrices-menu.tsx'
import { Rules } from './rules.tsx'
import { SegmentPalette } from './segment-palette.tsx'
import type { StudioWords } from './studio-words.ts'
import { TransitionTable } from './transition-table.tsx'
import { UniverseLine } from './universe-line.tsx'
import type { StudioWork } from './use-studio-work.ts'
import classes from './studio.module.css'

// Forms come when one is opened: the first look needs none of them.
const AxisEditor = dynamic(() => import('./axis-editor.tsx').then((module) => module.AxisEditor), {
  ssr: false,
})
const RuleEditor = dynamic(() => import('./rule-editor.tsx').then((module) => module.RuleEditor), {
  ssr: false,
})
const SegmentsPanel = dynamic(() => import('./segments-panel.tsx').then((module) => module.SegmentsPanel), {
  ssr: false,
})

type Props = {
  studio: StudioDto
  work: StudioWork
  segmentation: Segmentation
  words: StudioWords
  hrefOf: (segment: string) => string
}

type Editing =
  | { kind: 'axis'; code: string }
  | { kind: 'segments' }
  | { kind: 'rule'; rule: Rule | null }
  | null

/** Universe, axes, matrix, rules: everything that is set, with what it makes. */
export function StudioWorkbench({ studio, work, segmentation, words, hrefOf }: Props) {
  const t = useTranslations('segmentation')
  const format = useFormat()
  const [editing, setEditing] = useState<Editing>(null)
  const [brush, setBrush] = useState<string | null>(null)
  const { whatIf, draft, history, commitSegmentation, previewSegmentation } = work
  const { preview } = whatIf
  const vocabulary = whatIf.loaded?.vocabulary ?? null
  // A phone reads the preview; it is set on a large screen.
  const isPhone = usePhone()
  const disabled = !studio.editable || isPhone
  const segments = segmentation.segments.toSorted((one, other) => one.rank - other.rank)
  const edited =
    editing?.kind === 'axis' ? segmentation.axes.find(({ code }) => code === editing.code) : undefined
  const newCriterion = numericCriteria(studio.criteria)[0]?.code
  const { matrix } = segmentation
  const cutsOf = (code: string) => preview?.axes.find((axis) => axis.code === code)?.cutOffs ?? []
  return (
    <>
      <UniverseLine
        universe={draft.universe}
        onCommit={work.commitUniverse}
        {...{ preview, studio, vocabulary, words, disabled }}
      />
      <dl className={classes.cuts}>
        {segmentation.axes.map(({ code, name }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd>
              {cutsOf(code)
                .map((cut) => format.number(cut))
                .join(' / ') || '–'}
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.axes}>
        {segmentation.axes.map((axis) => (
          <AxisPanel
            key={axis.code}
            axis={axis}
            preview={preview?.axes.find(({ code }) => code === axis.code) ?? null}
            words={words}
            disabled={disabled}
            onPreview={(classification) =>
              previewSegmentation(withAxis(segmentation, axis.code, { classification }))
            }
            onCommit={(classification) =>
              commitSegmentation(withAxis(segmentation, axis.code, { classification }))
            }
            onEdit={() => setEditing({ kind: 'axis', code: axis.code })}
          />
        ))}
      </div>
      {!disabled && segmentation.axes.length < mostAxes && newCriterion && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={8}
          leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
          onClick={() => {
            const { next, code } = withNewAxis(segmentation, t('axis.new'), newCriterion)
            commitSegmentation(next)
            setEditing({ kind: 'axis', code })
          }}
        >
          {t('axis.add')}
        </Button>
      )}
      <div className={classes.below}>
        <Matrix
          {...{ segmentation, preview, disabled, brush, hrefOf }}
          actions={
            <div className={classes.tools}>
              {!disabled && (
                <Button
                  variant={brush === null ? 'subtle' : 'light'}
                  size="compact-xs"
                  aria-pressed={brush !== null}
                  leftSection={<IconBrush size={16} stroke={1.75} aria-hidden />}
                  onClick={() => setBrush(brush === null ? (segments[0]?.code ?? null) : null)}
                >
                  {t('segments.paint')}
                </Button>
              )}
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<IconPalette size={16} stroke={1.75} aria-hidden />}
                onClick={() => setEditing({ kind: 'segments' })}
              >
                {t('segments.edit')}
              </Button>
              {!disabled && (
                <ReadyMatricesMenu
                  criteria={studio.criteria}
                  code={segmentation.code}
                  onChoose={commitSegmentation}
                />
              )}
            </div>
          }
          palette={brush !== null && <SegmentPalette segments={segments} brush={brush} onBrush={setBrush} />}
          onCell={(row, column, code) => commitSegmentation(withCell(segmentation, row, column, code))}
          onNewSegment={(row, column) => {
            const { next, code } = withNewSegment(segmentation, t('segments.new'))
            commitSegmentation(withCell(next, row, column, code))
            setEditing({ kind: 'segments' })
          }}
        />
        <div className={classes.rules}>
          <Rules
            {...{ segmentation, preview, words, disabled }}
            onCommit={commitSegmentation}
            onEdit={(rule) => setEditing({ kind: 'rule', rule })}
          />
        </div>
      </div>
      {studio.previous && preview?.previous && (
        <div className={classes.transition}>
          <TransitionTable previous={studio.previous} moves={preview.previous} segmentation={segmentation} />
        </div>
      )}
      {edited && (
        <AxisEditor
          opened
          onClose={() => setEditing(null)}
          axis={edited}
          preview={preview?.axes.find(({ code }) => code === edited.code) ?? null}
          criteria={studio.criteria}
          {...{ words, disabled }}
          isLayers={
            edited.code === matrix.rows || edited.code === matrix.columns
              ? null
              : edited.code === matrix.layers
          }
          onLayers={(wanted) => commitSegmentation(withLayers(segmentation, wanted ? edited.code : null))}
          onPreview={(change) => previewSegmentation(withAxis(segmentation, edited.code, change))}
          onCommit={(change) => commitSegmentation(withAxis(segmentation, edited.code, change))}
        />
      )}
      {editing?.kind === 'segments' && (
        <SegmentsPanel
          opened
          onClose={() => setEditing(null)}
          {...{ segmentation, disabled }}
          onCommit={commitSegmentation}
        />
      )}
      {editing?.kind === 'rule' && (
        <RuleEditor
          rule={editing.rule}
          onClose={() => {
            history.settle()
            setEditing(null)
          }}
          {...{ segmentation, studio, vocabulary, words }}
          onPreview={previewSegmentation}
          onCommit={(next) => {
            commitSegmentation(next)
            setEditing(null)
          }}
          caughtOf={(id) => preview?.rules.find((rule) => rule.id === id)?.caught ?? null}
        />
      )}
    </>
  )
}
