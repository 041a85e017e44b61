'use client'
import type { MenuProps } from '@mantine/core'
import {
  cloneElement,
  useState,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { useAfterPaint } from './use-after-paint.ts'

/** Named here, drawn with the list. */
export type MenuIcon = 'download' | 'print' | 'list' | 'plus' | 'link'
type Choice = { key: string; label: ReactNode; icon?: MenuIcon; disabled?: boolean }
export type MenuEntry =
  | (Choice & { onClick: () => void })
  | (Choice & { href: string })
  | { key: string; kind: 'label'; label: ReactNode }
  | { key: string; kind: 'divider' }

export type ActionMenuProps = {
  entries: readonly MenuEntry[]
  position: NonNullable<MenuProps['position']>
  width?: number
  /** False: a press on the button does something else for now. */
  opens?: boolean
  /** The button. */
  children: ReactElement<HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement>>
}

const load = () => import('./action-menu-list.tsx')

/** A button that opens a menu, whose code comes after the first paint: pressed before, it opens as soon as it is there. */
export function ActionMenu(props: ActionMenuProps) {
  const { opens = true, children } = props
  const loaded = useAfterPaint(load)
  const [opened, setOpened] = useState(false)
  const [focused, setFocused] = useState(false)
  if (loaded) {
    return <loaded.ActionMenuList {...props} opened={opened} onOpen={setOpened} takeFocus={focused} />
  }
  return cloneElement(children, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
    onClick: () => opens && setOpened(true),
  })
}
