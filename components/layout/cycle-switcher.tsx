'use client'
import { Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import type { CycleChoice } from '#src/contracts/shell.ts'
import { CycleButton } from './cycle-button.tsx'
import { inOtherCycle } from './navigation.ts'
import classes from './cycle-switcher.module.css'

type Props = { cycles: readonly CycleChoice[]; shown: string | null; name: string; pathname: string }

/** The cycles to choose from; the address stays at the same step. */
export function CycleSwitcher({ cycles, shown, name, pathname }: Props) {
  const t = useTranslations('shell')
  const format = useFormat()
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <CycleButton name={name} />
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
