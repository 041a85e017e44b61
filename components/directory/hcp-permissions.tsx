'use client'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { useSetPermission } from '#src/client/directory/use-hcp.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { HcpPage } from '#src/contracts/directory-hcp.ts'
import type { PermissionKind } from '#src/contracts/words.ts'
import { hcpName } from './hcp-name.ts'
import classes from './hcp.module.css'

type Props = { hcp: HcpPage; mayPermit: boolean }
type Asked = { kind: PermissionKind; channelId: string | null }

/** Oppositions and consents: the last word rules, and every word stays. */
export function HcpPermissions({ hcp, mayPermit }: Props) {
  const t = useTranslations('directory.permission')
  const format = useFormat()
  const problemOf = useRefusal()
  const setPermission = useSetPermission()
  const [asked, setAsked] = useState<Asked | null>(null)
  const said = (channelId: string | null) =>
    hcp.permissions.find(({ channel }) => (channel?.id ?? null) === channelId)
  const words = (channelId: string | null) => {
    const last = said(channelId)
    if (!last || last.kind === 'WITHDRAWAL') return channelId === null ? t('none') : t('noConsent')
    return t(`since.${last.kind}`, { day: format.instantDay(last.effectiveAt, 'year') })
  }
  const toConsent = hcp.channels.filter(({ needsConsent }) => needsConsent)
  const send = ({ kind, channelId }: Asked) =>
    setPermission.mutate(
      { id: hcp.id, commandId: crypto.randomUUID(), kind, channelId, effectiveAt: null },
      { onSuccess: () => setAsked(null) },
    )
  return (
    <Section title={t('title')}>
      <dl className={classes.facts}>
        <dt>{t('opposition')}</dt>
        <dd>{words(null)}</dd>
        {toConsent.map(({ id, name }) => (
          <FactRow key={id} term={name} value={words(id)} />
        ))}
        {hcp.channels
          .filter(({ id, needsConsent }) => !needsConsent && hcp.opposedChannelIds.includes(id))
          .map(({ id, name }) => (
            <FactRow key={id} term={name} value={words(id)} />
          ))}
      </dl>
      {setPermission.error && (
        <Alert color="red" role="alert" mb="sm">
          {problemOf(setPermission.error).message}
        </Alert>
      )}
      {mayPermit && (
        <Group gap="xs" className={classes.permit ?? ''}>
          {hcp.opposedToAll ? (
            <Button size="xs" variant="default" onClick={() => send({ kind: 'WITHDRAWAL', channelId: null })}>
              {t('withdraw')}
            </Button>
          ) : (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconHandStop size={14} stroke={1.75} aria-hidden />}
              onClick={() => setAsked({ kind: 'OPPOSITION', channelId: null })}
            >
              {t('oppose')}
            </Button>
          )}
          {toConsent.map(({ id, name, consented }) => (
            <Button
              key={id}
              size="xs"
              variant="default"
              onClick={() => send({ kind: consented ? 'WITHDRAWAL' : 'CONSENT', channelId: id })}
            >
              {t(consented ? 'withdrawConsent' : 'consent', { channel: name })}
            </Button>
          ))}
        </Group>
      )}
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('confirm.title', { name: hcpName(hcp) })}
        confirm={t('confirm.do')}
        busy={setPermission.isPending}
        danger
        onConfirm={() => asked && send(asked)}
      >
        <Stack gap="xs">
          <Text>{t('confirm.what')}</Text>
          <Text c="dimmed">{t('confirm.then')}</Text>
        </Stack>
      </ConfirmDialog>
    </Section>
  )
}

const FactRow = ({ term, value }: { term: string; value: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
)
