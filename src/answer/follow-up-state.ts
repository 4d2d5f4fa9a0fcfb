import type { DocumentSummary } from '../domain/document.ts'
import type { FollowUp, FollowUpState } from '../domain/follow-up.ts'
import type { LocalDate } from '../domain/ids.ts'
import type { AgendaItem } from '../domain/meeting.ts'
import type { Passage } from '../domain/passage.ts'
import type { StoredMeeting } from '../domain/register.ts'
import { findDates, isoDay } from '../norwegian/dates.ts'
import { foldSpaces, sameAscii } from '../norwegian/fold.ts'
import { sentences } from '../norwegian/sentences.ts'
import { stemOf } from '../norwegian/stem.ts'
import { phrases } from './phrases.ts'
import { isSameMatter, matterOf, tellingStems } from './same-matter.ts'

/** A meeting with all that its document says: what keeps a promise is often told in the discussion. */
export interface ToldMeeting extends StoredMeeting {
  readonly passages: readonly Passage[]
}

/** The words of a later meeting that show what became of a promise. */
export interface Shown {
  readonly quote: string
  readonly document: DocumentSummary
  readonly page: number | null
  readonly caseNumber: string | undefined
}

export interface StateOfFollowUp {
  readonly state: FollowUpState
  /** Always there for 'kept'; for the others where a later meeting says that it has not come. */
  readonly shownBy: Shown | undefined
}

/** Words of promising itself, and those that any promise has: they tell no matter. */
const LIGHT = new Set(
  `legge legger lagt fram frem komme kommer kjem tilbake sak saken saka sakene møte møtet neste innen innan oversikt forslag forslaget plan
  lage lager utarbeide utarbeider innhente innhenter vise vurdere vurderer sende sender sjekke sjekker skrive gjøre se ser følge følger opp
  daglig leder leiar rådet utvalget styret kommune kommunen kommunene kommuner orientering orienteringssak videre arbeide arbeid ny nytt nye
  utgang utgangen minst to tre fire fem alle begge mars april mai juni juli august september oktober november desember januar februar`
    .split(/\s+/)
    .map(stemOf),
)
const DONE = phrases(
  `
  la/lagt fram/frem
  presenterte/presentert/orienterte_om/gjorde_greie_for/gikk_gjennom/gjekk_gjennom
  har 0-3_words innhentet/innhenta/henta/hentet/utarbeid(et,d,a)/laget/laga/sendt/sjekket/sjekka/vurdert/
    kartlagt/undersøkt/avklart/avklara/gjennomført/levert/skrevet/skrive/lagt
  er gjennomført/ferdig/sendt/utført/levert/avklart/på_plass
  slik/som (det) ble/vart/blei/var bestemt/vedtatt/vedteke/avtalt/lovet/lova
  `,
  'iu',
)
const NOT_DONE = phrases(
  `
  etterlys*
  skulle (ha) vært/vore
  har/er/ble/vart (enda/ennå/enno/fortsatt/framleis) NOT 0-2_words vært/vore/kommet/kome/blitt/lagt/fremlagt/
    behandlet/behandla/gjennomført/ferdig/sendt/levert
  mangler fortsatt/fremdeles
  manglar framleis
  kunne ikke love
  `,
  'iu',
)
const NEGATION = /(?<!\p{L})(?:ikke|ikkje|ingen|inga)(?!\p{L})/iu
/** Promises to bring a case up: an item on the matter is the promise kept. */
const BRINGS =
  /(?:legge\p{L}*|legg|leggast|komme\p{L}*|kjem)\s.{0,60}?(?:fram|frem|tilbake|attende)|(?:legges|leggast)\s+(?:fram|frem)/iu
const MIN_SHARE = 0.5

/** The last day that a deadline allows; undefined where it cannot be told. */
function lastDay({ due, dueDate }: FollowUp): string | undefined {
  if (dueDate !== undefined) return dueDate
  const [date] = findDates(due ?? '')
  return date && isoDay({ ...date, day: 31 })
}

const isOneBody = (left: StoredMeeting, right: StoredMeeting): boolean =>
  sameAscii(left.meeting.committee?.value ?? '', right.meeting.committee?.value ?? '')

interface Wanted {
  /** Stems that tell what was promised. */
  readonly words: readonly string[]
  /** The title it was promised under. */
  readonly title: string | undefined
  readonly bringsItem: boolean
}

