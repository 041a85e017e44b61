'use client'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAfterPaint } from './use-after-paint.ts'

type Choice = { value: string; label: string }

export type LateSelectProps = {
  'aria-label': string
  data: readonly (Choice | { group: string; items: Choice[] })[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  searchable?: boolean
  clearable?: boolean
  allowDeselect?: boolean
  w?: number
}

const load = () => import('./late-select-list.tsx')

const chevron = (
  <svg
    viewBox="0 0 15 15"
    width={20}
    height={20}
    fill="none"
    stroke="var(--mantine-color-dimmed)"
    aria-hidden
  >
    <path
      d="M5.25 5.75 7.5 3.5l2.25 2.25M5.25 9.25 7.5 11.5l2.25-2.25"
      strokeWidth={0.9}
      strokeLinecap="round"
    />
  </svg>
)

/** A choice in the first picture of a screen: closed until its list, which weighs, has come after the first paint. */
export function LateSelect(props: LateSelectProps) {
  const loaded = useAfterPaint(load)
  const [focused, setFocused] = useState(false)
  if (loaded) return <loaded.LateSelectList {...props} takeFocus={focused} />
  const { data, value, clearable = false, searchable = false, placeholder, w } = props
  const choices = data.flatMap((one) => ('items' in one ? one.items : [one]))
  return (
    <TextInput
      readOnly
      pointer={!searchable}
      aria-label={props['aria-label']}
      aria-haspopup="listbox"
      value={choices.find((one) => one.value === value)?.label ?? ''}
      placeholder={placeholder}
      rightSection={clearable && value !== null ? null : chevron}
      w={w}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    />
  )
}
