'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AppFrame } from '#components/layout/app-frame.tsx'
import { api, client } from '#src/client/api.ts'
import type { AccountDto } from '#src/contracts/account.ts'
import type { ShellDto } from '#src/contracts/shell.ts'

type Props = { account: AccountDto; shell: ShellDto; folded: boolean | null; children: ReactNode }

const search = async (q: string) => (await client.directory.find({ q })).items

/** The frame with the counts that move while one works: read again as screens change things. */
export function WorkspaceFrame({ account, shell, folded, children }: Props) {
  const { data } = useQuery(api.cycles.shell.queryOptions({ initialData: shell }))
  return (
    <AppFrame account={account} shell={data} folded={folded} search={search}>
      {children}
    </AppFrame>
  )
}
