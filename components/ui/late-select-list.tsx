'use client'
import { Select } from '@mantine/core'
import type { LateSelectProps } from './late-select-types.ts'
import { useTakenFocus } from './use-taken-focus.ts'

type Props = LateSelectProps & {
  /** The closed form had the focus. */
  takeFocus: boolean
}

/** A `LateSelect` with its list. */
export function LateSelectList({ takeFocus, ...props }: Props) {
  return <Select ref={useTakenFocus<HTMLInputElement>(takeFocus)} {...props} />
}
