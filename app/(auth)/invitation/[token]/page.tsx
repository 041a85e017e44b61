import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AcceptLink } from '#components/account/accept-link.tsx'
import { LinkGone } from '#components/account/link-gone.tsx'
import { directQueries } from '#src/server/api/direct.ts'
import { requestContext } from '#src/server/api/request-context.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  // The address is a secret: no page that it leads to learns it.
  return { title: t('invitation'), referrer: 'no-referrer', robots: { index: false } }
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const direct = directQueries(await requestContext())
  const link = await direct.account.readLink.call({ token }).catch(() => null)
  return link ? <AcceptLink token={token} link={link} /> : <LinkGone />
}
