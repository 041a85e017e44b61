'use client'
import { Tooltip } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import type { ReactNode } from 'react'

type Props = { id: string; element: HTMLElement; opened: boolean; label: ReactNode }

/** The open half of `useHint`. */
export function HintBubble({ id, element, opened, label }: Props) {
  // It is placed beside its element first, and shown then.
  const placed = useMounted()
  return <Tooltip target={element} opened={opened && placed} label={<span id={id}>{label}</span>} />
}
