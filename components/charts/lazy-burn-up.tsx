'use client'
import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'

/** The burn-up and its gap chart: the drawing library comes after the first paint, in a box of its own size. */
export const LazyBurnUp = dynamic(() => import('./burn-up-chart.tsx').then((module) => module.BurnUpChart), {
  ssr: false,
  loading: () => <Skeleton h={430} />,
})
