/** The heading of an agenda item, taken apart. */
export interface CaseHeading {
  /** As printed, without the word "sak": "2024/M7-005", "PS 12/24", "7-24". */
  readonly caseNumber: string
  readonly title: string
}

export interface FoundCaseNumber {
  /** As printed. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly key: string
}

/** Year/meeting-item, as the Decisions app numbers. */
const MEETING_ITEM = String.raw`(?:19|20)\d{2}\/[A-ZÆØÅ]{1,3}\d{1,3}-\d{1,4}`
/** Noark item types and other short series in front of number/year. */
const SERIES = `(?:PS|RS|DS|FO|OS|FS|MS|ST|KS|KST|FSK|POL)`
const NUMBER_YEAR = String.raw`\d{1,4}\s?[\/-]\s?(?:(?:19|20)\d{2}|\d{2,3})`
/** A body's own series: "R-01/25", "HOK 12/24", "KO-13/12"; not the short names of laws, reports and property numbers. */
const OWN_SERIES = String.raw`(?!(?:NOU|GNR|BNR|NS|ISO|EU|EF|LOV|FOR|ART|DOK|PROP|MELD|INNST|NR|UKE|VEKE|KL|SIDE|DATO)(?!\p{L}))(?:\p{Lu}-\s?|\p{Lu}{2,5}[-\s]\s?)`
const SAK = String.raw`(?:[KFS]-|styre|utvalgs|råds|møte)?sak(?:\s*nr\.?)?\.?\s*:?`

const IN_TEXT = new RegExp(
  String.raw`(?<![\p{L}\d./-])(?:(${MEETING_ITEM})|(${SERIES}\s?${NUMBER_YEAR})|(?=\p{L}{0,4}-?\d)(?<=\b(?:${SAK}|case|item|sakene|sakane|saka|saken)\s{0,3})((?:[a-zæøå]{1,4}-)?${NUMBER_YEAR}(?:\s[A-D](?![\p{L}]))?))(?![\p{L}\d/])`,
  'giu',
)
const HEADINGS: readonly RegExp[] = [
  new RegExp(String.raw`^(${MEETING_ITEM})(?:\s*[-–:.]\s*|\s+)(\S.*)$`, 'isu'),
  new RegExp(String.raw`^(?:sak\s+)?(${SERIES}\s?${NUMBER_YEAR})\s*[-–:.]?\s*(\S.*)?$`, 'su'),
  // "Sak 3/25-26" counts by school years.
  new RegExp(
    String.raw`^${SAK}\s*(${NUMBER_YEAR}(?:-\d{2}(?!\d)|\s[A-D](?=\s))?)\s*[-–:.]?\s*(\p{Lu}.*|["«].*)?$`,
    'isu',
  ),
  new RegExp(
    String.raw`^(?:(?:Sak|SAK)(?:\s?(?:nr|NR)\.?)?\s*:?\s*)?(${OWN_SERIES}\d{1,4}\/(?:(?:19|20)\d{2}|\d{2}))\s*[-–:.]?\s+(\p{Lu}.*|["«].*)$`,
    'su',
  ),
  /^(\d{1,3}\/(?:(?:19|20)\d{2}|\d{2}))\s*[-–:.]?\s+((?:(?:(?:19|20)\d{2}|\d{2})\/\d{2,6}(?:-\d{1,4})?\s+)?\p{Lu}.*)$/su,
]
const MAX_HEADING_CHARS = 300
/** "PS 39/25 2025/1180 Felles legevakt": lists of items name the archive's reference between number and title. */
const ARCHIVE_REFERENCE = /^(?:(?:19|20)\d{2}|\d{2})\/\d{2,6}(?:-\d{1,4})?\s+(?=\p{L}|["«])/u
/** "PS 39/25 Felles legevakt ........ 4" */
const PAGE_LEADER = /\s*\.{4,}\s*\d*$/

/** @returns the parts of a line that heads an item; undefined for any other line, however many numbers it holds */
export function caseHeadingOf(line: string): CaseHeading | undefined {
  if (line.length > MAX_HEADING_CHARS) return undefined
  const text = line.replace(/\s+/g, ' ').trim()
  for (const pattern of HEADINGS) {
    const match = pattern.exec(text)
    // "… vedtak i / sak 14/24 er lagt til grunn.": a wrapped line, no heading.
    if (!match?.[1] || /^\p{Ll}/u.test(match[2] ?? '')) continue
    const title = (match[2] ?? '')
      .replace(ARCHIVE_REFERENCE, '')
      .replace(PAGE_LEADER, '')
      .replace(/\s*\((?:held fram|forts\.?)\)$/i, '')
      .trim()
    return { caseNumber: match[1], title }
  }
  return undefined
}

const fullYear = (year: string): string =>
  year.length === 4 ? year : year.length === 3 ? `2${year}` : `${Number(year) > 70 ? 19 : 20}${year}`

/**
 * One spelling for one number: "PS 12/24" and "ps 12/2024" give "ps-12/2024"; "2024/M7-005" gives "m7-5/2024";
 * "Sak 7-24" gives "7/2024".
 */
export function caseNumberKey(caseNumber: string): string {
  const text = caseNumber.replace(/\s+/g, '').toLowerCase()
  const meetingItem = /^(\d{4})\/([a-zæøå]+\d+)-0*(\d+)$/.exec(text)
  if (meetingItem) return `${meetingItem[2]}-${meetingItem[3]}/${meetingItem[1]}`
  const numbered =
    /^(?:(?:[kfs]-|styre|utvalgs|råds|møte)?sak(?:nr)?[.:]*)?([a-zæøå]*)-?0*(\d+)[/-](\d{2,4})(?:-\d{2})?([a-d]?)$/.exec(
      text,
    )
  if (!numbered) return text
  const [, series = '', number = '', year = '', part = ''] = numbered
  return `${series ? `${series}-` : ''}${number}${part}/${fullYear(year)}`
}

/** The same matter number; a series left out on one side ("sak 12/24" for "PS 12/24") does not tell them apart. */
export function isSameCase(left: string, right: string): boolean {
  const a = caseNumberKey(left)
  const b = caseNumberKey(right)
  if (a === b) return true
  const bare = (key: string): string => key.replace(/^[a-zæøå]+-(?=\d+[a-d]?\/)/, '')
  const isBare = (key: string): boolean => bare(key) === key
  return (isBare(a) || isBare(b)) && bare(a) === bare(b)
}

/** Case numbers in running text. A bare "12/24" counts only after the word "sak": it may be a fraction or a date. */
export function findCaseNumbers(text: string): FoundCaseNumber[] {
  return [...text.matchAll(IN_TEXT)].map((match) => {
    const found = match[1] ?? match[2] ?? match[3] ?? match[0]
    const start = match.index + match[0].lastIndexOf(found)
    return { text: found, start, end: start + found.length, key: caseNumberKey(found) }
  })
}
