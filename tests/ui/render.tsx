import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { cssVariablesResolver, theme } from '#components/ui/theme.ts'
import fr from '#src/i18n/fr.json' with { type: 'json' }

const Around = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="fr" messages={fr} timeZone="Europe/Paris">
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
      {children}
    </MantineProvider>
  </NextIntlClientProvider>
)

/** A part of the interface in French, with the theme, without transitions. */
export const show = (element: ReactElement) => render(element, { wrapper: Around })

/** The same as the server sends it. */
export const written = (element: ReactElement) => renderToString(<Around>{element}</Around>)
