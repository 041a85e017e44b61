import { localeCookie, type Locale } from '#src/i18n/locale.ts'

const aYear = 31_536_000

/** The language of the screens is a cookie: it also holds before anybody signs in. */
export function keepLocale(locale: Locale): void {
  document.cookie = `${localeCookie}=${locale};path=/;max-age=${aYear};samesite=lax`
}
