import { randomFillSync } from 'node:crypto'

const tail = 6
const pool = Buffer.alloc(tail * 8192)
let at = pool.length
let lastMilliseconds = 0
let counter = 0

/**
 * UUIDs of version 7 by the million: random bytes are drawn by the block. Within one process ids of the same
 * millisecond ascend in the order in which they are made (a 32-bit counter before 42 random bits): rows of a file keep
 * its order, and ties that are broken by id fall alike each time the file is read.
 */
export function uuid7(milliseconds: number): string {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  counter = milliseconds === lastMilliseconds ? (counter + 1) >>> 0 : 0
  lastMilliseconds = milliseconds
  pool[at] = ((counter & 0x3f) << 2) | ((pool[at] ?? 0) & 3)
  const end = pool.toString('hex', at, at + tail)
  at += tail
  const time = milliseconds.toString(16).padStart(12, '0')
  const high = (0x7000 | (counter >>> 20)).toString(16)
  const middle = (0x8000 | ((counter >>> 6) & 0x3fff)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${middle}-${end}`
}
