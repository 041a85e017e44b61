import type { MenuProps } from '@mantine/core'
import type { HTMLAttributes, ReactElement, ReactNode, RefAttributes } from 'react'

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
