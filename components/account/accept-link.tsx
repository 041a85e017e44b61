'use client'
import { signIn } from 'next-auth/react'
import { useRouter } from 'next/navigation'
import { SetPassword } from '#components/layout/set-password.tsx'
import { useAcceptLink } from '#src/client/account/use-accept-link.ts'
import { useRefusal } from '#src/client/refusal.ts'

type Props = {
  token: string
  link: { purpose: 'INVITE' | 'RESET'; email: string; labName: string; knownLogin: boolean }
}

/** Uses a one-time link, then comes in with the password that was just chosen. */
export function AcceptLink({ token, link }: Props) {
  const router = useRouter()
  const problemOf = useRefusal()
  const accept = useAcceptLink()

  async function submit(password: string) {
    try {
      await accept.mutateAsync({ token, password })
    } catch {
      // Told by `error` below; what was typed stays.
      return
    }
    const answer = await signIn('credentials', { email: link.email, password, redirect: false })
    router.replace(answer?.ok ? '/' : '/connexion')
    router.refresh()
  }

  return (
    <SetPassword
      purpose={link.purpose}
      email={link.email}
      labName={link.labName}
      knownLogin={link.knownLogin}
      onSubmit={submit}
      error={accept.error && problemOf(accept.error).message}
    />
  )
}
