const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A cookie-borne write must come from our own pages: the browser says where it comes from. */
export function fromSameSite(request: Request): boolean {
  if (safe.has(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || new URL(origin).host === request.headers.get('host')
}
