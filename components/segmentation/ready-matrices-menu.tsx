'use client'
import { Button, Menu } from '@mantine/core'
import { IconLayoutGrid } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { readyMatrix } from '#src/client/segmentation/ready-matrices.ts'
import type { Segmentation } from '#src/client/what-if/what-if-types.ts'
import { presetNames, type CycleCriterion } from '#src/engine/index.ts'

type Props = {
  criteria: readonly CycleCriterion[]
  code: string
  onChoose: (segmentation: Segmentation) => void
}

/** A ready matrix in place of the one there is: axes, cells, segments and rules, one undo away. */
export function ReadyMatricesMenu({ criteria, code, onChoose }: Props) {
  const t = useTranslations('segmentation')
  const locale = useLocale()
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconLayoutGrid size={16} stroke={1.75} aria-hidden />}
        >
          {t('matrix.ready')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('matrix.readyNote')}</Menu.Label>
        {presetNames.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => {
              const made = readyMatrix(kind, criteria, locale, code)
              if (made) onChoose(made)
            }}
          >
            {t(`empty.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
