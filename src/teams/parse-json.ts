const MAX_DEPTH = 40

/** Counted on the text, so that a deep body is refused before the parser builds it. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (isString) {
      if (char === 0x5c) at++
      else if (char === 0x22) isString = false
    } else if (char === 0x22) isString = true
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > MAX_DEPTH) return true
    } else if (char === 0x7d || char === 0x5d) depth--
  }
  return false
}

/** @returns undefined for anything that is not JSON of at most 40 levels */
export function parseJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8')
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
