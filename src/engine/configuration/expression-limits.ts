/** Letters, digits, dot, dash, underscore. */
export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/
/** Conditions under one `and` or `or`, numbers under one `min`. */
export const mostTerms = 20
/** Values of one `in`. */
export const mostValues = 200
export const mostLevels = 64
export const mostParts = 500
/** Characters of a text. */
export const longestText = 4000
