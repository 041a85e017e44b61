'use client'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LateSelectProps } from './late-select-types.ts'
import { SelectChevron } from './select-chevron.tsx'
import { useAfterPaint } from './use-after-paint.ts'

const load = () => import('./late-select-list.tsx')

/** A choice in the first picture of a screen: closed until its list, which weighs, has come after the first paint. */
export function LateSelect(props: LateSelectProps) {
  const loaded = useAfterPaint(load)
  const [focused, setFocused] = useState(false)
  if (loaded) return <loaded.LateSelectList {...props} takeFocus={focused} />
  const { data, value, clearable = false, searchable = false, placeholder, w, label, description } = props
  const choices = data.flatMap((one) => ('items' in one ? one.items : [one]))
  return (
    <TextInput
      readOnly
      pointer={!searchable}
      aria-label={props['aria-label']}
      label={label}
      description={description}
      aria-haspopup="listbox"
      value={choices.find((one) => one.value === value)?.label ?? ''}
      placeholder={placeholder}
      rightSection={clearable && value !== null ? null : <SelectChevron />}
      w={w}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    />
  )
}
