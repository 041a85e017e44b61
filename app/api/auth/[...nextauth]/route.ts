import NextAuth from 'next-auth'
import { authOptions } from '#src/server/platform/session/auth-options.ts'

type Handler = (request: Request, context: unknown) => Promise<Response>

// The options read the environment, which a build does not have: they are made with the first request.
let handler: Handler | undefined

function handle(request: Request, context: unknown): Promise<Response> {
  handler ??= NextAuth(authOptions()) as Handler
  return handler(request, context)
}

export { handle as GET, handle as POST }
