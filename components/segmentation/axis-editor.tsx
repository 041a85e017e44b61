'use client'
import { NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { Stepper } from '#components/ui/stepper.tsx'
import {
  allMethods,
  fitClasses,
  numericCriteria,
  stepOf,
  withKind,
  withMethod,
  type Method,
} from '#src/client/segmentation/edit-axis.ts'
import type { AxisPreview } from '#src/client/what-if/what-if-types.ts'
import type { Axis, Classification, CycleCriterion } from '#src/engine/index.ts'
import { AxisTerms } from './axis-terms.tsx'
import { FormulaField } from './formula-field.tsx'
import type { StudioWords } from './studio-words.ts'
import { useDecimal } from './use-decimal.ts'
import classes from './forms.module.css'

type Props = {
  opened: boolean
  onClose: () => void
  axis: Axis
  preview: AxisPreview | null
  criteria: readonly CycleCriterion[]
  words: StudioWords
  disabled: boolean
  /** Of an axis that is neither rows nor columns: whether the matrix is cut by it; null = it is one of the two. */
  isLayers: boolean | null
  onLayers: (wanted: boolean) => void
  /** While a slider moves. */
  onPreview: (change: Partial<Axis>) => void
  onCommit: (change: Partial<Axis>) => void
}

const mostClasses = 7

/** The same method with another number of classes: its parameters are kept where they still say something. */
function withCount(classification: Classification, count: number): Classification {
  switch (classification.method) {
    case 'thresholds': {
      const { cuts } = classification
      const last = cuts.at(-1) ?? 0
      return {
        ...classification,
        cuts: Array.from(
          { length: count - 1 },
          (_, index) => cuts[index] ?? last - (index - cuts.length + 1),
        ),
      }
    }
    case 'abc':
    case 'headcount': {
      const kept = classification.limitsBps.slice(0, count - 1)
      while (kept.length < count - 1) kept.push(Math.round(((kept.at(-1) ?? 0) + 10_000) / 2))
      return { ...classification, limitsBps: kept }
    }
    case 'quantiles':
    case 'volume':
    case 'ranks':
      return { ...classification, k: count }
  }
}

/** Everything about an axis but its cut-offs: criteria and weights, scale, missing answers, groups, classes. */
export function AxisEditor(props: Props) {
  const {
    opened,
    onClose,
    axis,
    preview,
    criteria,
    words,
    disabled,
    isLayers,
    onLayers,
    onPreview,
    onCommit,
  } = props
  const t = useTranslations('segmentation.axis')
  const decimal = useDecimal()
  const usable = numericCriteria(criteria)
  const options = usable.map(({ code }) => ({ value: code, label: words.criterion(code) }))
  const { source, missing, classification } = axis
  const step = preview ? stepOf(preview.lowest, preview.highest) : 1

  function asKind(kind: string) {
    if (kind !== source.kind) onCommit({ source: withKind(source, kind, usable[0]?.code ?? '') })
  }
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('panel', { name: axis.name })} width={480}>
      <fieldset disabled={disabled} style={{ border: 0, margin: 0, padding: 0 }}>
        <div className={classes.stack}>
          <TextInput
            label={t('name')}
            key={axis.name}
            defaultValue={axis.name}
            maxLength={60}
            onBlur={(event) => {
              const name = event.currentTarget.value.trim()
              if (name && name !== axis.name) onCommit({ name })
            }}
          />
          {isLayers !== null && (
            <Switch
              label={t('layers')}
              description={t('layersHelp')}
              checked={isLayers}
              onChange={(event) => onLayers(event.currentTarget.checked)}
            />
          )}
          <SegmentedControl
            aria-label={t('source')}
            value={source.kind}
            onChange={asKind}
            data={(['criterion', 'weighted', 'formula'] as const).map((kind) => ({
              value: kind,
              label: t(`sources.${kind}`),
            }))}
          />
          {source.kind === 'formula' && (
            <FormulaField
              formula={source.formula}
              criteria={criteria}
              words={words}
              onPreview={(formula) => onPreview({ source: { kind: 'formula', formula } })}
              onCommit={(formula) => onCommit({ source: { kind: 'formula', formula } })}
            />
          )}
          {source.kind === 'criterion' && (
            <Select
              label={t('criterionField')}
              data={options}
              value={source.criterion}
              onChange={(criterion) => criterion && onCommit({ source: { kind: 'criterion', criterion } })}
              allowDeselect={false}
              searchable
            />
          )}
          {source.kind === 'weighted' && (
            <AxisTerms
              source={source}
              options={options}
              words={words}
              onPreview={(next) => onPreview({ source: next })}
              onCommit={(next) => onCommit({ source: next })}
            />
          )}
          <Select
            label={t('methodField')}
            data={allMethods.map((one) => ({ value: one, label: t(`method.${one}`) }))}
            value={classification.method}
            allowDeselect={false}
            onChange={(method) =>
              method &&
              method !== classification.method &&
              onCommit({
                classification: withMethod(axis, method as Method, preview?.cutOffs ?? [], step),
              })
            }
          />
          {(classification.method === 'abc' || classification.method === 'headcount') && (
            <Switch
              label={t('reach')}
              checked={classification.reach}
              onChange={(event) =>
                onCommit({ classification: { ...classification, reach: event.currentTarget.checked } })
              }
            />
          )}
          <Select
            label={t('missingPolicy')}
            data={(['unqualified', 'lowest', 'default'] as const).map((policy) => ({
              value: policy,
              label: t(`policies.${policy}`),
            }))}
            value={missing.policy}
            allowDeselect={false}
            onChange={(policy) =>
              onCommit({
                missing:
                  policy === 'default'
                    ? { policy, value: 0 }
                    : { policy: policy === 'lowest' ? 'lowest' : 'unqualified' },
              })
            }
          />
          {missing.policy === 'default' && (
            <NumberInput
              {...decimal}
              label={t('defaultValue')}
              value={missing.value}
              onChange={(value) =>
                typeof value === 'number' && onCommit({ missing: { policy: 'default', value } })
              }
            />
          )}
          <Select
            label={t('groupBy')}
            data={(['none', 'specialty', 'region'] as const).map((one) => ({
              value: one,
              label: t(`groupBys.${one}`),
            }))}
            value={axis.groupBy ?? 'none'}
            allowDeselect={false}
            onChange={(one) => onCommit({ groupBy: one === 'specialty' || one === 'region' ? one : null })}
          />
          <div className={classes.row}>
            <span>{t('classCount')}</span>
            <Stepper
              label={t('classCount')}
              value={axis.classes.length}
              min={2}
              max={mostClasses}
              state={disabled ? 'locked' : 'idle'}
              onChange={(count) =>
                onCommit({
                  classification: withCount(axis.classification, count),
                  classes: fitClasses(axis.classes, count),
                })
              }
            />
          </div>
          {axis.classes.map(({ code, name }, index) => (
            <TextInput
              key={`${code} ${name}`}
              size="sm"
              aria-label={t('className', { position: String(index + 1) })}
              defaultValue={name}
              maxLength={40}
              onBlur={(event) => {
                const next = event.currentTarget.value.trim()
                if (next && next !== name)
                  onCommit({
                    classes: axis.classes.map((one) => (one.code === code ? { ...one, name: next } : one)),
                  })
              }}
            />
          ))}
        </div>
      </fieldset>
    </SidePanel>
  )
}
