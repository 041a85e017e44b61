import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy, fixedHeaders } from '#src/server/platform/security-headers.ts'

/** Sets the nonce, the path and the headers. It never authorises: rights are checked where the record is known. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(fixedHeaders)) response.headers.set(name, value)
  return response
}

// Everything but static files and the upload route (a proxied body is cut at 10 MB).
export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|api/v1/uploads).*)'] }
