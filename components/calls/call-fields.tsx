'use client'
import { ActionIcon, Anchor, Textarea } from '@mantine/core'
import {
  IconArrowUp,
  IconCalendarPlus,
  IconCheck,
  IconDoorOff,
  IconHandStop,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { usePreload } from '#components/ui/use-preload.ts'
import { raiseProduct, toggleProduct, type CallDraft } from '#src/client/calls/call-draft.ts'
import type { CallFieldsProps } from './call-fields-types.ts'
import classes from './call-form.module.css'

const WhenFields = dynamic(() => import('./when-fields.tsx').then((module) => module.WhenFields), {
  ssr: false,
})
const loadLater = () => import('./when-fields.tsx')

const outcomes = [
  { value: 'DONE', icon: IconCheck },
  { value: 'REFUSED', icon: IconHandStop },
  { value: 'ABSENT', icon: IconDoorOff },
] as const

export function OutcomeStep({ draft, options, onChange }: CallFieldsProps) {
  const t = useTranslations('calls.form')
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  usePreload(loadLater)
  const isPlanning = draft.outcome === 'PLANNED'
  const channel = options.channels.find(({ id }) => id === draft.channelId)
  const when =
    draft.day === options.today ? draft.time : [format.day(draft.day), draft.time].filter(Boolean).join(', ')
  return (
    <>
      <h2 className={classes.step}>
        <i>2</i>
        <span>{t(isPlanning ? 'when' : 'outcome')}</span>
        {!isPlanning && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {[channel?.name, when].filter(Boolean).join(', ')}
          </Anchor>
        )}
      </h2>
      {(opened || isPlanning) && <WhenFields draft={draft} options={options} onChange={onChange} />}
      {!isPlanning && (
        <div className={classes.outcomes}>
          {outcomes.map(({ value, icon: Icon }) => (
            <label key={value} className={classes.outcome}>
              <input
                type="radio"
                name="outcome"
                checked={draft.outcome === value}
                onChange={() => onChange({ ...draft, outcome: value })}
              />
              <Icon size={22} stroke={1.6} aria-hidden />
              {t(`outcomes.${value}`)}
            </label>
          ))}
        </div>
      )}
      <p className={classes.note}>
        <IconCalendarPlus size={16} stroke={1.75} aria-hidden />
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() =>
            onChange({
              ...draft,
              outcome: isPlanning ? 'DONE' : 'PLANNED',
              day: options.today,
              time: isPlanning ? options.now : '',
            })
          }
        >
          {t(isPlanning ? 'logInstead' : 'planInstead')}
        </Anchor>
      </p>
    </>
  )
}

/** Products in the order in which they were shown: a touch adds or takes away, the arrow moves one up. */
export function ProductStep({ draft, options, onChange }: CallFieldsProps) {
  const t = useTranslations('calls.form')
  const planned = draft.who?.productIds ?? []
  const order = [
    ...draft.productIds,
    ...planned.filter((id) => !draft.productIds.includes(id)),
    ...options.products
      .map(({ id }) => id)
      .filter((id) => !draft.productIds.includes(id) && !planned.includes(id)),
  ]
  const place = (id: string) => {
    if (!draft.who) return ''
    const index = planned.indexOf(id)
    return index < 0 ? t('notPlanned') : t('plannedPlace', { place: index + 1 })
  }
  return (
    <>
      <h2 className={classes.step}>
        <i>3</i>
        <span>{t('products')}</span>
      </h2>
      <ol className={classes.choices}>
        {order.map((id) => {
          const product = options.products.find((one) => one.id === id)
          const index = draft.productIds.indexOf(id)
          if (!product) return null
          return (
            <li key={id} className={classes.product}>
              <button
                type="button"
                aria-pressed={index >= 0}
                onClick={() => onChange(toggleProduct(draft, id))}
              >
                <span className={classes.rank} data-on={index >= 0 || undefined}>
                  {index >= 0 ? index + 1 : ''}
                </span>
                <span>
                  {product.name}
                  <span className={classes.detail}>{place(id)}</span>
                </span>
              </button>
              {index > 0 && (
                <ActionIcon
                  size={44}
                  aria-label={t('raise', { name: product.name })}
                  onClick={() => onChange(raiseProduct(draft, id))}
                >
                  <IconArrowUp size={18} stroke={1.75} aria-hidden />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

export function ReasonStep({ draft, options, onChange }: CallFieldsProps) {
  const t = useTranslations('calls.form')
  return (
    <>
      <h2 className={classes.step}>
        <i>3</i>
        <span>{t('reason')}</span>
      </h2>
      <div className={classes.reasons}>
        {options.reasons.map(({ id, label }) => (
          <label key={id} className={classes.outcome}>
            <input
              type="radio"
              name="reason"
              checked={draft.reasonId === id}
              onChange={() => onChange({ ...draft, reasonId: id })}
            />
            {label}
          </label>
        ))}
      </div>
    </>
  )
}

/** A factual word, kept folded: no judgement on a person belongs here. */
export function NoteField({ draft, onChange }: Omit<CallFieldsProps, 'options'>) {
  const t = useTranslations('calls.form')
  const [opened, setOpened] = useState(draft.comment !== '')
  if (!opened)
    return (
      <p className={classes.note}>
        <Anchor component="button" type="button" size="sm" onClick={() => setOpened(true)}>
          {t('addNote')}
        </Anchor>
      </p>
    )
  return (
    <Textarea
      mt={12}
      label={t('note')}
      description={t('noteHint')}
      autosize
      minRows={2}
      maxLength={500}
      value={draft.comment}
      onChange={(event) => onChange({ ...draft, comment: event.currentTarget.value })}
    />
  )
}

export const Penalty = ({ outcome }: { outcome: CallDraft['outcome'] }) => {
  const t = useTranslations('calls.form')
  if (outcome !== 'REFUSED' && outcome !== 'ABSENT') return null
  return (
    <p className={classes.note}>
      <IconInfoCircle size={16} stroke={1.75} aria-hidden />
      {t(outcome === 'REFUSED' ? 'refusalNote' : 'absenceNote')}
    </p>
  )
}
