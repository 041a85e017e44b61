'use client'
import dynamic from 'next/dynamic'
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'

const HintBubble = dynamic(() => import('./hint-bubble.tsx').then((module) => module.HintBubble), {
  ssr: false,
})

// As the theme's tooltips.
const openDelay = 300

/**
 * `{ target, bubble }`: a tooltip whose code is fetched at the first hover or focus. `target` is spread on the element
 * that has the hint, `bubble` stands beside it.
 */
export function useHint(label: ReactNode) {
  const id = useId()
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [near, setNear] = useState(false)
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    if (!near) return
    const timer = setTimeout(() => setOpened(true), openDelay)
    return () => clearTimeout(timer)
  }, [near])
  const leave = () => {
    setNear(false)
    setOpened(false)
  }
  return {
    target: {
      'aria-describedby': opened ? id : undefined,
      onMouseEnter: (event: SyntheticEvent<HTMLElement>) => {
        setElement(event.currentTarget)
        setNear(true)
      },
      onMouseLeave: leave,
      onFocus: (event: SyntheticEvent<HTMLElement>) => {
        // A press focuses too, and says nothing: only the keyboard asks.
        if (!event.currentTarget.matches(':focus-visible')) return
        setElement(event.currentTarget)
        setOpened(true)
      },
      onBlur: leave,
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key === 'Escape') leave()
      },
    },
    bubble: element && <HintBubble id={id} element={element} opened={opened} label={label} />,
  }
}
