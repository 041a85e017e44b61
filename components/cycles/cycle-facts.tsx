'use client'
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { Facts, SidePanel } from '#components/ui/side-panel.tsx'
import { toast } from '#components/ui/undo-toast.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { draftOf, settingsOf } from '#src/client/cycles/settings-draft.ts'
import { useCycleCommands } from '#src/client/cycles/use-cycles.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { CycleDto, CycleOptions } from '#src/contracts/cycles.ts'

const CycleSettingsForm = dynamic(
  () => import('./cycle-settings-form.tsx').then((module) => module.CycleSettingsForm),
  { ssr: false },
)
const loadLater = () => import('./cycle-settings-form.tsx')

type Props = { cycle: CycleDto; options: CycleOptions; canWrite: boolean }

const published = ['ENGAGEMENT', 'RUNNING', 'CLOSED']

/** The settings of a cycle read as terms and values, and changed in a panel. */
export function CycleFacts({ cycle, options, canWrite }: Props) {
  const t = useTranslations('cycles.settings')
  usePreload(loadLater)
  const format = useFormat()
  const problemOf = useRefusal()
  const { update } = useCycleCommands()
  const [open, setOpen] = useState(false)
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? '–'
  const range = (window: CycleDto['run']) =>
    window ? format.dayRange(window.startsOn, window.endsOn, 'long') : t('notSet')
  const productIds = [
    ...new Set(cycle.products.toSorted((a, b) => a.rank - b.rank).map((one) => one.productId)),
  ]
  const words = (list: readonly string[]) => (list.length > 0 ? list.join(', ') : t('notSet'))
  const facts = [
    { key: 'networks', value: words(cycle.networkIds.map((id) => nameOf(options.networks, id))) },
    { key: 'window.qualification', value: range(cycle.qualification) },
    { key: 'referenceDay', value: cycle.referenceDay ? format.day(cycle.referenceDay, 'year') : t('notSet') },
    { key: 'window.engagement', value: range(cycle.engagement) },
    { key: 'window.run', value: range(cycle.run) },
    { key: 'graceDays', value: t('days', { count: cycle.graceDays }) },
    { key: 'products', value: words(productIds.map((id) => nameOf(options.products, id))) },
    {
      key: 'channels',
      value: words(
        cycle.channels.map(({ channelId, weightMilli, loadMilli }) =>
          t('channelFact', {
            name: nameOf(options.channels, channelId),
            weight: format.milli(weightMilli, 2),
            load: format.milli(loadMilli, 2),
          }),
        ),
      ),
    },
  ] as const
  return (
    <Section
      title={<span id="reglages">{t('title')}</span>}
      actions={
        canWrite &&
        cycle.state !== 'CLOSED' && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      <Facts facts={facts.map(({ key, value }) => ({ key, term: t(key), value }))} />
      <SidePanel
        opened={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        context={cycle.name}
        width={640}
      >
        {open && (
          <CycleSettingsForm
            key={cycle.version}
            initial={draftOf(cycle)}
            options={options}
            frozen={published.includes(cycle.state)}
            deadlineFrozen={cycle.state === 'RUNNING'}
            submit={t('save')}
            busy={update.isPending}
            problem={update.error && problemOf(update.error)}
            onCancel={() => setOpen(false)}
            onSubmit={(draft, commandId) =>
              update.mutate(
                { id: cycle.id, version: cycle.version, commandId, settings: settingsOf(draft, cycle) },
                {
                  onSuccess: () => {
                    setOpen(false)
                    toast(t('saved'))
                  },
                },
              )
            }
          />
        )}
      </SidePanel>
    </Section>
  )
}
