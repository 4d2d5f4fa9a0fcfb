import type { ParsedText } from '../../domain/document.ts'
import type { MissingTable } from '../../domain/figure.ts'
import type { Passage } from '../../domain/passage.ts'
import { findNumbers } from '../../norwegian/numbers.ts'
import { readableSentences } from './figures-sentences.ts'

/** Words at the end of a sentence that promise a table or a picture right below. */
const ANNOUNCES = [
  /\b(?:se|sjå|jf\.?)\s(?:tabell\p{L}*\s|oversikt\p{L}*\s|figur\p{L}*\s)?(?:nedenfor|nedanfor|under|neste side)\s?[:.]?$/iu,
  /\b(?:fordelt|fordeler seg|fordelte seg|fordelast|fordeles|fordelar seg|vist|vises|visast|ser ut|framgår|fremgår|blir)\s(?:\p{L}+\s){0,3}(?:som følger|som følgjer|slik|følgende|fylgjande)\s?[:.]$/iu,
  /\bsom (?:følger|følgjer)\s?[:.]$/iu,
  /\b(?:vises|vist|visast|viser|framgår|fremgår|går fram|finnes|presentert|oppsummert|angitt)\s(?:\p{L}+\s){0,4}(?:tabell\p{L}*|oversikt\p{L}*|figur\p{L}*|diagram\p{L}*)(?:\s(?:under|nedenfor|nedanfor|som følger))?\s?[:.]?$/iu,
  /\b(?:tabell\p{L}*|oversikt\p{L}*|figur\p{L}*|diagram\p{L}*)\s(?:under|nedenfor|nedanfor)(?:\s(?:viser|syner)(?:\s\p{L}+){1,12})?\s?[:.]$/iu,
]
/** The picture was above: nothing of it stands there. */
const POINTS_ABOVE = /\b(?:er|var)\s(?:angitt|vist|illustrert)\s(?:over|ovenfor|ovanfor)\s?\.?$/iu
/** A line that only leads to something: "Presentasjon Budsjett 2025:". */
const BARE_LEAD =
  /^(?=.*\b(?:presentasjon|tabell|oversikt|fordeling|budsjett|regnskap|rekneskap|figur|diagram)).{10,120}:$/iu
const FINITE =
  /(?<!\p{L})(?:er|var|ble|blir|vart|vert|har|hadde|skal|vil|kan|må|viser|viste|utgjør|ga|gir|fikk|får|ga|påpekte|kommer|gjelder|øker|økte)(?!\p{L})/iu
const MAX_CAPTION_CHARS = 60
const MAX_CAPTIONS = 3

const isSamePlace = (a: Passage, b: Passage): boolean =>
  a.caseNumber === b.caseNumber && a.headings.at(-1) === b.headings.at(-1)

const isSentence = (text: string): boolean => /[.!?:]$/.test(text) && FINITE.test(text)

/** Whether what a sentence promises stands below it: a table, a list, or lines of numbers that are no sentence. */
function isDelivered(passages: readonly Passage[], index: number): boolean {
  const lead = passages[index]
  for (let step = 1; lead && step <= MAX_CAPTIONS + 1; step++) {
    const next = passages[index + step]
    if (!next || !isSamePlace(lead, next)) return false
    if (next.kind === 'table' || /^(?:[•◦▪●○➢➤►*–-]|\d{1,2}[.)])\s/u.test(next.text)) return true
    if (isSentence(next.text) || next.text.includes('\n')) return false
    if (findNumbers(next.text).some(({ literal, unit }) => unit !== undefined || !/^(?:19|20)\d{2}$/.test(literal)))
      return true
    if (next.text.length > MAX_CAPTION_CHARS) return false
  }
  return false
}

/** Tables that the text announces and that are not in it. Never guessed from an empty stretch alone. */
export function readMissingTables({ passages }: ParsedText): MissingTable[] {
  return passages.flatMap((passage, index): MissingTable[] => {
    if (passage.kind === 'table' || passage.kind === 'attendance' || passage.kind === 'heading') return []
    if (passage.text.includes('\n')) return []
    const last = readableSentences(passage.text).at(-1)?.text
    if (last === undefined) return []
    const before = passages[index - 1]
    const isMissing = POINTS_ABOVE.test(last)
      ? before?.kind !== 'table' || !isSamePlace(before, passage)
      : (ANNOUNCES.some((pattern) => pattern.test(last)) || BARE_LEAD.test(last)) && !isDelivered(passages, index)
    if (!isMissing) return []
    const { page, caseNumber, headings } = passage
    return [{ quote: last, page, caseNumber, heading: headings.at(-1) }]
  })
}
