'use client'
import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { FilterChips } from '#components/ui/filter-chips.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { StateBadge, type Tone } from '#components/ui/state-badge.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { useMembers } from '#src/client/administration/use-administration.ts'
import { roles, type Role } from '#src/contracts/actor.ts'
import type { LinkDto, MemberDto, MemberState } from '#src/contracts/administration-members.ts'
import { fold } from '#src/lib/fold.ts'
import { TodayContext } from './use-today.ts'
import classes from './administration.module.css'

const LinkDialog = dynamic(() => import('./link-dialog.tsx').then((module) => module.LinkDialog), {
  ssr: false,
})
const MemberForm = dynamic(() => import('./member-form.tsx').then((module) => module.MemberForm), {
  ssr: false,
})
const loadLater = () => import('./member-form.tsx')

const tones: Record<MemberState, Tone> = { ACTIVE: 'ok', INVITED: 'risk', TO_COME: 'idle', ENDED: 'idle' }

export function MembersScreen({ mayWrite }: { mayWrite: boolean }) {
  const t = useTranslations('administration.members')
  usePreload(loadLater)
  const { data, isError, refetch } = useMembers()
  const [text, setText] = useState('')
  const [role, setRole] = useState<Role | null>(null)
  const [edited, setEdited] = useState<MemberDto | 'new' | null>(null)
  const [link, setLink] = useState<LinkDto | null>(null)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton />

  const words = fold(text)
  const rows = data.items.filter(
    (member) =>
      (role === null || member.role === role) &&
      fold(
        `${member.displayName} ${member.email} ${member.places.map(({ name }) => name).join(' ')}`,
      ).includes(words),
  )
  const places = (member: MemberDto) => member.places.map(({ name }) => name).join(', ') || '–'
  const state = (member: MemberDto) => (
    <StateBadge tone={tones[member.state]}>{t(`state.${member.state}`)}</StateBadge>
  )
  const roleOf = (member: MemberDto) => (
    <>
      {t(`role.${member.role}`)}
      {member.hqFunction && <span className={classes.grey}> · {t(`function.${member.hqFunction}`)}</span>}
      {member.readOnly && <span className={classes.grey}> · {t('readOnly')}</span>}
    </>
  )
  const columns: Column<MemberDto>[] = [
    {
      id: 'name',
      header: t('name'),
      sortValue: ({ displayName }) => fold(displayName),
      cell: (member) => (
        <span className={classes.two}>
          <b>{member.displayName}</b>
          <small>{member.email}</small>
        </span>
      ),
    },
    { id: 'role', header: t('roleLabel'), sortValue: (member) => member.role, cell: roleOf },
    { id: 'places', header: t('places'), cell: places },
    { id: 'state', header: t('stateLabel'), sortValue: (member) => member.state, cell: state },
    {
      id: 'seen',
      header: t('lastSeen'),
      align: 'right',
      sortValue: ({ lastSeenAt }) => lastSeenAt,
      cell: ({ lastSeenAt }) => (lastSeenAt ? <Moment at={lastSeenAt} /> : '–'),
    },
  ]
  return (
    <TodayContext value={data.today}>
      <div className={classes.tools}>
        <TextInput
          type="search"
          className={classes.search}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          placeholder={t('search')}
          aria-label={t('search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FilterChips
          chips={roles.map((one) => ({
            key: one,
            label: t(`role.${one}`),
            count: data.items.filter((member) => member.role === one && member.state !== 'ENDED').length,
            pressed: role === one,
          }))}
          onToggle={(key) => setRole(role === key ? null : (roles.find((one) => one === key) ?? null))}
        />
        {mayWrite && (
          <Button
            className={classes.last}
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('invite')}
          </Button>
        )}
      </div>
      <DataTable
        label={t('label')}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowHeight={52}
        mutedOf={(member) => member.state === 'ENDED'}
        {...(mayWrite && { onOpen: setEdited })}
        phoneRow={(member) => (
          <span className={classes.card}>
            <b>{member.displayName}</b>
            <small>
              {roleOf(member)} · {places(member)}
            </small>
            {state(member)}
          </span>
        )}
        empty={<EmptyState title={t('none')} />}
      />
      {mayWrite && edited && (
        <MemberForm
          key={edited === 'new' ? 'new' : `${edited.id}:${edited.version}`}
          member={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onLink={(made) => {
            setEdited(null)
            setLink(made)
          }}
        />
      )}
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </TodayContext>
  )
}
