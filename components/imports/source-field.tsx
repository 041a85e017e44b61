'use client'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAfterPaint } from '#components/ui/use-after-paint.ts'

export type SourceFieldProps = {
  label: string
  description: string
  required: boolean
  data: string[]
  value: string
  onChange: (value: string) => void
}

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
