import { caseNumberKey, findCaseNumbers } from '../domain/case-number.ts'
import type { AgendaItem } from '../domain/meeting.ts'
import { foldSpaces } from '../norwegian/fold.ts'
import { sentences } from '../norwegian/sentences.ts'
import type { PublicItem } from './ports.ts'

const LAW =
  '(?:off(?:entle[gi]?(?:heits|hets|g)?lova|entleglova|entlighetsloven|entleglov|entlighetslova)|offl|off\\.?\\s?l|fvl|forvaltningslov(?:en|a)|koml|kommunelov(?:en|a)|barnevernslov(?:en|a)|opplæringslov(?:en|a)|personopplysningslov(?:en|a))'
/** "offl. § 13 jf. fvl. § 13 første ledd nr. 1": up to the last paragraph named. */
const ONE_BASIS = `${LAW}\\.?\\s*§{1,2}\\s*\\d{1,3}(?:\\s?-\\s?\\d{1,3})?[a-z]?(?:,?\\s(?:første|fyrste|andre|annet|tredje|fjerde|femte|\\d\\.)\\s(?:ledd|punktum))?(?:,?\\s(?:nr|bokstav|litra)\\.?\\s?[\\da-z]{1,2}(?![\\p{L}\\d]))?`
const LEGAL_BASIS = new RegExp(`${ONE_BASIS}(?:,?\\s(?:jf|jfr|jamfør|og|cf)\\.?\\s${ONE_BASIS}){0,3}`, 'iu')
const ANY_PARAGRAPH = new RegExp(`(?<!\\p{L})${LAW}\\.?\\s*§`, 'iu')

/** Words that say the public may not see it. */
const RESTRICTED = new RegExp(
  [
    '(?:unntatt|unntatte|unnatatt|unnateken|unnatekne|unnateke|unntak\\s+frå|undratt|unndratt|unndrege|unndras)\\s+(?:(?:fra|frå|for)\\s+)?(?:offentligh?et(?:en)?|offentlegh?eit(?:a)?|offentlig|offentleg|innsyn)',
    '(?:ikke|ikkje|ei)\\s+(?:offentlig|offentleg)(?:\\s|[).,:;]|$)',
    '(?<![\\p{L}])u\\.?\\s?off\\.?(?![\\p{L}])',
    '(?:fortrolig|fortruleg|konfidensiell|konfidensielt|taushetsbelagt|taushetsbelagte|teiepliktig|taushetsplikt|teieplikt|gradert|skjermet|skjerma)(?!\\p{L})',
    '(?<!\\p{L})(?:lukk(?:et|a|ede|te)|stengte?|lukte)\\s+(?:\\p{L}*møte\\p{L}*|sak(?:er)?|dør(?:er)?|dører|behandling|handsaming|del)(?!\\p{L})',
    '(?<!\\p{L})(?:møtet|saken|saka|møtet\\s+(?:blir|vert))\\s+(?:blir\\s+|vert\\s+|er\\s+|skal\\s+|holdes\\s+|behandles\\s+|handsamast\\s+)?(?:lukkes|lukket|lukka|lukkast)(?!\\p{L})',
    '[([]\\s*(?:lukket|lukka|unntatt|unnateke|skjermet|skjerma|b-sak)\\s*[)\\]]',
    '(?:^|[–—:,;.-]\\s*)(?:lukket|lukka|unntatt|unnateke|b-sak)\\s*(?:$|[–—:,;.(-])',
  ].join('|'),
  'iu',
)

/** Titles that tell nothing of the matter, so that they may stand beside the marker. */
const GENERIC =
  /^(?:(?:personal|tilsettings|tilsetjings|ansettelses|klage|eiendoms|eigedoms|varslings|retts|kontrakts|forhandlings|barneverns|navne|skole|elev|pasient)?(?:sak|saker))$/iu

export const isRestrictedText = (text: string): boolean => {
  const folded = foldSpaces(text.normalize('NFKC'))
  return RESTRICTED.test(folded) || ANY_PARAGRAPH.test(folded)
}

/** A closing of the meeting, or of the treatment of a matter, in running text. */
const EXCEPT =
  /(?:åpe?nt?|ope|open|offentlig|offentleg|publikum).{0,120}(?:bortsett\s+f(?:ra|rå)|unntatt|unnateke|med\s+unntak|med\s+unnatak|utanom|utenom|men\s+ikke|men\s+ikkje)/iu

export interface NoticePassage {
  readonly text: string
  /** The item it belongs to. */
  readonly caseNumber: string | undefined
}

export interface ClosedMatters {
  /** Keys of matters that the text closes. */
  readonly keys: ReadonlySet<string>
  /** The whole meeting is closed, or nobody can tell which of its matters are. */
  readonly isWhole: boolean
}

/** A label of an item's own ("Unntatt offentlighet, offl. § 25"), not a report that speaks of the law. */
const LONGEST_LABEL = 160

/** What a notice says, beside the titles, of matters that the public may not follow. */
export function closedMatters(passages: readonly NoticePassage[]): ClosedMatters {
  const keys = new Set<string>()
  let isWhole = false
  for (const { text, caseNumber } of passages) {
    if (caseNumber !== undefined && text.length <= LONGEST_LABEL && isRestrictedText(text))
      keys.add(caseNumberKey(caseNumber))
    if (!RESTRICTED.test(text) && !EXCEPT.test(text)) continue
    for (const sentence of sentences(text)) {
      if (!RESTRICTED.test(sentence.text) && !EXCEPT.test(sentence.text)) continue
      const named = findCaseNumbers(sentence.text)
      for (const { key } of named) keys.add(key)
      const closesMeeting =
        /(?<!\p{L})møtet\s+(?:er|blir|vert|holdes|haldast|går|foregår)\s+(?:for\s+)?(?:lukk|stengt)/iu
      if (named.length === 0 && caseNumber === undefined && closesMeeting.test(sentence.text)) isWhole = true
    }
  }
  return { keys, isWhole }
}

/** "Personalsak. Unntatt offentlighet, offl. § 13" becomes "Personalsak – unntatt offentlighet (offl. § 13)". */
function restrictedTitle(title: string, marker: string): string {
  const folded = foldSpaces(title.normalize('NFKC'))
  const basis = LEGAL_BASIS.exec(folded)?.[0]
  const first = folded.split(/\s*[.,:;(–—-]\s*|\s+(?=unntatt|unnateke|offl)/iu)[0] ?? ''
  const said = GENERIC.test(first) ? `${first} – ${marker.charAt(0).toLowerCase()}${marker.slice(1)}` : marker
  return basis ? `${said} (${basis})` : said
}

const MARKERS = { nb: 'Unntatt offentlighet', nn: 'Unnateke offentlegheit' } as const

/**
 * An item as the public may see it. Of a restricted one only that it is, and by which law: what else its title says is
 * dropped, because nobody can tell which half of it was meant for the public.
 */
export function publicItem(item: AgendaItem, closed: ClosedMatters, language: keyof typeof MARKERS): PublicItem {
  const isRestricted =
    closed.isWhole ||
    isRestrictedText(item.title) ||
    isRestrictedText(item.heading) ||
    (item.caseNumber !== undefined && closed.keys.has(caseNumberKey(item.caseNumber)))
  return {
    caseNumber: item.caseNumber,
    title: isRestricted ? restrictedTitle(item.title, MARKERS[language]) : foldSpaces(item.title || item.heading),
    link: isRestricted ? undefined : item.link,
    isRestricted,
  }
}
