import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import { createQueue, type Sender, type Store } from '#src/client/offline/queue.ts'

/** A device's storage that outlives the page. */
function device(): Store {
  let text: string | null = null
  return { read: () => text, write: (next) => (text = next) }
}
const entry = (id: string) => ({ id, kind: 'answer', input: { value: id }, at: '2026-06-10T09:31:00Z' })
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'))
const refusal = () =>
  Promise.reject(
    new ORPCError('REFUSED', { status: 422, data: { reason: 'answer-above-maximum', params: { value: 9 } } }),
  )
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

test('what is entered without a network waits, in order, and leaves in order when it is back', async () => {
  const sent: unknown[] = []
  let send: Sender = noNetwork
  const queue = createQueue(device(), { answer: (input) => send(input) })
  for (const id of ['a', 'b', 'c']) queue.add(entry(id))
  await queue.flush()
  expect(ids(queue.state().waiting)).toEqual(['a', 'b', 'c'])
  send = async (input) => sent.push(input)
  await queue.flush()
  expect(sent).toEqual([{ value: 'a' }, { value: 'b' }, { value: 'c' }])
  expect(queue.state().waiting).toEqual([])
})

test('a closed tab loses nothing', async () => {
  const store = device()
  const before = createQueue(store, { answer: noNetwork })
  before.add(entry('a'))
  await before.flush()
  const send = vi.fn(async () => null)
  const after = createQueue(store, { answer: send })
  expect(ids(after.state().waiting)).toEqual(['a'])
  await after.flush()
  expect(send).toHaveBeenCalledWith({ value: 'a' })
  expect(store.read()).toBe('[]')
})

test('an entry that the server refuses steps aside with its reason, and the others go on', async () => {
  const sent: string[] = []
  const queue = createQueue(device(), {
    answer: (input) => {
      const { value } = input as { value: string }
      return value === 'b' ? refusal() : Promise.resolve(sent.push(value))
    },
  })
  for (const id of ['a', 'b', 'c']) queue.add(entry(id))
  await queue.flush()
  expect(sent).toEqual(['a', 'c'])
  expect(queue.state().waiting).toEqual([])
  expect(queue.state().refused).toMatchObject([
    { id: 'b', refusal: { code: 'REFUSED', reason: 'answer-above-maximum', params: { value: 9 } } },
  ])
  queue.dismiss('b')
  expect(queue.state().refused).toEqual([])
})

test('a server that fails or a session that ended keeps the entry waiting', async () => {
  for (const error of [
    new ORPCError('INTERNAL_SERVER_ERROR', { status: 500 }),
    new ORPCError('UNAUTHORIZED', { status: 401 }),
  ]) {
    const queue = createQueue(device(), { answer: () => Promise.reject(error) })
    queue.add(entry('a'))
    await queue.flush()
    expect(ids(queue.state().waiting)).toEqual(['a'])
    expect(queue.state().refused).toEqual([])
  }
})

test('an entry is taken back while it waits, and no more once it is on its way', async () => {
  let arrive = () => {}
  const queue = createQueue(device(), {
    answer: () => new Promise<void>((resolve) => (arrive = () => resolve())),
  })
  queue.add(entry('a'))
  queue.add(entry('b'))
  const flushing = queue.flush()
  expect(queue.cancel('a')).toBe(false)
  expect(queue.cancel('b')).toBe(true)
  arrive()
  await flushing
  expect(queue.state().waiting).toEqual([])
})

test('who listens is told of each change, and of each entry that arrived', async () => {
  const arrived: unknown[] = []
  const queue = createQueue(device(), { answer: async () => 'kept' }, (one, answer) =>
    arrived.push([one.id, answer]),
  )
  const listener = vi.fn()
  const stop = queue.subscribe(listener)
  queue.add(entry('a'))
  await queue.flush()
  expect(listener).toHaveBeenCalled()
  expect(arrived).toEqual([['a', 'kept']])
  stop()
})

test('a broken storage starts empty rather than not at all', () => {
  const queue = createQueue({ read: () => '{half', write: () => undefined }, {})
  expect(queue.state().waiting).toEqual([])
})
