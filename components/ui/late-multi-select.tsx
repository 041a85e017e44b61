'use client'
import { Pill, PillsInput } from '@mantine/core'
import { useState } from 'react'
import type { LateMultiSelectProps } from './late-multi-select-types.ts'
import { SelectChevron } from './select-chevron.tsx'
import { useAfterPaint } from './use-after-paint.ts'

const load = () => import('./late-multi-select-list.tsx')

/** Several choices in the first picture of a screen: what is chosen, until its list has come after the first paint. */
export function LateMultiSelect(props: LateMultiSelectProps) {
  const loaded = useAfterPaint(load)
  const [focused, setFocused] = useState(false)
  if (loaded) return <loaded.LateMultiSelectList {...props} takeFocus={focused} />
  const { label, description, disabled = false, data, value } = props
  return (
    <PillsInput
      label={label}
      description={description}
      disabled={disabled}
      pointer
      rightSection={<SelectChevron />}
    >
      <Pill.Group disabled={disabled}>
        {value.map((one) => (
          <Pill key={one} withRemoveButton disabled={disabled}>
            {data.find((choice) => choice.value === one)?.label ?? one}
          </Pill>
        ))}
        <PillsInput.Field
          type="hidden"
          readOnly
          pointer
          disabled={disabled}
          aria-label={label}
          aria-haspopup="listbox"
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
      </Pill.Group>
    </PillsInput>
  )
}
