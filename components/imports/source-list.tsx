'use client'
import { Autocomplete } from '@mantine/core'
import { useTakenFocus } from '#components/ui/use-taken-focus.ts'
import type { SourceFieldProps } from './source-field-types.ts'

/** A `SourceField` with the sources known. */
export function SourceList({ takeFocus, ...props }: SourceFieldProps & { takeFocus: boolean }) {
  return <Autocomplete ref={useTakenFocus<HTMLInputElement>(takeFocus)} maxLength={60} maw={320} {...props} />
}
