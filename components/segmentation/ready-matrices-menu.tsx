'use client'
import { Button } from '@mantine/core'
import { IconLayoutGrid } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { ActionMenu } from '#components/ui/action-menu.tsx'
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
    <ActionMenu
      position="bottom-end"
      width={300}
      entries={[
        { key: '', kind: 'label', label: t('matrix.readyNote') },
        ...presetNames.map((kind) => ({
          key: kind,
          label: t(`empty.${kind}`),
          onClick: () => {
            const made = readyMatrix(kind, criteria, locale, code)
            if (made) onChoose(made)
          },
        })),
      ]}
    >
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconLayoutGrid size={16} stroke={1.75} aria-hidden />}
      >
        {t('matrix.ready')}
      </Button>
    </ActionMenu>
  )
}
