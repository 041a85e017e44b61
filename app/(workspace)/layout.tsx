import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { WorkspaceFrame } from '#components/directory/workspace-frame.tsx'
import { railCookie } from '#components/layout/frame-account.ts'
import { pageQueries } from '#src/server/api/page.ts'

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { direct } = await pageQueries()
  const [account, shell, jar] = await Promise.all([
    direct.account.get.call(),
    direct.cycles.shell.call(),
    cookies(),
  ])
  const rail = jar.get(railCookie)?.value
  return (
    <WorkspaceFrame account={account} shell={shell} folded={rail ? rail === 'folded' : null}>
      {children}
    </WorkspaceFrame>
  )
}
