'use client'
import { ActionIcon, Button, NumberInput, Select, Slider } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { AxisSource, Normalisation } from '#src/engine/index.ts'
import type { StudioWords } from './studio-words.ts'
import { useDecimal } from './use-decimal.ts'
import classes from './forms.module.css'

type Weighted = Extract<AxisSource, { kind: 'weighted' }>
type Term = Weighted['terms'][number]

type Props = {
  source: Weighted
  options: readonly { value: string; label: string }[]
  words: StudioWords
  onPreview: (source: Weighted) => void
  onCommit: (source: Weighted) => void
}

const normalisations = ['minmax', 'percentile', 'identity'] as const

/** Weights as sliders and as typed numbers; the sum of what is present divides. */
export function AxisTerms({ source, options, words, onPreview, onCommit }: Props) {
  const t = useTranslations('segmentation.axis')
  const decimal = useDecimal()
  const { terms } = source
  const top = Math.max(1, ...terms.map(({ weight }) => weight))
  const scale = top <= 1 ? 1 : top <= 10 ? 10 : top <= 100 ? 100 : 1000
  const put = (index: number, change: Partial<Term>): Weighted => ({
    ...source,
    terms: terms.map((term, at) => (at === index ? { ...term, ...change } : term)),
  })
  const free = options.filter(({ value }) => !terms.some((term) => term.criterion === value))
  return (
    <div className={classes.stack}>
      {terms.map((term, index) => {
        const name = words.criterion(term.criterion)
        return (
          <div key={term.criterion} className={classes.weight}>
            <div className={classes.weightRow}>
              <Select
                size="sm"
                aria-label={t('criterionField')}
                data={options.filter(
                  ({ value }) => value === term.criterion || free.some((one) => one.value === value),
                )}
                value={term.criterion}
                onChange={(criterion) => criterion && onCommit(put(index, { criterion }))}
                allowDeselect={false}
                searchable
              />
              <ActionIcon
                aria-label={t('removeTerm', { name })}
                disabled={terms.length === 1}
                onClick={() => onCommit({ ...source, terms: terms.toSpliced(index, 1) })}
              >
                <IconTrash size={16} stroke={1.75} />
              </ActionIcon>
            </div>
            <div className={classes.slider}>
              <Slider
                thumbLabel={t('weightOf', { name })}
                label={null}
                min={0}
                max={scale}
                step={scale / 20}
                value={term.weight}
                onChange={(weight) => onPreview(put(index, { weight }))}
                onChangeEnd={(weight) => onCommit(put(index, { weight }))}
              />
              <NumberInput
                {...decimal}
                size="sm"
                aria-label={t('weightOf', { name })}
                min={0}
                max={1000}
                step={scale / 20}
                value={term.weight}
                onChange={(weight) => typeof weight === 'number' && onCommit(put(index, { weight }))}
              />
            </div>
            <Select
              size="sm"
              aria-label={t('normalisation')}
              data={normalisations.map((one) => ({ value: one, label: t(`normalisations.${one}`) }))}
              value={term.normalisation}
              onChange={(one) => one && onCommit(put(index, { normalisation: one as Normalisation }))}
              allowDeselect={false}
            />
          </div>
        )
      })}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={free.length === 0}
          leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
          onClick={() =>
            free[0] &&
            onCommit({
              ...source,
              terms: [...terms, { criterion: free[0].value, weight: scale / 2, normalisation: 'minmax' }],
            })
          }
        >
          {t('addTerm')}
        </Button>
      </div>
      <NumberInput
        {...decimal}
        label={t('minimumShare')}
        description={t('minimumShareHelp')}
        suffix=" %"
        min={0}
        max={100}
        value={source.minimumShareBps / 100}
        onChange={(value) =>
          typeof value === 'number' && onCommit({ ...source, minimumShareBps: Math.round(value * 100) })
        }
      />
    </div>
  )
}
