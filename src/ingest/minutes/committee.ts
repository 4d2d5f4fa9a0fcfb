import type { Sourced } from '../../domain/meeting.ts'
import { findDates } from '../../norwegian/dates.ts'
import { asciiFold, foldSpaces } from '../../norwegian/fold.ts'
import type { PlacedBlock } from '../placed-block.ts'

/** Words that name a body that meets. */
const COMMITTEE_WORD =
  /(?<![\p{L}])\p{L}*(?:rådet|råd|representantskapet|representantskap|styret|styre|utvalget|utvalg|utvalet|utval|kommunestyret|kommunestyre|formannskapet|formannskap|nemnda|nemnd|komiteen|komité|komitéen|tinget|forsamlinga|forsamlingen|gruppa|gruppen|team|forum)(?![\p{L}])/iu
const KIND_OF_DOCUMENT =
  /^(?:(?:utkast til\s+)?(?:møte)?(?:protokoll|referat|innkalling|bok|innkalling og saksliste)|saksprotokoll|oppsummering|sammendrag|samandrag|særutskrift|møte|mote)(?:\s+(?:frå|fra|til|for|av|i|med|møte|møtet|ordinært|ekstraordinært|ekstra)(?!\p{L}))*\s*[-–:,]?\s*/iu
/** "styremøte" is a meeting of the board, "dialogmøte" is a meeting only. */
const GLUED_MEETING = /(råd|styre|utvalg|utval|formannskap|nemnd|ting|gruppe)s?møtet?\s*$/i
/** "Representantskapsmøte i Nordvik IKS" is a meeting of "Representantskapet i Nordvik IKS". */
const MEETING_OF =
  /^(\p{L}*(?:råd|styre|utvalg|utval|formannskap|representantskap|ting))s?møtet?(?=\s(?:i|for|ved)\s)/iu
/** "Nordvik IKT – referat fra styremøte": the owner stands before the kind of document. */
const OWNER_FIRST =
  /^(\p{Lu}[^–—:]{2,60}?)\s*(?:\s-|[–—:,])\s*(?:(?:møte)?(?:protokoll|referat|innkalling|bok)|møte(?:\s+nr\.?)?(?:\s*\d+)?)\s+(?:(?:frå|fra|for|til|av|i)\s+)?(?:ordinært\s+|møte\s+i\s+)?(\p{L}*(?:råd|styre|utvalg|utval|gruppe|gruppa|nemnd|nemnda|skap|forum|komite))(s?møtet?|et|t|n|en)?(?:,?\s+møte(?:\s+nr\.?)?\s*\d+)?$/iu
/** "Nordvik kommune – Arbeidsmiljøutvalget (AMU)": whose the body is stands in the title. */
const MUNICIPALITY_FIRST =
  /^\p{Lu}[\p{L} ]{2,40} kommune\s*(?:\s-|[–—:])\s*(?=\p{Lu}\p{L}*(?:rådet|styret|skapet|utvalget|utvalet|nemnda)(?!\p{L}))/u
/** "Nordvikrådet – møtereferat" */
const KIND_BEHIND =
  /\s*(?:\s-|[–—:,])\s*(?:utkast til\s+)?(?:møte)?(?:protokoll|referat|innkalling|bok|innkalling og saksliste)(?:\s+(?:fra|frå|for)\s+møtet?)?$/iu
/** Gatherings that are no body. */
const GATHERING = /(?:møtet?|workshop|seminar|samling)$|^(?:workshop|seminar|samling)\b/i
const TREATMENT = /^(.{3,80}?)s?\s+behandling\s+av\s+sak\s+\S+/iu

const MAX_TITLE_CHARS = 300
const MAX_LINE_CHARS = 90
const IS_BODY = new RegExp(`^${COMMITTEE_WORD.source}$`, 'iu')

const withoutLabel = (text: string): string => text.replace(/^[Uu]tvalg?\s+(?=\p{Lu})/u, '')

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const definite = (body: string): string =>
  /gruppe$/i.test(body)
    ? body.replace(/e$/i, 'a')
    : /nemnd$/i.test(body)
      ? `${body}a`
      : /e$/i.test(body)
        ? `${body}t`
        : `${body}et`

const MEETING_NUMBER = /(møtet?)\s(?:nr\.?\s?)?\d{1,3}\s?[/-]\s?(?:20)?\d{2}(?!\d)/iu

/** "Møtereferat samarbeidsrådet Nordvik 14.11.2024" without kind and date: "samarbeidsrådet Nordvik". */
export function withoutKindAndDate(title: string): string {
  // "Styremøte 4/2025 i Nordvik IKT"
  const folded = fromCapitals(foldSpaces(title).slice(0, MAX_TITLE_CHARS)).replace(MEETING_NUMBER, '$1')
  let text = folded
  for (const date of findDates(folded).toReversed()) text = `${text.slice(0, date.start)} ${text.slice(date.end)}`
  return foldSpaces(
    text
      .trim()
      .replace(OWNER_FIRST, (whole, owner: string, body: string, ending = '') =>
        /kommune$/iu.test(owner)
          ? whole
          : `${/^(?:et|t|n)$/iu.test(ending) ? `${body}${ending}` : definite(body)} for ${owner}`,
      )
      .replace(MUNICIPALITY_FIRST, '')
      .replace(KIND_BEHIND, '')
      .replace(KIND_OF_DOCUMENT, '')
      .replace(/\s+(?:den|dato)\s*$/i, '')
      .replace(/(?:[-\s]|^)(?:møtet?|mote)\s*$/i, '')
      .replace(GLUED_MEETING, '$1')
      .replace(MEETING_OF, (_, body: string) => definite(body)),
  ).replace(/^[-–—:,.\s]+|[-–—:,.\s]+$/gu, '')
}

