'use client'
import { Menu } from '@mantine/core'
import { IconSelector, IconTargetArrow } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import type { Role } from '#src/contracts/actor.ts'
import type { CycleChoice } from '#src/contracts/shell.ts'
import { cycleOf, inOtherCycle } from './navigation.ts'
import classes from './cycle-switcher.module.css'

type Props = { cycles: readonly CycleChoice[]; currentCycleId: string | null; role: Role; pathname: string }

export function CycleSwitcher({ cycles, currentCycleId, role, pathname }: Props) {
  const t = useTranslations('shell')
  const format = useFormat()
  const wide = role === 'HQ' || role === 'ADMIN'
  const shown = cycleOf(pathname) ?? (wide ? null : currentCycleId)
  const name = cycles.find(({ id }) => id === shown)?.name ?? t('cycles.all')
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className={classes.switcher} aria-label={t('cycles.switch', { name })}>
          <IconTargetArrow size={16} stroke={1.75} aria-hidden />
          <span>{name}</span>
          <IconSelector size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {cycles.map((cycle) => (
          <Menu.Item
            key={cycle.id}
            component={Link}
            href={inOtherCycle(pathname, cycle.id)}
            aria-current={cycle.id === shown ? 'true' : undefined}
            rightSection={<span className={classes.state}>{t(`cycleState.${cycle.state}`)}</span>}
          >
            <span className={classes.name}>{cycle.name}</span>
            {cycle.runFrom && cycle.runTo && (
              <span className={classes.dates}>{format.dayRange(cycle.runFrom, cycle.runTo)}</span>
            )}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href="/cycles">
          {t('cycles.all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
