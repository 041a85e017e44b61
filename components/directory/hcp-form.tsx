'use client'
import {
  Alert,
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { useCreateHcp, useUpdateHcp } from '#src/client/directory/use-hcp.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { HcpInput } from '#src/contracts/directory.ts'
import { visitRules } from '#src/contracts/words.ts'
import { PracticeFields, type PracticeDraft } from './practice-fields.tsx'

type Known = HcpInput & { id: string; version: number }
type Props = { opened: boolean; onClose: () => void; hcp: Known | null }

const blank: HcpInput = {
  title: 'Dr',
  firstName: '',
  lastName: '',
  profession: '',
  specialty: null,
  status: 'ACTIVE',
  visitRule: 'OPEN',
  ownRules: null,
  yearlyContactMax: null,
}
const noPractice: PracticeDraft = {
  kind: 'OFFICE',
  name: '',
  address: '',
  postalCode: '',
  phone: '',
  commune: null,
}

/** Adds an hcp, or corrects one. What was typed stays when the server refuses. */
export function HcpForm(props: Props) {
  const { opened, onClose, hcp } = props
  const t = useTranslations('directory')
  return (
    <SidePanel opened={opened} onClose={onClose} title={hcp ? t('form.edit') : t('add')} width={520}>
      {opened && <Fields {...props} key={hcp?.version ?? 'new'} />}
    </SidePanel>
  )
}

function Fields({ onClose, hcp }: Props) {
  const t = useTranslations('directory')
  const router = useRouter()
  const problemOf = useRefusal()
  const [draft, setDraft] = useState<HcpInput>(hcp ?? blank)
  const [rpps, setRpps] = useState('')
  const [practice, setPractice] = useState(noPractice)
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const create = useCreateHcp()
  const update = useUpdateHcp()
  const failure = create.error ?? update.error
  const problem = failure && problemOf(failure)
  const set = <Key extends keyof HcpInput>(key: Key, value: HcpInput[Key]) => {
    setDraft((before) => ({ ...before, [key]: value }))
    setCommandId(crypto.randomUUID())
  }
  const errorOf = (path: string) => problem?.details.find((detail) => detail.path.endsWith(path))?.message

  function save() {
    const {
      title,
      firstName,
      lastName,
      profession,
      specialty,
      status,
      visitRule,
      ownRules,
      yearlyContactMax,
    } = draft
    const clean = {
      title: title || null,
      firstName,
      lastName,
      profession,
      specialty: specialty || null,
      status,
      visitRule,
      ownRules: ownRules || null,
      yearlyContactMax,
    }
    if (hcp) {
      update.mutate({ id: hcp.id, version: hcp.version, commandId, hcp: clean }, { onSuccess: onClose })
      return
    }
    const { commune, kind, name, address, postalCode, phone } = practice
    create.mutate(
      {
        commandId,
        hcp: clean,
        identifiers: rpps ? [{ scheme: 'RPPS', value: rpps }] : [],
        practice: commune && {
          kind,
          name: name || null,
          address: address || null,
          postalCode: postalCode || null,
          phone: phone || null,
          inseeCode: commune.inseeCode,
        },
      },
      { onSuccess: ({ id }) => router.push(`/annuaire/${id}`) },
    )
  }

  const text = (key: 'title' | 'firstName' | 'lastName' | 'profession' | 'specialty', required = false) => (
    <TextInput
      label={t(`form.${key}`)}
      value={draft[key] ?? ''}
      required={required}
      error={errorOf(key)}
      onChange={(event) => set(key, event.currentTarget.value)}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack gap="md">
        {problem && (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text('title')}
          {text('lastName', true)}
          {text('firstName', true)}
          {text('profession', true)}
          {text('specialty')}
          {hcp ? (
            <Select
              label={t('statusLabel')}
              data={(['ACTIVE', 'CEASED'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
              value={draft.status}
              onChange={(value) => set('status', value === 'CEASED' ? 'CEASED' : 'ACTIVE')}
              allowDeselect={false}
            />
          ) : (
            <TextInput
              label="RPPS"
              inputMode="numeric"
              value={rpps}
              onChange={(event) => setRpps(event.currentTarget.value)}
            />
          )}
        </SimpleGrid>
        <Select
          label={t('column.rule')}
          data={visitRules.map((value) => ({ value, label: t(`visitRule.${value}`) }))}
          value={draft.visitRule}
          onChange={(value) => set('visitRule', visitRules.find((rule) => rule === value) ?? 'OPEN')}
          allowDeselect={false}
        />
        <Textarea
          label={t('form.ownRules')}
          description={t('form.ownRulesHelp')}
          value={draft.ownRules ?? ''}
          autosize
          minRows={2}
          onChange={(event) => set('ownRules', event.currentTarget.value)}
        />
        <NumberInput
          label={t('form.yearlyContactMax')}
          description={t('form.yearlyContactMaxHelp')}
          value={draft.yearlyContactMax ?? ''}
          min={0}
          max={366}
          allowDecimal={false}
          onChange={(value) => set('yearlyContactMax', typeof value === 'number' ? value : null)}
        />
        {!hcp && <PracticeFields practice={practice} onChange={setPractice} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending}>
            {t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
