'use client'
import { Menu } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import {
  IconExternalLink,
  IconFileDownload,
  IconListDetails,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react'
import Link from 'next/link'
import { cloneElement } from 'react'
import type { ActionMenuProps, MenuEntry, MenuIcon } from './action-menu-types.ts'
import { useTakenFocus } from './use-taken-focus.ts'

const icons: Record<MenuIcon, typeof IconPlus> = {
  download: IconFileDownload,
  print: IconPrinter,
  list: IconListDetails,
  plus: IconPlus,
  link: IconExternalLink,
}

type Props = ActionMenuProps & {
  opened: boolean
  onOpen: (opened: boolean) => void
  /** The button stood there before the menu did, and had the focus. */
  takeFocus: boolean
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ('kind' in entry) {
    return entry.kind === 'label' ? <Menu.Label>{entry.label}</Menu.Label> : <Menu.Divider />
  }
  const { label, disabled } = entry
  const Icon = entry.icon && icons[entry.icon]
  const section = Icon && <Icon size={16} stroke={1.75} aria-hidden />
  if ('href' in entry) {
    return (
      <Menu.Item component={Link} href={entry.href} leftSection={section}>
        {label}
      </Menu.Item>
    )
  }
  return (
    <Menu.Item leftSection={section} disabled={disabled === true} onClick={entry.onClick}>
      {label}
    </Menu.Item>
  )
}

/** The button of an `ActionMenu` with its list. */
export function ActionMenuList({ entries, position, width, opens = true, children, ...state }: Props) {
  const { opened, onOpen, takeFocus } = state
  const mounted = useMounted()
  const button = useTakenFocus<HTMLElement>(takeFocus)
  return (
    <Menu
      opened={opened && mounted}
      onChange={(open) => onOpen(open && opens)}
      position={position}
      {...(width !== undefined && { width })}
    >
      <Menu.Target>{cloneElement(children, { ref: button })}</Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
