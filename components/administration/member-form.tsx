'use client'
import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconKey, IconLogout, IconUserOff } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useFormat } from '#components/ui/format.ts'
import {
  useCreateLink,
  useDisableMember,
  useInvite,
  useRevokeSessions,
  useUpdateMember,
} from '#src/client/administration/use-administration.ts'
import { hqFunctions, roles } from '#src/contracts/actor.ts'
import type { LinkDto, MemberDto, MemberInput } from '#src/contracts/administration-members.ts'
import { FormPanel } from './form-panel.tsx'
import { PeriodFields } from './period-fields.tsx'
import { useDraft } from './use-draft.ts'
import { useToday } from './use-today.ts'

type Props = { member: MemberDto | null; onClose: () => void; onLink: (link: LinkDto) => void }

/** Invites a member, or changes one: role, dates, access. */
export function MemberForm({ member, onClose, onLink }: Props) {
  const t = useTranslations('administration.members')
  const format = useFormat()
  const today = useToday()
  const invite = useInvite()
  const update = useUpdateMember()
  const disable = useDisableMember()
  const createLink = useCreateLink()
  const revoke = useRevokeSessions()
  const [email, setEmail] = useState('')
  const [ending, setEnding] = useState(false)
  const blank: MemberInput = {
    displayName: '',
    role: 'REP',
    hqFunction: null,
    readOnly: false,
    locale: 'fr',
    startsOn: today,
    endsOn: null,
  }
  const { draft, commandId, set } = useDraft<MemberInput>(member ?? blank)
  const error = invite.error ?? update.error ?? disable.error ?? createLink.error ?? revoke.error

  function save() {
    const { displayName, role, hqFunction, readOnly, locale, startsOn, endsOn } = draft
    const input = {
      displayName,
      role,
      hqFunction: role === 'HQ' ? hqFunction : null,
      readOnly,
      locale,
      startsOn,
      endsOn,
    }
    if (!member) invite.mutate({ ...input, email }, { onSuccess: onLink })
    else
      update.mutate(
        { id: member.id, version: member.version, commandId, member: input },
        { onSuccess: onClose },
      )
  }

  return (
    <FormPanel
      opened
      onClose={onClose}
      title={member ? member.displayName : t('invite')}
      context={member?.email}
      error={error}
      busy={invite.isPending || update.isPending}
      onSubmit={save}
      save={member ? undefined : t('doInvite')}
      more={
        member && (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {member.linkUntil
                ? t('linkOpen', { day: format.instantDay(member.linkUntil) })
                : t('sessions', { count: member.openSessions })}
            </Text>
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<IconKey size={16} stroke={1.75} aria-hidden />}
                loading={createLink.isPending}
                onClick={() => createLink.mutate({ id: member.id }, { onSuccess: onLink })}
              >
                {t(member.state === 'INVITED' ? 'inviteAgain' : 'resetPassword')}
              </Button>
              {member.openSessions > 0 && (
                <Button
                  variant="default"
                  leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />}
                  loading={revoke.isPending}
                  onClick={() => revoke.mutate({ id: member.id, commandId: crypto.randomUUID() })}
                >
                  {t('signOut')}
                </Button>
              )}
              {member.state !== 'ENDED' && (
                <Button
                  variant="default"
                  color="red"
                  leftSection={<IconUserOff size={16} stroke={1.75} aria-hidden />}
                  onClick={() => setEnding(true)}
                >
                  {t('disable')}
                </Button>
              )}
            </Group>
            <ConfirmDialog
              opened={ending}
              onClose={() => setEnding(false)}
              title={t('confirmDisable', { name: member.displayName })}
              confirm={t('disable')}
              danger
              busy={disable.isPending}
              onConfirm={() =>
                disable.mutate(
                  { id: member.id, version: member.version, commandId: crypto.randomUUID() },
                  { onSuccess: onClose, onError: () => setEnding(false) },
                )
              }
            >
              {t('disableThen')}
            </ConfirmDialog>
          </Stack>
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        withAsterisk={false}
        value={draft.displayName}
        onChange={(event) => set({ displayName: event.currentTarget.value })}
      />
      {!member && (
        <TextInput
          type="email"
          label={t('email')}
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      <Select
        label={t('roleLabel')}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={draft.role}
        allowDeselect={false}
        onChange={(value) => set({ role: roles.find((role) => role === value) ?? draft.role })}
      />
      {draft.role === 'HQ' && (
        <Select
          label={t('functionLabel')}
          description={t('functionHelp')}
          data={hqFunctions.map((value) => ({ value, label: t(`function.${value}`) }))}
          value={draft.hqFunction}
          clearable
          onChange={(value) => set({ hqFunction: hqFunctions.find((one) => one === value) ?? null })}
        />
      )}
      <Checkbox
        size="sm"
        label={t('readOnlyLabel')}
        checked={draft.readOnly}
        onChange={(event) => set({ readOnly: event.currentTarget.checked })}
      />
      <Select
        label={t('language')}
        data={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
        value={draft.locale}
        allowDeselect={false}
        onChange={(value) => set({ locale: value === 'en' ? 'en' : 'fr' })}
      />
      <PeriodFields period={draft} onChange={set} />
    </FormPanel>
  )
}