function wantedOf(followUp: FollowUp, madeAt: StoredMeeting): Wanted {
  const who = new Set(tellingStems(followUp.who ?? ''))
  const item = madeAt.meeting.items.find((entry) => entry.caseNumber === followUp.caseNumber && followUp.caseNumber)
  return {
    words: tellingStems(followUp.what).filter((stem) => !LIGHT.has(stem) && !who.has(stem)),
    title: item?.title,
    bringsItem: BRINGS.test(followUp.quote),
  }
}

const shared = (words: readonly string[], text: string): number => {
  const stems = new Set(tellingStems(text))
  return words.filter((word) => stems.has(word)).length
}

/** Whether a sentence speaks of what was promised; in an item on the same matter fewer words are enough. */
function isAbout(text: string, { words, title }: Wanted, itemTitle: string | undefined): boolean {
  const count = shared(words, text)
  const isSame =
    title !== undefined && itemTitle !== undefined && isSameMatter(matterOf(title), matterOf(itemTitle), true)
  if (isSame) return count >= 1
  return count >= 2 && count >= words.length * MIN_SHARE
}

interface Told extends Shown {
  readonly isKept: boolean
}

function toldBySentences(wanted: Wanted, later: ToldMeeting): Told[] {
  const titles = new Map(later.meeting.items.map((item) => [item.heading, item.title]))
  return later.passages.flatMap((passage) => {
    if (passage.kind === 'attendance' || passage.kind === 'recommendation' || passage.kind === 'heading') return []
    const told = sentences(passage.text).map(({ text }) => foldSpaces(text))
    const title = titles.get(passage.headings[0] ?? '')
    return told.flatMap((quote, index): Told[] => {
      const isNotKept = NOT_DONE.test(quote)
      const isKept = !isNotKept && DONE.test(quote) && !NEGATION.test(quote)
      if (!isNotKept && !isKept) return []
      // "Den skulle vært lagt fram …" speaks of what the sentence before named.
      const context = isNotKept ? `${told[index - 1] ?? ''} ${quote}` : quote
      if (!isAbout(context, wanted, title)) return []
      return [{ quote, document: later.document, page: passage.page, caseNumber: passage.caseNumber, isKept }]
    })
  })
}

/** An item on what was promised, treated: not one that is only on an agenda. */
function toldByItem({ words, bringsItem }: Wanted, later: ToldMeeting): Told | undefined {
  if (!bringsItem || later.document.kind !== 'minutes' || words.length === 0) return undefined
  const isIt = ({ title, status }: AgendaItem): boolean => {
    const { core, isFormal } = matterOf(title)
    if (isFormal || status === 'none-recorded' || status === 'postponed' || core.length === 0) return false
    return shared(words, title) >= 1 && core.every((stem) => words.includes(stem))
  }
  const item = later.meeting.items.find(isIt)
  return (
    item && {
      quote: item.heading,
      document: later.document,
      page: item.page,
      caseNumber: item.caseNumber,
      isKept: true,
    }
  )
}

/**
 * What became of a promise. 'kept' only where a later meeting's words show it; without such words it is overdue once its
 * day has passed, or once the body has met again where it was promised for the next meeting; else open.
 * @param later meetings of any body; only those after the promise count
 */
export function stateOf(
  followUp: FollowUp,
  madeAt: StoredMeeting,
  later: readonly ToldMeeting[],
  today: LocalDate,
): StateOfFollowUp {
  const made = madeAt.meeting.date?.value ?? ''
  const wanted = wantedOf(followUp, madeAt)
  const after = later
    .filter(({ meeting }) => meeting.date !== undefined && meeting.date.value > made && meeting.date.value <= today)
    .toSorted((a, b) => (a.meeting.date?.value ?? '').localeCompare(b.meeting.date?.value ?? ''))
  const told = after.flatMap((meeting) => {
    const item = isOneBody(meeting, madeAt) ? toldByItem(wanted, meeting) : undefined
    return [...toldBySentences(wanted, meeting), ...(item ? [item] : [])]
  })
  const kept = told.find(({ isKept }) => isKept)
  const shown = kept ?? told.at(-1)
  const shownBy = shown && {
    quote: shown.quote,
    document: shown.document,
    page: shown.page,
    caseNumber: shown.caseNumber,
  }
  if (kept) return { state: 'kept', shownBy }
  const last = lastDay(followUp)
  const hasMet = after.some((meeting) => isOneBody(meeting, madeAt) && meeting.document.kind === 'minutes')
  const isOver = last === undefined ? followUp.isForNextMeeting && hasMet : last < today
  return { state: isOver ? 'overdue' : 'open', shownBy }
}
