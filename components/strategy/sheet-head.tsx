'use client'
import {
  IconCalendarEvent,
  IconDeviceMobileMessage,
  IconMail,
  IconPhone,
  IconPlus,
  IconStethoscope,
  IconVideo,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { StrategyChannel } from '#src/contracts/strategy.ts'
import type { ChannelColumns } from './sheet-columns.ts'
import classes from './sheet.module.css'

export const channelIcons: Record<StrategyChannel['kind'], typeof IconMail> = {
  VISIT: IconStethoscope,
  REMOTE: IconVideo,
  PHONE: IconPhone,
  EMAIL: IconMail,
  SMS: IconDeviceMobileMessage,
  EVENT: IconCalendarEvent,
}

type Props = {
  groups: readonly ChannelColumns[]
  products: readonly { code: string; name: string }[]
  onUnfold: (channel: string) => void
}

/** Channels over their contacts and products. */
export function SheetHead({ groups, products, onUnfold }: Props) {
  const t = useTranslations('strategy.sheet')
  const names = new Map(products.map(({ code, name }) => [code, name]))
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className={classes.segment}>
          {t('segment')}
        </th>
        <th rowSpan={2} scope="col" className={classes.people}>
          {t('hcps')}
        </th>
        {groups.map(({ channel, products: shown, hidden }) => {
          const Icon = channelIcons[channel.kind]
          return (
            <th key={channel.code} scope="colgroup" colSpan={1 + shown.length} className={classes.channel}>
              <span>
                <Icon size={14} stroke={1.75} aria-hidden />
                <span className={classes.channelName} title={channel.name}>
                  {channel.name}
                </span>
                {hidden > 0 && (
                  <button
                    type="button"
                    className={classes.unfold}
                    title={t('unfold', { count: hidden })}
                    aria-label={t('unfold', { count: hidden })}
                    onClick={() => onUnfold(channel.code)}
                  >
                    <IconPlus size={12} stroke={2} aria-hidden />
                  </button>
                )}
              </span>
            </th>
          )
        })}
        <th rowSpan={2} scope="col" className={classes.total}>
          {t('contacts')}
        </th>
        <th rowSpan={2} scope="col" className={classes.figure}>
          {t('days')}
        </th>
        <th rowSpan={2} scope="col" className={classes.figure}>
          {t('cost')}
        </th>
      </tr>
      <tr>
        {groups.flatMap(({ channel, products: shown }) => [
          <th key={`${channel.code} contacts`} scope="col" data-kind="contacts">
            {t('frequency')}
          </th>,
          ...shown.map((code) => (
            <th key={`${channel.code} ${code}`} scope="col" data-kind="product" title={names.get(code)}>
              {shortName(names.get(code) ?? code)}
            </th>
          )),
        ])}
      </tr>
    </thead>
  )
}

/** Three letters tell products apart under a channel; the whole name is on hover. */
const shortName = (name: string) => (name.length <= 4 ? name : (name.split(/\s+/).at(-1) ?? name).slice(0, 3))
