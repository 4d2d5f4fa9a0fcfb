/**
 * A stem as one token of the index. The tokenizer splits at ASCII signs and folds ASCII capitals, so those are written
 * in hexadecimal; a stem is then found exactly, and no string can be read as a query operator.
 */
export const stemToken = (stem: string): string =>
  stem
    .toWellFormed()
    .replace(/[\x00-\x2f\x3a-\x60\x7b-\x7f]/g, (sign) => `_${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

export const stemText = (stems: readonly string[]): string => stems.filter(Boolean).map(stemToken).join(' ')

/** The distinct tokens of stems. */
export const tokensOf = (stems: readonly string[]): string[] => [...new Set(stems.filter(Boolean).map(stemToken))]

/** What finds the passages that have any of the tokens. */
export const anyOfQuery = (tokens: readonly string[]): string => tokens.map((token) => `"${token}"`).join(' OR ')
