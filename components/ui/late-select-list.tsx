'use client'
import { Select } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import type { LateSelectProps } from './late-select.tsx'

type Props = LateSelectProps & {
  /** The closed form had the focus. */
  takeFocus: boolean
}

/** A `LateSelect` with its list. */
export function LateSelectList({ takeFocus, ...props }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (takeFocus) input.current?.focus({ preventScroll: true })
  }, [takeFocus])
  return <Select ref={input} {...props} />
}
