'use client'
import { useVirtualizer, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'

type Options = {
  count: number
  sizeOf: (index: number) => number
  keyOf: (index: number) => string
  box: RefObject<HTMLDivElement | null>
  /** The table scrolls in its own box; otherwise with the page. */
  boxed: boolean
  enabled: boolean
}

export type RowWindow = {
  items: { index: number; key: string }[]
  before: number
  after: number
  measure: (element: Element | null) => void
  scrollTo: (index: number) => void
}

// What the server draws, and the browser at first: a screen from the top.
const firstScreen = { initialRect: { width: 0, height: 900 }, initialOffset: 0 }

const all = (count: number, keyOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => ({ index, key: keyOf(index) }))

/** The rows near the screen, with the heights to leave above and below. Short tables are drawn whole. */
export function useRowWindow({ count, sizeOf, keyOf, box, boxed, enabled }: Options): RowWindow {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    if (!enabled || boxed || !box.current) return
    setMargin(box.current.getBoundingClientRect().top + window.scrollY)
  }, [box, boxed, enabled, count])
  const shared = { count, estimateSize: sizeOf, getItemKey: keyOf, overscan: 10, ...firstScreen }
  // oxlint-disable-next-line react/incompatible-library -- the React compiler is not used; nothing here is memoised
  const inBox = useVirtualizer({ ...shared, enabled: enabled && boxed, getScrollElement: () => box.current })
  const inPage = useWindowVirtualizer({ ...shared, enabled: enabled && !boxed, scrollMargin: margin })
  if (!enabled) {
    return {
      items: all(count, keyOf),
      before: 0,
      after: 0,
      measure: () => undefined,
      scrollTo: () => undefined,
    }
  }
  const used = boxed ? inBox : inPage
  const seen: VirtualItem[] = used.getVirtualItems()
  const offset = boxed ? 0 : margin
  const last = seen.at(-1)
  return {
    items: seen.map(({ index, key }) => ({ index, key: String(key) })),
    before: Math.max(0, (seen[0]?.start ?? offset) - offset),
    after: Math.max(0, used.getTotalSize() - ((last?.end ?? offset) - offset)),
    measure: used.measureElement,
    scrollTo: (index) => used.scrollToIndex(index, { align: 'auto' }),
  }
}