/** "Samarbeidsrådet" as the text itself spells it out: "Samarbeidsrådet for Nordvik IKT". */
function spelledOut(word: string, blocks: readonly PlacedBlock[]): Sourced<string> | undefined {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(
    `(?<![\\p{L}])${escaped} for (?:\\p{Lu}[\\p{L}\\d-]*)(?:[ ](?:\\p{Lu}[\\p{L}\\d-]*|og|i|IKS))*(?<! og| i)`,
    'iu',
  )
  for (const block of blocks) {
    const name = pattern.exec(block.text)?.[0]
    // The pattern ignores case for the word; what follows "for" must still be a name.
    if (name && /\sfor\s\p{Lu}/u.test(name))
      return { value: capitalised(trimName(name)), quote: sentenceWith(block.text, name), page: block.page }
  }
  return undefined
}

/** Case is ignored above, so the name may have swallowed words that are none. */
function trimName(name: string): string {
  const [head = '', tail = ''] = name.split(/\sfor\s/i)
  const words = tail.split(' ')
  const end = words.findIndex((word) => !/^(?:\p{Lu}|og$|i$)/u.test(word))
  const kept = (end < 0 ? words : words.slice(0, end)).join(' ').replace(/\s(?:og|i)$/, '')
  return `${head} for ${kept}`
}

function sentenceWith(text: string, part: string): string {
  const at = text.indexOf(part)
  const end = text.slice(at).search(/[.:!?](?:\s|$)/)
  return foldSpaces(text.slice(0, end < 0 ? text.length : at + end + 1)).slice(-300)
}

/**
 * The body whose meeting this is: from its field, from the line "X' behandling av sak", from the title, or from the file's
 * name when the text uses the same word. Minutes may never name their body in a heading.
 */
export function findCommittee(
  field: Sourced<string> | undefined,
  title: Sourced<string> | undefined,
  fileName: string,
  blocks: readonly PlacedBlock[],
): Sourced<string> | undefined {
  // "Utvalg Formannskapet": the label may stand in the cell.
  if (field?.value) return { ...field, value: capitalised(withoutLabel(field.value)) }
  for (const block of blocks.slice(0, 5)) {
    const treated = TREATMENT.exec(block.text)?.[1]
    if (treated) return { value: capitalised(treated), quote: foldSpaces(block.text), page: block.page }
  }
  const remainder = title ? withoutKindAndDate(title.value) : ''
  const inTitle = COMMITTEE_WORD.exec(remainder)?.[0]
  if (title && inTitle) {
    const isWhole = /\sfor\s/.test(remainder) || /^\p{L}+(?:\s(?:for|i)\s.*)?$/u.test(remainder)
    return (
      (isWhole && remainder.includes(' ') ? undefined : spelledOut(inTitle, blocks)) ?? {
        ...title,
        value: capitalised(remainder),
      }
    )
  }
  const onLine = lineOfBody(blocks)
  if (onLine) return onLine
  const named = wordFromFileName(fileName, blocks)
  if (named) return spelledOut(named.value, blocks) ?? named
  if (title && remainder && remainder !== title.value && !GATHERING.test(remainder) && remainder.split(' ').length <= 6)
    return { ...title, value: capitalised(remainder) }
  return undefined
}

/** A short line near the top that is a body's name, or minutes of one: "KONTROLLUTVALGET I NORDVIK KOMMUNE". */
function lineOfBody(blocks: readonly PlacedBlock[]): Sourced<string> | undefined {
  for (const block of blocks.slice(0, 6)) {
    if (block.kind === 'table' || block.text.length > MAX_LINE_CHARS || /[.:?!]$/.test(block.text)) continue
    const name = withoutLabel(withoutKindAndDate(block.text))
    const [first = '', ...rest] = name.split(' ')
    const isName = IS_BODY.test(first) || (rest.length > 0 && rest.length < 3 && IS_BODY.test(rest.at(-1) ?? ''))
    const isSentence = /(?<!\p{L})(?:er|var|ble|har|skal|vil|kan|møtte|ønsket|vedtok|behandlet)(?!\p{L})/iu.test(name)
    if (isName && !isSentence && rest.length < 9)
      return { value: capitalised(fromCapitals(name)), quote: foldSpaces(block.text), page: block.page }
  }
  return undefined
}

/** "KONTROLLUTVALGET I NORDVIK KOMMUNE" as it is written elsewhere. */
const fromCapitals = (name: string): string =>
  /\p{Ll}/u.test(name)
    ? name
    : name
        .toLowerCase()
        .replace(/(?<=\s(?:i|for)\s)(\p{L})(?=[\p{L}\s-]*\s(?:kommune|iks|kf|as)$)/u, (letter) => letter.toUpperCase())
        .replace(/(?<=\s)(?:iks|kf|as)$/, (form) => form.toUpperCase())

function wordFromFileName(fileName: string, blocks: readonly PlacedBlock[]): Sourced<string> | undefined {
  const parts = new Set(
    asciiFold(fileName)
      .split(/[^a-z]+/)
      .filter((part) => part.length > 4),
  )
  for (const block of blocks)
    for (const match of block.text.matchAll(/\p{L}{5,}/gu))
      if (COMMITTEE_WORD.test(match[0]) && parts.has(asciiFold(match[0])))
        return { value: capitalised(match[0]), quote: sentenceWith(block.text, match[0]), page: block.page }
  return undefined
}
