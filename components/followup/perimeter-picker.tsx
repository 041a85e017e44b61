'use client'
import { useTranslations } from 'next-intl'
import { LateSelect } from '#components/ui/late-select.tsx'
import type { FollowPerimeterInput, FollowUpDto } from '#src/contracts/follow-up.ts'

type Props = { view: FollowUpDto; onChange: (perimeter: FollowPerimeterInput) => void }

/** Network, region or sector, among those in reach; nothing to choose, nothing shown. */
export function PerimeterPicker({ view, onChange }: Props) {
  const t = useTranslations('followUp')
  const { choices, perimeter, cycle } = view
  const { networks, regions, sectors } = choices
  if (networks.length + regions.length + sectors.length < 2) return null
  const data = [
    {
      group: t('networks'),
      items: networks.map(({ id, name }) => ({ value: `network:${id}`, label: name })),
    },
    { group: t('regions'), items: regions.map(({ id, name }) => ({ value: `region:${id}`, label: name })) },
    {
      group: t('sectorsGroup'),
      items: sectors.map(({ id, name }) => ({ value: `sector:${id}`, label: name })),
    },
  ].filter(({ items }) => items.length > 0)
  return (
    <LateSelect
      aria-label={t('perimeter')}
      data={data}
      value={`${perimeter.level.toLowerCase()}:${perimeter.id}`}
      searchable={sectors.length > 8}
      allowDeselect={false}
      w={220}
      onChange={(value) => {
        const [level, id] = (value ?? '').split(':')
        if (!id) return
        onChange({ id: cycle.id, [`${level}Id`]: id })
      }}
    />
  )
}
