'use client'
import { useMediaQuery } from '@mantine/hooks'

/** True under 768 px. False on the server and at first paint, so that both draw the same. */
export const usePhone = () => useMediaQuery('(max-width: 47.99em)') === true
