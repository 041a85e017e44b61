'use client'
import { useLocale } from 'next-intl'

/** The decimal mark of typed numbers; a point is understood too. */
export const useDecimal = () => ({
  decimalSeparator: useLocale() === 'fr' ? ',' : '.',
  allowedDecimalSeparators: ['.', ','],
})
