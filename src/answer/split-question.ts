const ASKING =
  '(?:hv(?:a|em|or|ordan|orfor|ilke[nt]?)|kv(?:a|en|ar|ifor)|korleis|kor|når|what|who|when|where|why|which|how|var|er|ble|vart|fikk|fekk|was|is|did|(?:deltok|møtte|stemte|røysta|kom|satt|har|hadde)(?=\\s+(?:han|hun|ho|vedkommende|vedkomande|personen|de|dei)(?!\\p{L})))'
/** "I hvilket år", "by how much". */
const LED_BY = '(?:(?:i|på|til|frå|fra|for|av|med|ved|innen|innan|om|in|on|to|from|by|at|for|of|with|until)\\s+)?'
/** "Hvem ledet møtet, og hvem manglet?" */
const SECOND = new RegExp(
  String.raw`(?:,\s*(?:og|and)?|[?.]|\s(?:og|and))\s+(?=${LED_BY}${ASKING}(?!\p{L})\s+\p{L})`,
  'iu',
)
const STARTS = new RegExp(String.raw`^${LED_BY}${ASKING}(?!\p{L})`, 'iu')
/** "Hva ble vedtatt om innkallingen og om referatet?" */
const OF_TWO = /^(.{8,}?)\s+(om|about)\s+(.+?)\s+(?:og|and)\s+\2\s+(.+)$/iu
/** "…, og hvilken i møtet 4.6.2025?" asks the same of another day. */
const SAME_OF_ANOTHER =
  /^(?:hv\p{L}+|kv\p{L}+|which|what|who)\s(?:(?:i|på|in|at|on)\s)?(?:(?:the\s)?\p{L}*(?:møtet?|meeting)\s)?(?:on\s)?\d/iu
const MIN_WORDS = 3

/**
 * The two questions that one sentence asks.
 * @returns undefined where it asks one
 */
export function splitQuestion(question: string): readonly [string, string] | undefined {
  const match = SECOND.exec(question)
  if (!match) {
    const [, asked, about, one, other] = OF_TWO.exec(question) ?? []
    return asked && STARTS.test(asked) ? [`${asked} ${about} ${one}`, `${asked} ${about} ${other}`] : undefined
  }
  const [first, second] = [question.slice(0, match.index), question.slice(match.index + match[0].length)]
  if (SAME_OF_ANOTHER.test(second)) return undefined
  const isWhole = STARTS.test(first.trim()) && first.trim().split(/\s+/).length >= MIN_WORDS
  return isWhole ? [first.trim(), second.trim()] : undefined
}
