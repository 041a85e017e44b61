'use client'
import { cloneElement, useState } from 'react'
import type { ActionMenuProps } from './action-menu-types.ts'
import { useAfterPaint } from './use-after-paint.ts'

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
