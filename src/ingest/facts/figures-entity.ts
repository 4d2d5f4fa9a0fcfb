import type { ParsedText } from '../../domain/document.ts'

const NAME = String.raw`\p{Lu}[\p{L}]+(?:-\p{Lu}[\p{L}]+)*`
const MUNICIPALITY = new RegExp(
  String.raw`(?<![\p{L}-])(${NAME})(?=\s(?:fylkes)?(?:kommune|herad|kommunestyre|formannskap)(?:s|n|ns)?(?![\p{L}]))`,
  'gu',
)
const LIST = new RegExp(
  String.raw`(?<![\p{L}])(?:kommun(?:ene|ane)|\p{L}*samarbeid\p{L}*\smellom)\s((?:${NAME},\s)*${NAME}\s(?:og|and)\s${NAME})`,
  'gu',
)
/** "Firklang IKT", "ROR-IKT": a name with a part in capitals. */
const ORGANISATION = /(?<![\p{L}\d-])(?:\p{Lu}\p{Ll}+\s)?\p{Lu}{2,}(?:-\p{Lu}{2,})*(?![\p{L}\d-])/gu
const NOT_NAMES = new Set(['Denne', 'Den', 'Det', 'Hver', 'Vår', 'Alle', 'Ingen', 'Egen', 'Ny', 'Nye', 'Annen'])
const ENTITY_COLUMN =
  /^(?:kommune|avdeling|enhet|eining|etat|sektor|virksomhet|verksemd|seksjon|eier|eigar|deltaker|medlem)\p{L}*$/iu
const UNIT_WORD = /(?<![\p{L}])\p{L}+(?:avdeling|avdelinga|avdelingen|etaten|seksjonen|enheten|eininga)(?![\p{L}])/giu

/** A sentence that poor extraction glued to a list's last entry: "… styremedlem, Nordby kommune Det ble holdt 7 møter". */
const GLUED_SENTENCE = /^\s(?:Det|Dette|Den|Denne|De|Disse|Dei|Desse|Vi|Alle)\s\p{Ll}/u

const BEHIND = /^\s(?:for|til|frå|fra|i|på)\s$/u

/** Norway has 357 municipalities; no document tells of all. */
const MAX_NAMES = 200

const matches = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0])

/** Whether a column with this header names municipalities or departments. */
export const isEntityHeader = (header: string): boolean => ENTITY_COLUMN.test(header.trim())

/** The municipalities of a text and the organisations of its title and committee, each once, longest first. */
export function entitiesOf({ title, meeting, passages }: ParsedText): string[] {
  const names = new Set<string>()
  for (const { text, headings } of passages) {
    for (const name of [
      ...matches(MUNICIPALITY, text),
      ...headings.flatMap((heading) => matches(MUNICIPALITY, heading)),
    ])
      if (!NOT_NAMES.has(name)) names.add(name)
    for (const list of matches(LIST, text)) for (const name of list.split(/,\s|\s(?:og|and)\s/u)) names.add(name)
  }
  for (const { text, kind } of passages) {
    if (kind !== 'table') continue
    const rows = text.split('\n').map((line) => line.split('\t'))
    if (isEntityHeader(rows[0]?.[0] ?? ''))
      for (const [label = ''] of rows.slice(1))
        if (/^\p{Lu}[\p{L} -]{2,40}$/u.test(label) && !/^(?:Sum|Total)/u.test(label)) names.add(label)
  }
  // The title may be a file's name, in small letters: the text tells how the organisation is written.
  const head = `${title} · ${meeting?.committee?.value ?? ''}`.toLowerCase()
  for (const { text } of passages)
    for (const name of matches(ORGANISATION, text))
      if (head.includes(name.toLowerCase()) && !/^\p{Lu}{2}$/u.test(name)) names.add(name)
  return [...names].slice(0, MAX_NAMES).sort((a, b) => b.length - a.length)
}

/** "Eldarvik 45 %, Hjelmfoss 27 % …": names that stand beside two amounts or more are whose they are. */
export function namesBesideAmounts(
  sentence: string,
  amounts: readonly { readonly start: number; readonly end: number }[],
): string[] {
  const name = new RegExp(
    String.raw`(?:^|[\s:(])(${NAME}(?:\s${NAME})?)(?:\s(?:betaler|betalar|dekker|dekkjer|har|får|eier|eig|bidrar\smed|står\sfor))?[:\s–-]*$`,
    'u',
  )
  const behind = new RegExp(String.raw`^\sfor\s(${NAME})`, 'u')
  const found = amounts.flatMap(({ start, end }, index) => {
    const before = name.exec(sentence.slice(amounts[index - 1]?.end ?? 0, start))?.[1]
    return before ?? behind.exec(sentence.slice(end))?.[1] ?? []
  })
  return found.length > 1 ? [...new Set(found)] : []
}

interface Mention {
  readonly name: string
  readonly start: number
  readonly end: number
}

function mentionsIn(sentence: string, entities: readonly string[]): Mention[] {
  const found: Mention[] = []
  const add = (name: string, start: number): void => {
    const end = start + name.length
    const isInside = found.some((other) => start < other.end && other.start < end)
    const isWord =
      !/[\p{L}\d-]/u.test(sentence.charAt(start - 1)) && !/\p{L}/u.test(sentence.slice(end, end + 1).replace('s', ''))
    if (!isInside && isWord) found.push({ name, start, end })
  }
  for (const name of entities)
    for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) add(name, at)
  for (const match of sentence.matchAll(UNIT_WORD)) add(match[0], match.index)
  return found
    .map((mention) => {
      const kommune = /^\s(?:fylkes)?(?:kommune|herad)(?![\p{L}])/u.exec(sentence.slice(mention.end))?.[0]
      return kommune ? { ...mention, name: mention.name + kommune, end: mention.end + kommune.length } : mention
    })
    .filter(({ end }) => !GLUED_SENTENCE.test(sentence.slice(end)))
    .sort((a, b) => a.start - b.start)
}

/**
 * Whose an amount is: the name right behind it ("46 % for Eldarvik") or right before it ("Eldarvik 45 %"), else the first
 * name of its clause, else the only name of the sentence, else the only one of the heading.
 */
export function entityFor(
  sentence: string,
  range: {
    readonly clauseStart: number
    readonly start: number
    readonly end: number
    readonly nextStart: number
    readonly ends: readonly number[]
  },
  entities: readonly string[],
  heading: string | undefined,
): string | undefined {
  const mentions = mentionsIn(sentence, entities)
  const behind = mentions.find(
    ({ start }) => start >= range.end && start < range.nextStart && BEHIND.test(sentence.slice(range.end, start)),
  )
  if (behind) return behind.name
  const before = mentions.findLast(
    ({ end }) => end <= range.start && /^(?:\skommune)?[\s:–-]+$/u.test(sentence.slice(end, range.start)),
  )
  if (before) return before.name
  const free = mentions.filter(
    ({ start }) => !range.ends.some((end) => end <= start && BEHIND.test(sentence.slice(end, start))),
  )
  const inClause = free.filter(({ start, end }) => start >= range.clauseStart && end <= range.start)
  if (inClause[0]) return inClause[0].name
  const distinct = new Set(mentions.map(({ name }) => name))
  const only = distinct.size === 1 ? free[0] : undefined
  if (only && (only.end <= range.start || range.ends.length === 1)) return only.name
  if (distinct.size > 0 || heading === undefined) return undefined
  const ofHeading = mentionsIn(heading, entities)
  return ofHeading.length === 1 ? ofHeading[0]?.name : undefined
}
