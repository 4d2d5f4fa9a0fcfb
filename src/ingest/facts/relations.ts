import { findCaseNumbers, isSameCase } from '../../domain/case-number.ts'
import type { ParsedText } from '../../domain/document.ts'
import type { Relation, RelationKind } from '../../domain/relation.ts'
import { findDates } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { labelOf } from '../minutes/labels.ts'

const CHANGED =
  /(?<!\p{L})(?:endres|endrast|endrer|endrar|(?:blir|vert|er)\s+endr(?:et|a)|justeres|justerast|omgjøres|omgjerast|endring\s+av\s+vedtak)(?!\p{L})/iu
const REPLACED =
  /(?<!\p{L})(?:oppheves|opphevast|opphever|opphevar|(?:blir|vert|er)\s+opphev(?:et|a)|erstatter|erstattar|erstattes|erstattast|(?:blir|vert)\s+erstatt(?:et|a)|avløser|avløyser|(?:trer|kommer|kjem)\s+i\s+(?:stedet|staden)\s+for)(?!\p{L})/iu
const TREATED =
  /(?<!\p{L})(?:utsatt|utsett|utsette|behandlet|behandla|handsama|drøftet|drøfta|vedtok|vedtatt|vedteke|orientert|lagt\s+f?r[ae]m|sendt\s+(?:tilbake|attende)|viser\s+til|vises\s+til|vist\s+til|syner\s+til|oppfølging\s+av|oppfølgjing\s+av|framhald\s+av|fortsettelse\s+av|jf|jfr|ref)(?!\p{L})/iu
const PUT_OFF =
  /(?<!\p{L})sak(?:en|a|ene|ane)?\s+(?:[\p{L}\d./-]+\s+){0,3}?(?:utsettes|utsettast|utsetjast|(?:blir|vert|ble|vart)\s+(?:\p{L}+\s+)?(?:utsett|utsatt))(?!\p{L})|(?<!\p{L})(?:utsetter|utset)\s+sak(?:en|a)(?!\p{L})|^utset(?:tes|tast|jast)(?!\p{L})/iu
const PUT_OFF_EARLIER = /(?<!\p{L})(?:utsatt|utsett)\s+(?:i|på|under|frå|fra|den|\d)/iu
const MEETING_BEFORE = /(?<!\p{L})(?:møtet?|møtedagen)(?:\s+i\s+\p{L}+)?\s+(?:den\s+)?$/iu
const LATER_MEETING = /(?<!\p{L})(?:neste|førstkommende|førstkomande|komande|kommende)\s+\p{L}*møtet?(?!\p{L})/iu

const MAX_SENTENCE_CHARS = 1000

/** "sak 2023/M4-003" with the word in front of the number, where it has one. */
function named(sentence: string, start: number, end: number): string {
  const before = /(?<!\p{L})\p{L}*sak(?:en|a)?\s+(?:nr\.?\s*)?$/iu.exec(sentence.slice(Math.max(0, start - 30), start))
  return foldSpaces(`${before?.[0] ?? ''}${sentence.slice(start, end)}`)
}

/** "møtet 20.09.2023" or "20.11.2024": the meeting that a sentence names by its day. */
function namedMeeting(sentence: string): string | undefined {
  const dates = findDates(sentence).filter((date) => date.day !== undefined)
  for (const date of dates) {
    const before = MEETING_BEFORE.exec(sentence.slice(0, date.start))
    if (before) return foldSpaces(sentence.slice(before.index, date.end))
  }
  return undefined
}

function tiesIn(sentence: string, own: string | undefined, isDecision: boolean): Pick<Relation, 'kind' | 'other'>[] {
  const others = findCaseNumbers(sentence)
    .filter(({ text }) => own === undefined || !isSameCase(text, own))
    .map(({ start, end }) => named(sentence, start, end))
  const each = (kind: RelationKind): Pick<Relation, 'kind' | 'other'>[] =>
    [...new Set(others)].map((other) => ({ kind, other }))
  if (others.length > 0) {
    if (isDecision && REPLACED.test(sentence)) return each('replaces')
    if (isDecision && CHANGED.test(sentence)) return each('amends')
  }
  if (isDecision && PUT_OFF.test(sentence) && !PUT_OFF_EARLIER.test(sentence))
    return [{ kind: 'postpones', other: namedMeeting(sentence) ?? LATER_MEETING.exec(sentence)?.[0] }]
  if (others.length > 0) return TREATED.test(sentence) ? each('continues') : []
  if (!PUT_OFF_EARLIER.test(sentence)) return []
  const [date] = findDates(sentence).filter(({ day }) => day !== undefined)
  return date ? [{ kind: 'continues', other: namedMeeting(sentence) ?? foldSpaces(date.text) }] : []
}

/**
 * Ties to other items that the minutes' own words name: a decision that changes, replaces or puts off, a matter that was
 * put off or treated before. What was only recommended or proposed ties nothing.
 */
export function readRelations({ meeting, passages }: ParsedText): Relation[] {
  if (!meeting) return []
  const titles = new Map(meeting.items.map((item) => [item.heading, item.title]))
  const proposed = meeting.items.flatMap((item) => item.proposals.map((proposal) => foldSpaces(proposal.quote)))
  const found = new Map<string, Relation>()
  for (const { kind, text, headings, caseNumber, page } of passages) {
    const title = titles.get(headings[0] ?? '')
    if (title === undefined || kind === 'recommendation' || kind === 'attendance' || kind === 'heading') continue
    const [first = '', ...lines] = text.split('\n')
    const label = labelOf(first)
    const body = label ? [label.rest, ...lines].join('\n') : text
    for (const sentence of sentences(body)) {
      const quote = foldSpaces(sentence.text)
      if (quote.length > MAX_SENTENCE_CHARS) continue
      const ties = tiesIn(quote, caseNumber, kind === 'decision')
      if (ties.length > 0 && kind !== 'decision' && proposed.some((proposal) => proposal.includes(quote))) continue
      for (const { kind: tie, other } of ties)
        found.set(`${caseNumber ?? headings[0]}|${tie}|${other}`, {
          kind: tie,
          caseNumber,
          itemTitle: title,
          other,
          quote,
          page,
        })
    }
  }
  return [...found.values()]
}
