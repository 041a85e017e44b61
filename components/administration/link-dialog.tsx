'use client'
import { Button, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { LinkDto } from '#src/contracts/administration-members.ts'

/** The one moment when a link can be copied: its secret is kept nowhere. */
export function LinkDialog({ link, onClose }: { link: LinkDto | null; onClose: () => void }) {
  const t = useTranslations('administration.link')
  const format = useFormat()
  const address = link ? new URL(link.path, window.location.origin).href : ''
  return (
    <Modal opened={link !== null} onClose={onClose} title={t('title')} size={560}>
      {link && (
        <Stack gap="md">
          <Text>{t('what', { until: format.instant(link.expires, 'long') })}</Text>
          <TextInput
            aria-label={t('address')}
            value={address}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button
                leftSection={
                  copied ? (
                    <IconCheck size={16} stroke={1.9} aria-hidden />
                  ) : (
                    <IconCopy size={16} stroke={1.75} aria-hidden />
                  )
                }
                onClick={copy}
              >
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Text size="sm" c="dimmed">
            {t('once')}
          </Text>
        </Stack>
      )}
    </Modal>
  )
}
