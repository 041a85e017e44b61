import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { SignIn } from '#components/layout/sign-in.tsx'
import { requestContext } from '#src/server/api/request-context.ts'
import { authOptions } from '#src/server/platform/session/auth-options.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('signIn') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { actor } = await requestContext()
  if (actor) redirect('/')
  const t = await getTranslations('account')
  const params = await searchParams
  const [returnTo] = [params['callbackUrl']].flat()
  const provider = authOptions().providers.some(({ id }) => id === 'oidc')
  return (
    <SignIn
      {...(returnTo && { returnTo })}
      {...(provider && { provider: { id: 'oidc', name: t('provider') } })}
      failed={params['error'] !== undefined}
    />
  )
}
