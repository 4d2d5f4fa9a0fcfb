const ASKING =
  '(?:hv(?:a|em|or|ordan|orfor|ilke[nt]?)|kv(?:a|en|ar|ifor)|korleis|kor|når|what|who|when|where|why|which|how|var|er|ble|vart|fikk|fekk|was|is|did)'
/** "Hvem ledet møtet, og hvem manglet?" */
const SECOND = new RegExp(String.raw`(?:,\s*(?:og|and)?|[?.]|\s(?:og|and))\s+(?=${ASKING}(?!\p{L})\s+\p{L})`, 'iu')
const STARTS = new RegExp(String.raw`^${ASKING}(?!\p{L})`, 'iu')
const MIN_WORDS = 3

/**
 * The two questions that one sentence asks.
 * @returns undefined where it asks one
 */
export function splitQuestion(question: string): readonly [string, string] | undefined {
  const match = SECOND.exec(question)
  if (!match) return undefined
  const [first, second] = [question.slice(0, match.index), question.slice(match.index + match[0].length)]
  const isWhole = STARTS.test(first.trim()) && first.trim().split(/\s+/).length >= MIN_WORDS
  return isWhole ? [first.trim(), second.trim()] : undefined
}
