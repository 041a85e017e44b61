import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import Credentials from 'next-auth/providers/credentials'
import { AppError } from '#src/lib/app-error.ts'
import { env } from '../env.ts'
import { actorOf, absoluteHours, closeSessions, type SessionKey } from './sessions.ts'
import { signInWithPassword, signInWithProvider } from './sign-in.ts'

// next-auth carries one string from `authorize` to the token: lab and session, joined.
const pack = (key: SessionKey) => `${key.labId}/${key.sessionId}`

export function unpack(packed: unknown): SessionKey | null {
  if (typeof packed !== 'string') return null
  const [labId, sessionId] = packed.split('/')
  return labId && sessionId ? { labId, sessionId } : null
}

type OidcProfile = { sub: string; email: string }

function oidcProvider(): OAuthConfig<OidcProfile>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return []
  return [
    {
      id: 'oidc',
      name: 'OIDC',
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile) => ({ id: profile.sub, email: profile.email }),
    },
  ]
}

const firstAddress = (forwarded: unknown): string =>
  (typeof forwarded === 'string' ? forwarded.split(',')[0]?.trim() : undefined) ?? 'local'

export const authOptions = (): NextAuthOptions => ({
  session: { strategy: 'jwt', maxAge: absoluteHours * 3600 },
  pages: { signIn: '/connexion', error: '/connexion' },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials, request) => {
        try {
          const address = firstAddress(request.headers?.['x-forwarded-for'])
          const key = await signInWithPassword(credentials?.email ?? '', credentials?.password ?? '', address)
          return key ? { id: pack(key) } : null
        } catch (error) {
          // next-auth shows the message as the error of the sign-in page.
          if (error instanceof AppError && error.code === 'TOO_MANY_REQUESTS')
            throw new Error('TOO_MANY_REQUESTS')
          throw error
        }
      },
    }),
    ...oidcProvider(),
  ],
  callbacks: {
    signIn: async ({ user, account }) => {
      if (account?.type !== 'oauth') return true
      const key = await signInWithProvider(env().OIDC_ISSUER ?? '', user.id)
      if (!key) return false
      user.id = pack(key)
      return true
    },
    jwt: ({ token, user }) => ({ key: user ? user.id : token['key'] }),
    // What the browser may read at /api/auth/session: nothing of the key.
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      const key = unpack(token['key'])
      const actor = key && (await actorOf(key))
      if (actor) await closeSessions(actor, 'this')
    },
  },
})
