/**
 * A stem as one token of the index. The tokenizer splits at ASCII signs and folds ASCII capitals, so those are written
 * in hexadecimal; a stem is then found exactly, and no string can be read as a query operator.
 */
export const stemToken = (stem: string): string =>
  stem
    .toWellFormed()
    .replace(/[\x00-\x2f\x3a-\x60\x7b-\x7f]/g, (sign) => `_${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

export const stemText = (stems: readonly string[]): string => stems.filter(Boolean).map(stemToken).join(' ')

/** @returns undefined when there is nothing to look for */
export function anyOfQuery(stems: readonly string[]): string | undefined {
  const tokens = new Set(stems.filter(Boolean).map(stemToken))
  return tokens.size ? [...tokens].map((token) => `"${token}"`).join(' OR ') : undefined
}
