import { randomFillSync } from 'node:crypto'

const tail = 8
const pool = Buffer.alloc(tail * 8192)
let at = pool.length
let asked = 0
let made = 0

/** Ids of one millisecond; the next ones borrow from the milliseconds that follow. */
const perMillisecond = 4096

/**
 * UUIDs of version 7 by the million: random bytes are drawn by the block. Within one process ids ascend in the order in
 * which they are made, unless the clock goes back: rows of a file keep its order, and ties that are broken by id fall
 * alike each time the file is read.
 *
 * The counter is the twelve bits after the time, and runs over into the time (RFC 9562, 6.2). A GiST index of uuids
 * weighs them by their first sixty bits or so: ids of a whole file that differ further on look all the same to it, and
 * each look-up then reads hundreds of its pages.
 */
export function uuid7(milliseconds: number): string {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  const start = milliseconds * perMillisecond
  made = milliseconds < asked || start > made ? start : made + 1
  asked = milliseconds
  pool[at] = 0x80 | ((pool[at] ?? 0) & 0x3f)
  const end = pool.toString('hex', at, at + tail)
  at += tail
  const time = Math.floor(made / perMillisecond)
    .toString(16)
    .padStart(12, '0')
  const counter = (made % perMillisecond).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${end.slice(0, 4)}-${end.slice(4)}`
}
