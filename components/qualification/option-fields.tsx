'use client'
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { CriterionDto } from '#src/contracts/qualification.ts'
import classes from './criteria.module.css'

type Options = CriterionDto['options']
type Props = { options: Options; onChange: (options: Options) => void }

/** Options in the order of the form, each with its points, which the rep never sees. */
export function OptionFields({ options, onChange }: Props) {
  const t = useTranslations('qualification.criterion')
  const set = (index: number, part: Partial<Options[number]>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...part } : option)))
  const raise = (index: number) => {
    const before = options[index - 1]
    const one = options[index]
    if (before && one) onChange(options.with(index - 1, one).with(index, before))
  }
  return (
    <fieldset className={classes.options}>
      <legend>
        {t('options')} <small>{t('optionsHelp')}</small>
      </legend>
      {options.map(({ labels, points, code }, index) => (
        // An option has no name of its own until it is saved: its place is what tells it apart.
        <div key={index} className={classes.option}>
          {(['fr', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              size="sm"
              aria-label={t('optionLabel', { rank: index + 1, language: language.toUpperCase() })}
              placeholder={language.toUpperCase()}
              value={labels[language]}
              onChange={(event) =>
                set(index, { labels: { ...labels, [language]: event.currentTarget.value } })
              }
            />
          ))}
          <NumberInput
            size="sm"
            aria-label={t('pointsOf', { rank: index + 1 })}
            hideControls
            value={points}
            onChange={(value) => set(index, { points: Number(value) || 0 })}
          />
          <ActionIcon
            aria-label={t('raise', { name: labels.fr || code })}
            disabled={index === 0}
            onClick={() => raise(index)}
          >
            <IconArrowUp size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t('drop', { name: labels.fr || code })}
            onClick={() => onChange(options.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={() =>
          onChange([...options, { code: '', labels: { fr: '', en: '' }, points: options.length }])
        }
      >
        {t('addOption')}
      </Button>
    </fieldset>
  )
}
