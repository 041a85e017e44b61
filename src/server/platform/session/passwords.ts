import { hash, verify } from '@node-rs/argon2'

// argon2id (2), 64 MiB, 3 passes, 1 lane.
const options = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

export const minimumPasswordLength = 12

export const hashPassword = (password: string): Promise<string> => hash(password, options)

let decoy: Promise<string> | undefined

/** An unknown address takes the time of a wrong password: the hash of nothing is checked instead. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no login has this password')
  const valid = await verify(stored ?? (await decoy), password).catch(() => false)
  return Boolean(stored) && valid
}
