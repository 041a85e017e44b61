import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { defaultLocale, isLocale, localeCookie } from './locale.ts'

export default getRequestConfig(async () => {
  const wanted = (await cookies()).get(localeCookie)?.value
  const locale = isLocale(wanted) ? wanted : defaultLocale
  // No import attribute here: with one, the messages are no longer compiled ahead of time.
  return { locale, messages: (await import(`./${locale}.json`)).default, timeZone: 'Europe/Paris' }
})
