'use client'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import type { DeskActions } from './use-desk-actions.tsx'
import classes from './plan.module.css'

type Props = {
  plan: PlanDto
  selected: ReadonlySet<string>
  actions: DeskActions
  onClear: () => void
}

const frequencies = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12]

/** What is done to every target that is ticked. */
export function BulkBar({ plan, selected, actions, onClear }: Props) {
  const t = useTranslations('plans.bulk')
  const ids = [...selected]
  const others = plan.channels.slice(1)
  const button = (label: string, onClick: () => void) => (
    <Button variant="subtle" color="gray" size="compact-sm" onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('label')}>
      <b>{t('count', { count: ids.length })}</b>
      {button('−1', () => actions.setMany(ids, { by: -1 }))}
      {button('+1', () => actions.setMany(ids, { by: 1 }))}
      <Menu position="top">
        <Menu.Target>
          <Button variant="subtle" color="gray" size="compact-sm">
            {t('set')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {frequencies.map((at) => (
            <Menu.Item key={at} onClick={() => actions.setMany(ids, { at })}>
              {at}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {others.length > 0 && (
        <Menu position="top">
          <Menu.Target>
            <Button variant="subtle" color="gray" size="compact-sm">
              {t('channel')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ code, name }) => (
              <Menu.Item key={code} onClick={() => actions.moveTo(ids, code)}>
                {t('moveOne', { channel: name })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {button(t('remove'), () => actions.remove(ids))}
      {button(t('theory'), () => actions.backToTheory(ids))}
      <ActionIcon aria-label={t('clear')} onClick={onClear}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  )
}
