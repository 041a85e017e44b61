import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sha256 } from '../hash.ts'

/** A link's token names its lab (the walls are known before the read), its row, and a secret of which only the hash is kept. */
export type LinkToken = { labId: string; linkId: string; secret: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const newSecret = (): string => randomBytes(32).toString('base64url')

export const secretHash = (secret: string): string => sha256(secret)

export const writeToken = ({ labId, linkId, secret }: LinkToken): string => `${labId}.${linkId}.${secret}`

export function readToken(token: string): LinkToken | null {
  const [labId = '', linkId = '', secret = ''] = token.split('.')
  return uuid.test(labId) && uuid.test(linkId) && secret ? { labId, linkId, secret } : null
}

export const secretMatches = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(secretHash(secret)), Buffer.from(hash))

export const linkPath = (token: string): string => `/invitation/${token}`
