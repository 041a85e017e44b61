'use client'
import { Alert, Button, Group, MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { cleanCriterion, codeFrom } from '#src/client/qualification/criterion-draft.ts'
import type { Problem } from '#src/client/refusal.ts'
import type { CriteriaDto, CriterionDto } from '#src/contracts/qualification.ts'
import { criterionKinds, criterionLevels } from '#src/contracts/words.ts'
import { OptionFields } from './option-fields.tsx'
import classes from './criteria.module.css'

type Props = {
  draft: CriterionDto
  onChange: (draft: CriterionDto) => void
  /** It exists in the lab: kind and level no longer change. */
  known: boolean
  sources: CriteriaDto['sources']
  busy: boolean
  problem: Problem | null
  onCancel: () => void
  onSave: (criterion: CriterionDto) => void
}

const languages = ['fr', 'en'] as const
const orNull = (value: number | string) => (value === '' ? null : Number(value))

/** Everything about one criterion; the rep's form beside it follows each keystroke. */
export function CriterionEditor(props: Props) {
  const { draft, onChange, known, sources, problem } = props
  const t = useTranslations('qualification.criterion')
  const set = (part: Partial<CriterionDto>) => onChange({ ...draft, ...part })
  const isNumber = draft.kind === 'NUMBER' || draft.kind === 'INTEGER' || draft.kind === 'PERCENT'
  const texts = (name: 'labels' | 'help') => (
    <div className={classes.two}>
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t(`${name}.${language}`)}
          required={name === 'labels' && language === 'fr'}
          maxLength={200}
          value={draft[name][language]}
          onChange={(event) => set({ [name]: { ...draft[name], [language]: event.currentTarget.value } })}
        />
      ))}
    </div>
  )
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave(cleanCriterion(draft))
      }}
    >
      {problem && (
        <Alert color="red" title={problem.message}>
          {problem.details.map(({ path, message }) => (
            <div key={path}>{message}</div>
          ))}
        </Alert>
      )}
      {texts('labels')}
      {texts('help')}
      <div className={classes.three}>
        <Select
          label={t('kind')}
          disabled={known}
          allowDeselect={false}
          data={criterionKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          value={draft.kind}
          onChange={(kind) => set({ kind: criterionKinds.find((one) => one === kind) ?? draft.kind })}
        />
        <Select
          label={t('level')}
          disabled={known}
          allowDeselect={false}
          data={criterionLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
          value={draft.level}
          onChange={(level) => set({ level: criterionLevels.find((one) => one === level) ?? draft.level })}
        />
        <TextInput
          label={t('code')}
          disabled={known}
          maxLength={40}
          placeholder={codeFrom(draft.labels.fr)}
          value={draft.code}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
      </div>
      {isNumber && (
        <div className={classes.three}>
          <TextInput
            label={t('unit')}
            maxLength={40}
            placeholder={t('unitPlaceholder')}
            value={draft.unit ?? ''}
            onChange={(event) => set({ unit: event.currentTarget.value })}
          />
          {(['minimum', 'maximum'] as const).map((bound) => (
            <NumberInput
              key={bound}
              label={t(bound)}
              hideControls
              placeholder={t('none')}
              value={draft[bound] ?? ''}
              onChange={(value) => set({ [bound]: orNull(value) })}
            />
          ))}
        </div>
      )}
      {draft.kind === 'CHOICE' && (
        <OptionFields options={draft.options} onChange={(options) => set({ options })} />
      )}
      <div className={classes.two}>
        <MultiSelect
          label={t('sources')}
          description={t('sourcesHelp')}
          data={sources.map(({ code, label }) => ({ value: code, label }))}
          value={draft.sources}
          onChange={(next) => set({ sources: next })}
        />
        <NumberInput
          label={t('validity')}
          description={t('validityHelp')}
          min={1}
          max={120}
          allowDecimal={false}
          placeholder={t('always')}
          value={draft.validityMonths ?? ''}
          onChange={(value) => set({ validityMonths: orNull(value) })}
        />
      </div>
      <Switch
        label={t('required')}
        checked={draft.required}
        onChange={(event) => set({ required: event.currentTarget.checked })}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={props.busy}
          disabled={draft.labels.fr.trim() === '' || draft.sources.length === 0}
        >
          {t('save')}
        </Button>
      </Group>
    </form>
  )
}
