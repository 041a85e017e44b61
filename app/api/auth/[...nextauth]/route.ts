import NextAuth from 'next-auth'
import { authOptions } from '#src/server/platform/session/auth-options.ts'

// The options read the environment, which a build does not have: they are made with the first request.
let handler: ((...parameters: unknown[]) => unknown) | undefined

function handle(...parameters: unknown[]): unknown {
  handler ??= NextAuth(authOptions()) as (...parameters: unknown[]) => unknown
  return handler(...parameters)
}

export { handle as GET, handle as POST }
