'use client'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAfterPaint } from '#components/ui/use-after-paint.ts'
import type { SourceFieldProps } from './source-field-types.ts'

const load = () => import('./source-list.tsx')

/** A source typed, or chosen among those known once their list is there. */
export function SourceField(props: SourceFieldProps) {
  const loaded = useAfterPaint(load)
  const [focused, setFocused] = useState(false)
  if (loaded) return <loaded.SourceList {...props} takeFocus={focused} />
  return (
    <TextInput
      label={props.label}
      description={props.description}
      required={props.required}
      value={props.value}
      maxLength={60}
      maw={320}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    />
  )
}
