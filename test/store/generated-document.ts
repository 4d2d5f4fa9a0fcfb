import { createHash } from 'node:crypto'
import type { Facts, ParsedDocument } from '../../src/domain/document.ts'
import { contentHash, localDate } from '../../src/domain/ids.ts'
import type { AgendaItem } from '../../src/domain/meeting.ts'
import type { Passage } from '../../src/domain/passage.ts'
import type { HashedFile } from '../../src/ingest/ports.ts'

/** Numbers from 0 to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const SYLLABLES = 'bu djett reg skap møt ved tak råd ut val plan sak fjell øy strand år beid vann skole vei'.split(' ')
const VOCABULARY = 6_000

/** Words of an invented language, the first ones far more common than the last. */
const word = (random: () => number): string => wordOfRank(Math.floor(VOCABULARY ** random()))

/** The function words of the filler. */
export const commonestWords = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => wordOfRank(index + 1))

function wordOfRank(frequencyRank: number): string {
  let rank = frequencyRank
  let text = ''
  do {
    text += SYLLABLES[rank % SYLLABLES.length]
    rank = Math.floor(rank / SYLLABLES.length)
  } while (rank > 0)
  return text
}

const words = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => word(random)).join(' ')

/** Stems enough for a test of the store: lower-case words. */
export const splitWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}/-]+/gu) ?? []

export const hashOf = (text: string): HashedFile['contentHash'] =>
  contentHash(createHash('sha256').update(text).digest('hex'))

export const fileAt = (path: string, content: string): HashedFile => ({
  path,
  sizeBytes: content.length,
  modifiedMs: 1_700_000_000_000.5,
  contentHash: hashOf(content),
})

/** Two of each kind where it matters: one with all fields known, one with all that can be unknown unknown. */
function generatedFacts(number: number, caseNumber: string | undefined): Facts {
  const random = seededRandom(number + 1_000_000)
  const year = 2020 + (number % 6)
  const [from, to] = [localDate(year, 1, 1), localDate(year, 12, 31)]
  const place = { page: 1, passage: 0, caseNumber }
  return {
    figures: [
      {
        measure: `Årleg ramme ${number}`,
        literal: '60,496',
        decimal: '60.496',
        scale: 6,
        unit: 'kr',
        basis: 'budget',
        period: from && to && { from, to, text: String(year) },
        entity: 'Ørvik kommune',
        row: 'Drift',
        column: String(year),
        quote: words(random, 12),
        ...place,
      },
      {
        measure: 'sykefravær',
        literal: '4,4',
        decimal: '4.4',
        scale: 0,
        unit: undefined,
        basis: undefined,
        period: undefined,
        entity: undefined,
        row: undefined,
        column: undefined,
        quote: words(random, 12),
        page: null,
        passage: 1,
        caseNumber: undefined,
      },
    ],
    tables: [
      {
        caption: undefined,
        columns: [
          { header: '', isNumeric: false, sumCheck: 'none' },
          { header: String(year), isNumeric: true, sumCheck: 'holds' },
        ],
        rows: [
          ['Drift', '60,496'],
          ['Sum', '60,496'],
        ],
        ...place,
      },
    ],
    missingTables: [{ quote: 'Se nedenfor:', page: null, caseNumber: undefined, heading: undefined }],
    followUps: [
      {
        who: 'Åse, Øystein',
        what: words(random, 5),
        due: `20.11.${year}`,
        dueDate: localDate(year, 11, 20),
        isForNextMeeting: false,
        quote: words(random, 12),
        page: 2,
        caseNumber,
      },
      {
        who: undefined,
        what: words(random, 5),
        due: 'neste møte',
        dueDate: undefined,
        isForNextMeeting: true,
        quote: words(random, 12),
        page: null,
        caseNumber: undefined,
      },
    ],
    relations: [
      {
        kind: 'continues',
        caseNumber,
        itemTitle: words(random, 4),
        other: undefined,
        quote: words(random, 9),
        page: 1,
      },
    ],
    contradictions: [
      { kind: 'sum', stated: '27', found: '26', quotes: [words(random, 9), words(random, 9)], page: 3, caseNumber },
      { kind: 'date', stated: '31.02.2020', found: '', quotes: [], page: null, caseNumber: undefined },
    ],
  }
}

/** Filler minutes, always the same for the same number. */
export function generatedDocument(number: number, passageCount = 40): ParsedDocument {
  const random = seededRandom(number)
  const date = localDate(2020 + (number % 6), 1 + (number % 12), 1 + (number % 28))
  const items = Array.from({ length: 1 + (number % 5) }, (_, index): AgendaItem => {
    const caseNumber = `PS ${index + 1}/${number}`
    const text = words(random, 20)
    return {
      caseNumber,
      title: words(random, 4),
      type: 'PS',
      status: index % 3 === 2 ? 'none-recorded' : 'decided',
      order: index + 1,
      page: index + 1,
      heading: `${caseNumber} ${words(random, 4)}`,
      link: undefined,
      decision: index % 3 === 2 ? undefined : { text, quote: `Vedtak: ${text}`, page: index + 1 },
      recommendation: undefined,
      proposals: [],
      votes: [],
    }
  })
  const passages = Array.from({ length: passageCount }, (_, ordinal): Passage => {
    const item = items[ordinal % items.length]
    return {
      ordinal,
      kind: ordinal % 7 === 0 ? 'decision' : 'body',
      text: words(random, 30 + Math.floor(random() * 60)),
      page: 1 + Math.floor(ordinal / 8),
      caseNumber: item?.caseNumber,
      headings: item ? [item.heading] : [],
    }
  })
  const committee = number % 2 ? 'Samarbeidsrådet' : 'Økonomiutvalget'
  return {
    format: 'pdf',
    kind: 'minutes',
    language: number % 3 ? 'nb' : 'nn',
    title: `Møte ${number} ${words(random, 2)}`,
    date,
    year: undefined,
    pageCount: Math.ceil(passageCount / 8),
    layout: 'filler',
    readerVersion: 3,
    meeting: {
      committee: { value: committee, quote: committee, page: 1 },
      date: date && { value: date, quote: date, page: 1 },
      number: undefined,
      startTime: undefined,
      endTime: undefined,
      place: undefined,
      chair: undefined,
      minuteTaker: undefined,
      present: {
        value: [{ name: 'Kari Prøve', organisation: undefined, role: undefined }],
        quote: 'Kari Prøve',
        page: 1,
      },
      absent: { value: [], quote: 'Forfall:', page: 1 },
      substitutes: undefined,
      othersPresent: undefined,
      items,
    },
    sections: [{ number: undefined, title: 'Innleiing', level: 1, page: null }],
    passages,
    ...generatedFacts(number, items[0]?.caseNumber),
  }
}
