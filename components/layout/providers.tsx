'use client'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useState, type ReactNode } from 'react'
import { cssVariablesResolver, theme } from '#components/ui/theme.ts'
import { makeQueryClient } from '#src/client/query-client.ts'

// Nothing speaks before a first action: the container comes after the first paint.
const Toasts = dynamic(() => import('./toasts.tsx').then((module) => module.Toasts), { ssr: false })

type Props = { nonce: string | undefined; children: ReactNode }

export function Providers({ nonce: sent, children }: Props) {
  // A refresh renders the layout with another nonce, but the document keeps obeying the one it was loaded with.
  const [nonce] = useState(sent)
  const [queryClient] = useState(makeQueryClient)
  useEffect(() => {
    // Where the library that holds the page still under a dialog looks for the nonce of its style.
    Object.assign(window, { __webpack_nonce__: nonce })
  }, [nonce])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      <Toasts />
    </MantineProvider>
  )
}
