'use client'
import { Combobox, Loader, Modal, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { CycleChoice, SearchHit } from '#src/contracts/shell.ts'
import { stepHref } from '#src/client/step-href.ts'
import type { Navigation } from './navigation.ts'
import classes from './search-dialog.module.css'

type Props = {
  opened: boolean
  onClose: () => void
  navigation: Navigation
  cycles: readonly CycleChoice[]
  search: ((text: string) => Promise<SearchHit[]>) | undefined
}

type Found = { id: string; kind: SearchHit['kind'] | 'SCREEN'; label: string; detail: string; href: string }

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const shortest = 2
const keyOf = ({ kind, id }: Found) => `${kind}:${id}`

function hrefOf(hit: SearchHit): string {
  if (hit.kind === 'HCP') return `/annuaire/${hit.id}`
  return hit.kind === 'CYCLE' ? stepHref(hit.id, 'FOLLOW_UP') : `/annuaire?sector=${hit.id}`
}

export function SearchDialog({ opened, onClose, navigation, cycles, search }: Props) {
  const t = useTranslations('shell')
  const router = useRouter()
  const combobox = useCombobox({ opened: true })
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const { data, isFetching } = useQuery({
    queryKey: ['search', asked],
    queryFn: () => search?.(asked) ?? [],
    enabled: search !== undefined && asked.length >= shortest,
  })
  const words = plain(text.trim())
  const named = (label: string) => words !== '' && plain(label).includes(words)
  const screens = [...navigation.main, ...navigation.second].map(({ key, href }): Found => ({
    id: key,
    kind: 'SCREEN',
    label: t(`nav.${key}`),
    detail: '',
    href,
  }))
  const found: Found[] = [
    ...screens.filter(({ label }) => words === '' || named(label)),
    ...cycles
      .filter(({ name }) => named(name))
      .map(({ id, name }): Found => ({
        id,
        kind: 'CYCLE',
        label: name,
        detail: '',
        href: stepHref(id, 'FOLLOW_UP'),
      })),
    ...(asked.length >= shortest ? (data ?? []) : []).map((hit): Found => ({ ...hit, href: hrefOf(hit) })),
  ]
  const { selectFirstOption } = combobox
  useEffect(() => {
    selectFirstOption()
  }, [selectFirstOption, text, data])

  function go(key: string) {
    const hit = found.find((one) => keyOf(one) === key)
    if (!hit) return
    setText('')
    onClose()
    router.push(hit.href)
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12vh"
      title={t('search.open')}
      classNames={{ header: classes.hidden }}
      // An open list keeps Escape for itself, and this one is always open.
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            variant="unstyled"
            className={classes.field}
            leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
            rightSection={isFetching ? <Loader size={16} /> : null}
            placeholder={t('search.placeholder')}
            aria-label={t('search.open')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={classes.list} aria-label={t('search.results')}>
          {found.map((hit) => (
            <Combobox.Option key={keyOf(hit)} value={keyOf(hit)} className={classes.hit}>
              <span className={classes.label}>{hit.label}</span>
              {hit.detail && <span className={classes.detail}>{hit.detail}</span>}
              <span className={classes.kind}>{t(`search.kind.${hit.kind}`)}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Combobox.Empty>{isFetching ? t('search.searching') : t('search.none', { text })}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox>
    </Modal>
  )
}
