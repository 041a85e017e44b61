import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(16 * 4096)
let at = pool.length

/** UUIDs of version 7 by the million: random bytes are drawn by the block. */
export function uuid7(milliseconds: number): string {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  const hex = pool.toString('hex', at + 6, at + 16)
  at += 16
  const time = milliseconds.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hex.charAt(4), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(5, 8)}-${hex.slice(8, 20)}`
}
