'use client'
import { MultiSelect } from '@mantine/core'
import type { LateMultiSelectProps } from './late-multi-select-types.ts'
import { useTakenFocus } from './use-taken-focus.ts'

type Props = LateMultiSelectProps & {
  /** The closed form had the focus. */
  takeFocus: boolean
}

/** A `LateMultiSelect` with its list. */
export function LateMultiSelectList({ takeFocus, ...props }: Props) {
  return <MultiSelect ref={useTakenFocus<HTMLInputElement>(takeFocus)} {...props} />
}
