import { findCaseNumbers } from '../../domain/case-number.ts'
import type { ItemStatus, ItemType } from '../../domain/meeting.ts'
import { sentences } from '../../norwegian/sentences.ts'

const MATTER = String.raw`(?:(?:denne\s)?(?:saken|saka|sakene|sakane|sak|spørsmålet|forslaget|behandlingen|behandlinga|handsaminga|avgjørelsen|avgjerda|beslutningen|vedtaket|punktet|den|dei|de)(?:\s+[\p{L}\d./-]+){0,4}?)`
const PUT_OFF = '(?:utsettes|utsettast|utsetjast|utsatt|utsett|utsette|utset|avventes|avventast)'
const BE = '(?:ble|vart|blei|er|vert|blir)'
const POSTPONED = new RegExp(
  String.raw`^(?:${MATTER}\s+)?(?:(?:${BE})\s+)?(?:\p{L}+\s+)?${PUT_OFF}(?!\p{L})|^(?:[\p{Lu}]\p{L}+\s+)?(?:avventer|avventar)\s|(?<!\p{L})(?:utsetter|utset|vedtok å utsette|vedtok å utsetje)\s+(?:saken|saka|behandlingen|handsaminga)`,
  'iu',
)
const SENT_BACK =
  /(?<!\p{L})(?:saken|saka|sak)(?:\s+[\p{L}\d./-]+){0,4}?\s+(?:sendes|sendast|send|sendt|returneres|returnert)\s+(?:tilbake|attende)|^(?:sendes|sendast|returneres)\s+(?:tilbake|attende|til)|(?<!\p{L})(?:saken|saka)\s+(?:tilbakesendes|returneres|returnerast)(?!\p{L})/iu
const FOR_INFORMATION =
  /(?<!\p{L})(?:tas|tatt|tatt opp|takast|tekast|teken|tekne|teke|tek|tar|tok|tatte)\s+(?:\p{L}+\s+)?til\s+(?:orientering|etterretning|etterretting|vitende|vitande|underretning|kunnskap)(?!\p{L})|^til\s+(?:orientering|etterretning|vitande)/iu
/** What says in words that nothing was decided. */
const NOTHING =
  /^(?:ingen|inga|intet|ikke noe)\s*(?:vedtak)?(?:\s+(?:fattet|gjort|truffet|ført|i saken))?\.?$|(?<!\p{L})det (?:ble|vart) (?:ikke|ikkje) (?:gjort|fattet|fatta|truffet) (?:noe |noko )?vedtak/iu

const body = (text: string): string => text.replace(/^\s*(?:[•▪➢*–-]|\d{1,2}[.)]|[a-z]\))\s+/u, '')

/**
 * What a decision's own words make of its matter.
 * @param decision verbatim text without label; undefined where none is recorded. Never a recommendation
 */
export function statusOf(decision: string | undefined): ItemStatus {
  if (!decision?.trim() || NOTHING.test(decision.trim())) return 'none-recorded'
  const told = decision.split('\n').flatMap((line) => sentences(line).map(({ text }) => body(text)))
  if (told.some((text) => POSTPONED.test(text))) return 'postponed'
  if (told.some((text) => SENT_BACK.test(text))) return 'sent-back'
  return told.every((text) => FOR_INFORMATION.test(text)) ? 'for-information' : 'decided'
}

const TYPES: ReadonlySet<string> = new Set<ItemType>(['PS', 'DS', 'RS', 'FO', 'OS', 'MS', 'IP'])
const TITLES: readonly (readonly [ItemType, RegExp])[] = [
  ['OS', /^orientering(?:er|ar|ssaker|ssak)$/iu],
  ['RS', /^(?:referatsaker|referatsak|referater|skriv og meldinger)$/iu],
  ['MS', /^(?:meldinger|meldingar|meldingssaker|meldingssakar)$/iu],
  ['DS', /^(?:delegerte (?:saker|vedtak)|delegasjonssaker|delegerte saker og vedtak)$/iu],
  ['FO', /^(?:forespørsler|førespurnader|spørsmål|grunngitte spørsmål)$/iu],
  ['IP', /^interpellasjon(?:er|ar)?$/iu],
]

/** The kind of item that its number names ("RS 4/26"), or its title. */
export function itemTypeOf(caseNumber: string | undefined, title: string): ItemType | undefined {
  const series = /^\p{L}{2}(?=[\s\d])/u.exec(caseNumber ?? '')?.[0].toUpperCase()
  if (series && TYPES.has(series)) return series as ItemType
  return TITLES.find(([, pattern]) => pattern.test(title.trim()))?.[0]
}

/** "2024/M3" of Decisions item numbers: the meeting's number in its year, where all items agree. */
export function meetingNumberOf(caseNumbers: readonly string[]): string | undefined {
  const numbers = new Set(caseNumbers.map((number) => /^\d{4}\/(\p{Lu}{1,3}\d{1,3})-\d/u.exec(number)?.[1]))
  const [only] = numbers
  return numbers.size === 1 && caseNumbers.every((number) => findCaseNumbers(number).length === 1) ? only : undefined
}
