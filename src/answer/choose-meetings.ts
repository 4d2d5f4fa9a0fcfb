import { fold } from '../norwegian/fold.ts'
import { stemOf } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { MeetingGroup } from './meeting-groups.ts'
import type { Plan } from './plan.ts'

/** Ends of words that name a body: "fellesrådet", "formannskapet". "the council" means any that ends so. */
const BODY_ENDINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:råd|rådet|rådets|council|councils)$/u, /råd(?:et)?$/u],
  [/^(?:styre|styret|styrets|board)$/u, /styre(?:t)?$/u],
  [/^(?:utvalg|utvalget|utvalgets|utval|utvalet|committee)$/u, /utval(?:g|get|et)?$/u],
  [/^(?:formannskap|formannskapet|formannskapets)$/u, /formannskap(?:et)?$/u],
  [/^(?:kommunestyre|kommunestyret)$/u, /kommunestyre(?:t)?$/u],
]

const wordsOf = (name: string): string[] =>
  tokens(name)
    .filter((token) => !isStopWord(token.folded))
    .map((token) => token.folded)

export interface CommitteeMatch {
  /** Groups of the bodies that the question names; all groups when it names none. */
  readonly groups: readonly MeetingGroup[]
  /** The question names a body in words of its own, not just "rådet". */
  readonly isNamed: boolean
  /** Stems of the words that named it: they are of no matter. */
  readonly stems: ReadonlySet<string>
}

/** The bodies a question names. "Ulvstøl formannskap" is another than "Eldarvik formannskap": most words met wins. */
export function matchCommittee(question: string, groups: readonly MeetingGroup[]): CommitteeMatch {
  const asked = tokens(question).map((token) => token.folded)
  const askedStems = new Set(asked.map(stemOf))
  const names = [...new Set(groups.flatMap((group) => group.best.meeting.committee?.value ?? []))]
  const scores = new Map<string, { met: string[]; head: boolean }>()
  for (const name of names) {
    const words = wordsOf(name)
    const met = words.filter((word) => askedStems.has(stemOf(word)))
    const isGeneric = BODY_ENDINGS.some(
      ([generic, ending]) => asked.some((word) => generic.test(word)) && words.some((word) => ending.test(word)),
    )
    const bodyWords = words.filter((word) => BODY_ENDINGS.some(([, ending]) => ending.test(word)))
    // "Prosjektgruppa for …": no ending tells, so its first word is its head.
    const heads = bodyWords.length > 0 ? bodyWords : words.slice(0, 1)
    const head = heads.some((word) => met.includes(word))
    scores.set(name, { met, head: head || isGeneric })
  }
  const headed = [...scores].filter(([, { head }]) => head)
  if (headed.length === 0) return { groups, isNamed: false, stems: new Set() }
  const most = Math.max(...headed.map(([, { met }]) => met.length))
  const chosen = new Set(headed.filter(([, { met }]) => met.length === most).map(([name]) => name))
  const stems = new Set(headed.flatMap(([name, { met }]) => (chosen.has(name) ? met.map(stemOf) : [])))
  for (const [generic] of BODY_ENDINGS) for (const word of asked) if (generic.test(word)) stems.add(stemOf(word))
  return {
    groups: groups.filter((group) => chosen.has(group.best.meeting.committee?.value ?? '')),
    isNamed: most > 0,
    stems,
  }
}

export type MeetingChoice =
  | { readonly kind: 'some'; readonly groups: readonly MeetingGroup[]; readonly isStated: boolean }
  /** The question states a meeting that no document tells of. */
  | { readonly kind: 'none' }

const monthOf = (date: string): { year: number; month: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
})

/** The meetings that a question's own words leave, newest first. Only what it states narrows. */
export function chooseMeetings(plan: Plan, groups: readonly MeetingGroup[], today: string): MeetingChoice {
  const { dates, months, relative, years } = plan.meeting
  const dateOf = (group: MeetingGroup): string => group.best.meeting.date?.value ?? ''
  const hasMeetingWord = /møte|meeting|samling/u.test(fold(plan.question))
  const onDates = groups.filter((group) => dates.some((date) => date === dateOf(group)))
  if (onDates.length > 0) return { kind: 'some', groups: onDates, isStated: true }
  if (dates.length > 0 && plan.kind !== 'passage' && plan.kind !== 'decision') return { kind: 'none' }
  const isMeetingOfDate = /(?:møtet?|meeting)\s+(?:den\s+|on\s+|of\s+)?\d/u.test(fold(plan.question))
  if (dates.length > 0 && (isMeetingOfDate || (hasMeetingWord && plan.kind === 'decision'))) return { kind: 'none' }
  const inMonths = groups.filter((group) =>
    months.some(
      ({ year, month }) =>
        dateOf(group) !== '' && monthOf(dateOf(group)).year === year && monthOf(dateOf(group)).month === month,
    ),
  )
  if (inMonths.length > 0) return { kind: 'some', groups: inMonths, isStated: true }
  if (
    months.length > 0 &&
    (plan.kind === 'attendance' || plan.kind === 'agenda' || plan.kind === 'meeting-fact') &&
    hasMeetingWord
  )
    return { kind: 'none' }
  if (relative === 'next') {
    const next = groups.filter((group) => dateOf(group) > today).at(-1)
    if (next) return { kind: 'some', groups: [next], isStated: true }
    if (plan.kind !== 'passage') return { kind: 'none' }
  }
  const held = groups.filter((group) => dateOf(group) !== '' && dateOf(group) <= today)
  if (relative === 'latest') {
    const latest = held[0]
    return latest ? { kind: 'some', groups: [latest], isStated: true } : { kind: 'none' }
  }
  if (years.length > 0 && hasMeetingWord && plan.kind !== 'passage') {
    const inYears = groups.filter((group) => years.some((year) => dateOf(group).startsWith(String(year))))
    if (inYears.length > 0) return { kind: 'some', groups: inYears, isStated: false }
  }
  return { kind: 'some', groups, isStated: false }
}

/** Words for bodies that minutes are kept of, with what a question may put beside them: "Nordby formannskap", "kommunestyret i Nordby". */
const BODY = String.raw`(?:\p{L}*råd(?:et)?|\p{L}*styret?|\p{L}*utval(?:g|get|et)?|formannskap(?:et)?|\p{L}*nemnd(?:a)?|\p{L}*komit[eé](?:en)?)`
const NAMED_BODY = new RegExp(
  String.raw`(\p{Lu}[\p{L}-]+)\s+(${BODY})(?!\p{L})|(?<!\p{L})(${BODY})\s+(?:i|for|til)\s+(\p{Lu}[\p{L}-]+)`,
  'u',
)

/** A body the question names that keeps no minutes here ("kommunestyret i Nordby"); undefined when it does, or names none. */
export function unknownBody(question: string, groups: readonly MeetingGroup[]): string | undefined {
  const match = NAMED_BODY.exec(question)
  if (!match) return undefined
  const place = match[1] ?? match[4] ?? ''
  const body = match[2] ?? match[3] ?? ''
  // "Hva vedtok Fellesrådet": the first word of the question is no place.
  if (match[1] !== undefined && match.index === 0) return undefined
  const names = groups
    .flatMap((group) => group.best.meeting.committee?.value ?? [])
    .map((name) => new Set(wordsOf(name).map(stemOf)))
  const wanted = [place, body].map((word) => stemOf(fold(word)))
  const isKnown = names.some((words) => wanted.every((stem) => words.has(stem)))
  return isKnown ? undefined : match[0]
}
