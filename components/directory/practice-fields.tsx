'use client'
import { Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCommunes } from '#src/client/directory/use-hcp.ts'

const kinds = ['OFFICE', 'HOSPITAL', 'PHARMACY'] as const

export type PracticeDraft = {
  kind: (typeof kinds)[number]
  name: string
  address: string
  postalCode: string
  phone: string
  commune: { inseeCode: string; name: string } | null
}

type Props = { practice: PracticeDraft; onChange: (practice: PracticeDraft) => void }

/** The principal place of a new hcp. Its commune decides the sector. */
export function PracticeFields({ practice, onChange }: Props) {
  const t = useTranslations('directory.form')
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 150)
  const { data = [] } = useCommunes(asked)
  const { commune } = practice
  const found = data.map(({ inseeCode, name, department }) => ({
    value: inseeCode,
    label: `${name} (${department})`,
  }))
  const options =
    commune && !found.some(({ value }) => value === commune.inseeCode)
      ? [{ value: commune.inseeCode, label: commune.name }, ...found]
      : found
  const text = (key: 'name' | 'address' | 'postalCode' | 'phone') => (
    <TextInput
      label={t(key)}
      value={practice[key]}
      onChange={(event) => onChange({ ...practice, [key]: event.currentTarget.value })}
    />
  )
  return (
    <Fieldset legend={t('practice')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('kind')}
            data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={practice.kind}
            allowDeselect={false}
            onChange={(value) =>
              onChange({ ...practice, kind: kinds.find((kind) => kind === value) ?? 'OFFICE' })
            }
          />
          {text('name')}
        </SimpleGrid>
        <Select
          label={t('commune')}
          description={t('communeHelp')}
          data={options}
          value={commune?.inseeCode ?? null}
          searchable
          clearable
          filter={({ options: shown }) => shown}
          onSearchChange={setTyped}
          onChange={(value) => {
            const chosen = data.find(({ inseeCode }) => inseeCode === value)
            const postalCode = chosen?.postalCodes[0] ?? practice.postalCode
            onChange({
              ...practice,
              postalCode,
              commune: chosen ? { inseeCode: chosen.inseeCode, name: chosen.name } : null,
            })
          }}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text('address')}
          {text('postalCode')}
          {text('phone')}
        </SimpleGrid>
      </Stack>
    </Fieldset>
  )
}
