'use client'
import { ActionIcon, Button, NumberInput, TextInput, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { SidePanel } from '#components/ui/side-panel.tsx'
import {
  isUsed,
  palette,
  withNewSegment,
  withoutSegment,
  withRankMoved,
  withSegment,
} from '#src/client/segmentation/edit-segments.ts'
import type { Segmentation } from '#src/client/what-if/what-if-types.ts'
import { segmentTint } from './segment-colour.ts'
import { Swatch } from './swatch.tsx'
import { useDecimal } from './use-decimal.ts'
import classes from './forms.module.css'

type Props = {
  opened: boolean
  onClose: () => void
  segmentation: Segmentation
  disabled: boolean
  onCommit: (segmentation: Segmentation) => void
}

/** Segments by rank: name, colour, what a contact there is worth. */
export function SegmentsPanel({ opened, onClose, segmentation, disabled, onCommit }: Props) {
  const t = useTranslations('segmentation.segments')
  const decimal = useDecimal()
  const segments = segmentation.segments.toSorted((one, other) => one.rank - other.rank)
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('title')} width={480}>
      <fieldset disabled={disabled} style={{ border: 0, margin: 0, padding: 0 }}>
        {segments.map((segment, index) => {
          const { code, name, rank, colour } = segment
          const used = isUsed(segmentation, code)
          return (
            <div key={code} className={classes.segment}>
              <Swatch segments={segments} code={code} name={false} />
              <TextInput
                key={name}
                size="sm"
                aria-label={t('name', { rank: String(rank) })}
                defaultValue={name}
                maxLength={40}
                onBlur={(event) => {
                  const next = event.currentTarget.value.trim()
                  if (next && next !== name) onCommit(withSegment(segmentation, code, { name: next }))
                }}
              />
              <div className={classes.segmentTools}>
                <ActionIcon
                  aria-label={t('up', { name })}
                  disabled={index === 0}
                  onClick={() => onCommit(withRankMoved(segmentation, code, -1))}
                >
                  <IconChevronUp size={16} stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('down', { name })}
                  disabled={index === segments.length - 1}
                  onClick={() => onCommit(withRankMoved(segmentation, code, 1))}
                >
                  <IconChevronDown size={16} stroke={1.75} />
                </ActionIcon>
                <Tooltip label={t('used')} disabled={!used}>
                  <ActionIcon
                    aria-label={t('remove', { name })}
                    {...(used && { 'aria-disabled': true, 'data-disabled': true })}
                    onClick={() => !used && onCommit(withoutSegment(segmentation, code))}
                  >
                    <IconTrash size={16} stroke={1.75} />
                  </ActionIcon>
                </Tooltip>
              </div>
              <div className={classes.segmentMore}>
                <fieldset className={classes.colours} aria-label={t('colourOf', { name })}>
                  {palette.map((one, place) => (
                    <button
                      key={one}
                      type="button"
                      className={classes.colour}
                      style={{ background: segmentTint(one, place + 1) }}
                      aria-label={String(place + 1)}
                      aria-pressed={colour === one}
                      onClick={() => onCommit(withSegment(segmentation, code, { colour: one }))}
                    />
                  ))}
                </fieldset>
                <NumberInput
                  {...decimal}
                  size="sm"
                  w={96}
                  aria-label={t('valueOf', { name })}
                  title={t('valueHelp')}
                  min={0}
                  max={1000}
                  step={0.1}
                  value={segment.valueMilli / 1000}
                  onChange={(value) =>
                    typeof value === 'number' &&
                    onCommit(withSegment(segmentation, code, { valueMilli: Math.round(value * 1000) }))
                  }
                />
              </div>
            </div>
          )
        })}
        <p className={classes.help}>
          {t('value')} : {t('valueHelp')}
        </p>
        <Button
          mt="md"
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => onCommit(withNewSegment(segmentation, t('new')).next)}
        >
          {t('new')}
        </Button>
      </fieldset>
    </SidePanel>
  )
}
