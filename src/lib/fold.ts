/** Small letters without accents or hyphens, as the database folds names: what is typed meets what is stored. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[-’']/g, ' ')

/** The words of a search, folded; at most eight. */
export const searchWords = (text: string): string[] => fold(text).split(/\s+/).filter(Boolean).slice(0, 8)
