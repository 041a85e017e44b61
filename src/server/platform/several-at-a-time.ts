/**
 * Does `work` for each item in their order, never more than `workers` at once. The first failure is thrown when the work
 * that was under way has ended; what had not begun is left.
 */
export async function severalAtATime<Item>(
  workers: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const waiting = items.entries()
  let failed = false
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failed) return
      try {
        await work(item, index)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: workers }, worker))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
