import { compoundParts } from '../norwegian/compounds.ts'
import { wordsFromEnglish } from '../norwegian/english.ts'
import { asciiFold, fold, sameAscii } from '../norwegian/fold.ts'
import { detectLanguage } from '../norwegian/language.ts'
import { stemOf } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { Inquiry } from './evidence.ts'
import { fileNameWords } from './file-name-words.ts'
import { knownNames, placesIn } from './known-names.ts'
import { type MeetingGroup, namesOfDocuments } from './meeting-groups.ts'
import { meetingsCalled } from './meetings-called.ts'
import { municipalityOf } from './municipality-of.ts'
import type { QuestionKind } from './plan/kind.ts'
import type { Plan } from './plan.ts'
import { atTimeOfYear, timeOfYearIn } from './time-of-year.ts'

/** Ends of words that name a body: "fellesrådet", "formannskapet". "the council" means any that ends so. */
const BODY_ENDINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:råd|rådet|rådets)$/u, /råd(?:et)?$/u],
  [/^councils?$/u, /(?:råd(?:et)?|kommunestyre(?:t)?|bystyre(?:t)?|fylkesting(?:et)?)$/u],
  [/^(?:styre|styret|styrets|board)$/u, /(?<!kommune|by|fylkes|herreds)styre(?:t)?$/u],
  [/^(?:utvalg|utvalget|utvalgets|utval|utvalet|committee)$/u, /utval(?:g|get|et)?$/u],
  [/^(?:formannskap|formannskapet|formannskapets)$/u, /formannskap(?:et)?$/u],
  [/^(?:kommunestyre|kommunestyret)$/u, /kommunestyre(?:t)?$/u],
]

/** "styret" may be any board: whether the word is a kind of body that the word of a name is too. */
const isKindOf = (word: string, nameWord: string): boolean =>
  BODY_ENDINGS.some(([generic, ending]) => generic.test(word) && ending.test(nameWord))

/** "feature-team" is met by "feature team" as well. */
const wordsOf = (name: string): string[] =>
  tokens(name.replace(/(?<=\p{L}{4})-(?=\p{L}{4})/gu, ' '))
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

/** Words of file names and titles that name no place. */
const DOCUMENT_WORD = /^(?:referat|protokoll|innkalling|minutes|meeting|sak|årsrapport|rapport)|møte/u

/** No body is named, but whose it is: "møtet i Ulvstøl", "hos Nordvik Vannverk". In a chat, a meeting's place has no capital. */
const OWNER =
  /(?<!\p{L})(?:[Ii]|[Ii]n|[Aa]t|[Ff]or|[Hh]os|[Oo]f|[Pp]å|[Vv]ed)\s+(?:the\s+)?(\p{Lu}[\p{L}-]{3,}(?:\s[\p{L}-]{4,}){0,2})|(?:møtet?|meeting)\s+(?:i|in)\s+(\p{L}{4,})/gu

/** Those whose names meet most words of what the question says they are of: "på Nordby skole" is not "i Nordby". */
function ofOwner(question: string, groups: readonly MeetingGroup[]): readonly MeetingGroup[] {
  const owners = [...question.matchAll(OWNER)].map(([, name, place]) =>
    (name ?? place ?? '').split(' ').map((word) => stemOf(fold(word))),
  )
  if (owners.length === 0) return groups
  const scored = groups.map((group) => {
    const names = new Set(
      [group.best.meeting.committee?.value ?? '', ...namesOfDocuments(group)].flatMap(wordsOf).map(stemOf),
    )
    const met = owners.map(([first = '', ...others]) =>
      names.has(first) ? 1 + others.filter((word) => names.has(word)).length : 0,
    )
    return { group, met: Math.max(...met) }
  })
  const most = Math.max(...scored.map(({ met }) => met))
  return most > 0 ? scored.filter(({ met }) => met === most).map(({ group }) => group) : groups
}

/** The words of a question, and of an English one the bodies they stand for: "executive committee" is "formannskap". */
function wordsAsked(question: string): string[] {
  const words = tokens(question)
  const folded = words.map((token) => token.folded.replace(/'s$/, ''))
  const bodies =
    detectLanguage(question) === 'en' ? wordsFromEnglish(folded).filter((word) => !folded.includes(word)) : []
  const isPhrase = bodies.some((word) => SPECIFIC_BODY.test(word))
  // "styremøtet", "formannskapsmøtet"
  const ofMeetings = folded.flatMap((word) => BODY_MEETING.exec(word)?.[1] ?? [])
  return [
    ...ofMeetings.flatMap((body) => [body, `${body}et`, `${body}t`]),
    ...words.flatMap((token) => (token.parts.length > 1 ? token.parts : [])),
    // "committee" alone is any body; of "executive committee" it is a part.
    ...folded.filter((word) => !isPhrase || !/^(?:committee|council|board|group)$/.test(word)),
    ...bodies,
  ]
}
const BODY_MEETING = /^(\p{L}*(?:styre|råd|utvalg|utval|skap|gruppe|forum|nemnd))s?møte(?:t|r|ne)?$/u
const SPECIFIC_BODY =
  /^(?:formannskap|kommunestyre|bystyre|fylkesting|samarbeidsråd|brukerforum|prosjektgruppe|styringsgruppe|arbeidsgruppe|eldreråd|kontrollutvalg)/u

/** The bodies a question names. "Ulvstøl formannskap" is another than "Eldarvik formannskap": most words met wins. */
export function matchCommittee(question: string, groups: readonly MeetingGroup[]): CommitteeMatch {
  const before = lastMatch.get(groups)
  if (before?.question === question) return before.match
  const match = committeeIn(question, groups)
  lastMatch.set(groups, { question, match })
  return match
}

/** Every kind asks the same of the same question. */
const lastMatch = new WeakMap<readonly MeetingGroup[], { readonly question: string; readonly match: CommitteeMatch }>()

interface NameMatch {
  /** Words of the body's name that the question has. */
  readonly met: readonly string[]
}

/** How a question names a body; undefined where it does not. */
function matchName(name: string, asked: readonly string[], isAsked: (stem: string) => boolean): NameMatch | undefined {
  const words = wordsOf(name)
  const stems = new Set(words.map(stemOf))
  // "oppvekstutvalget" is "Utvalg for oppvekst"; "the archive group" is "arkivgruppa".
  const parts = new Set(asked.flatMap((word) => compoundParts(word, (stem) => stems.has(stem))))
  const isMet = (word: string): boolean =>
    isAsked(stemOf(word)) || parts.has(stemOf(word)) || compoundParts(word, isAsked).length > 1
  const isGeneric = asked.some((word) => words.some((nameWord) => isKindOf(word, nameWord)))
  const bodyWords = words.filter((word) => BODY_ENDINGS.some(([, ending]) => ending.test(word)))
  // "Prosjektgruppa for …": no ending tells, so its first word is its head.
  const heads = [...(bodyWords.length > 0 ? bodyWords : words.slice(0, 1)), ...abbreviationsIn(name)]
  return isGeneric || heads.some(isMet) ? { met: words.filter(isMet) } : undefined
}

/** Bodies that people call by their initials, whether their papers do or not. */
const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^samarbeidsutval/u, 'su'],
  [/^(?:skolemiljø|skulemiljø)utval/u, 'smu'],
  [/^arbeidsmiljøutval/u, 'amu'],
  [/^administrasjonsutval/u, 'adu'],
  [/^kontrollutval/u, 'ku'],
]

/** "Arbeidsmiljøutvalget (AMU)" */
const abbreviationsIn = (name: string): string[] => [
  ...[...name.matchAll(/\((\p{Lu}{2,6})\)/gu)].map(([, short = '']) => fold(short)),
  ...wordsOf(name).flatMap((word) => INITIALS.filter(([body]) => body.test(word)).map(([, short]) => short)),
]

function committeeIn(question: string, groups: readonly MeetingGroup[]): CommitteeMatch {
  const asked = wordsAsked(question)
  const askedStems = new Set(asked.map(stemOf))
  const isAsked = (stem: string): boolean => askedStems.has(stem)
  const ofNames = new Map<string, NameMatch | undefined>()
  const matchOf = (name: string): NameMatch | undefined => {
    if (!ofNames.has(name)) ofNames.set(name, matchName(name, asked, isAsked))
    return ofNames.get(name)
  }
  const scored = groups.flatMap((group) => {
    const match = matchOf(group.best.meeting.committee?.value ?? '')
    if (!match) return []
    const inFiles = new Set(
      namesOfDocuments(group)
        .flatMap(wordsOf)
        .filter(
          (word) =>
            isAsked(stemOf(word)) && !match.met.includes(word) && /^\p{L}{4}/u.test(word) && !DOCUMENT_WORD.test(word),
        ),
    )
    return [{ group, met: match.met, inFiles }]
  })
  if (scored.length === 0) {
    const called = meetingsCalled(question, groups)
    return { groups: ofOwner(question, called.length > 0 ? called : groups), isNamed: false, stems: new Set() }
  }
  const most = Math.max(...scored.map(({ met }) => met.length))
  const named = scored.filter(({ met }) => met.length === most)
  // Of bodies that are named alike, the one whose documents tell the place.
  const mostInFiles = Math.max(...named.map(({ inFiles }) => inFiles.size))
  const isOfPlace = new Set(named.map(({ group }) => group.best.meeting.committee?.value)).size > 1 || mostInFiles > 0
  const chosen = isOfPlace ? named.filter(({ inFiles }) => inFiles.size === mostInFiles) : named
  const stems = new Set(chosen.flatMap(({ met, inFiles }) => [...met, ...inFiles].map(stemOf)))
  for (const [generic] of BODY_ENDINGS) for (const word of asked) if (generic.test(word)) stems.add(stemOf(word))
  return { groups: chosen.map(({ group }) => group), isNamed: most > 0, stems }
}

/** "Hva bestemte formannskapet i Nordvik 19.03.2026?" */
const BODY_ON_DATE =
  /(?:rådet|utvalget|utvalet|styret|skapet|nemnda|forumet|tinget|council|committee|board)(?!\p{L}).{0,60}(?<!\p{L}(?:innen|innan|fra|frå|til|før|etter|per|fristen?|by|from|until|for|av|of|dato))\s\d{1,2}\.(?:\s?\d{1,2}\.|\s\p{L}{3,9})\s?\d{4}\s*[?.]?$|(?:rådet|utvalget|utvalet|styret|skapet|nemnda|gruppa|gruppen|forumet|tinget|council|committee|board)\s+(?:i\s+\p{L}+\s+)?(?:den\s+|on\s+)?\d{1,2}[.\s]/iu

/** "What did the board decide about … on 11 June 2025?" */
const ENGLISH_BODY_ON_DATE =
  /(?:council|committee|board|group|forum)(?!\p{L}).{0,80}(?<!\p{L})on\s+\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\s+\d{4}\s*[?.]?$/iu
/** Kinds that are asked of one meeting where the question names it. */
const OF_ONE_MEETING: ReadonlySet<QuestionKind> = new Set<QuestionKind>([
  'attendance',
  'agenda',
  'meeting-fact',
  'decision',
  'vote',
  'proposal',
])

/** "innen 17. juni": no meeting was on that day. */
const BY_DATE = /(?<!\p{L})(?:innen|innan|senest|seinast|by|before)\s+(?:den\s+|the\s+)?\d/iu

type Asking = Pick<Inquiry, 'plan' | 'meetings' | 'today'>

export type MeetingChoice =
  | { readonly kind: 'some'; readonly groups: readonly MeetingGroup[]; readonly isStated: boolean }
  /** The question states a meeting that no document tells of. */
  | { readonly kind: 'none' }

const monthOf = (date: string): { year: number; month: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
})

/** "Budsjettet for 2025" is of that year, whenever it was dealt with. */
export const isOfMatter = (question: string, year: number): boolean =>
  new RegExp(
    String.raw`(?:(?<!\p{L})(?:for|fra|frå|from|til|to|innen|by)|\p{L}*budsjett\p{L}*|\p{L}*plan\p{L}*|\p{L}*program\p{L}*|\p{L}*re[gk]n\w*skap\p{L}*|rapport\p{L}*|budget|accounts)\s+(?:for\s+)?${year}|${year}\s+(?:budget|accounts)`,
    'iu',
  ).test(question)

/** The meetings that a question's own words leave, newest first. Only what it states narrows: a body that is but guessed does not. */
export function chooseMeetings({ plan, meetings, today }: Asking, { groups, isNamed }: CommitteeMatch): MeetingChoice {
  const choice = chooseAmong(plan, groups, today)
  const isGuessed = choice.kind === 'none' && !isNamed && groups.length < meetings.length
  return isGuessed ? chooseAmong(plan, meetings, today) : choice
}

function chooseAmong(plan: Plan, groups: readonly MeetingGroup[], today: string): MeetingChoice {
  const { dates, months, relative, years } = plan.meeting
  const dateOf = (group: MeetingGroup): string => group.best.meeting.date?.value ?? ''
  const hasMeetingWord = /møte|meeting|samling/u.test(fold(plan.question))
  const onDates = groups.filter((group) => dates.some((date) => date === dateOf(group)))
  if (onDates.length > 0) return { kind: 'some', groups: onDates, isStated: true }
  const isDeadline = BY_DATE.test(plan.question)
  if (dates.length > 0 && !isDeadline && plan.kind !== 'passage' && plan.kind !== 'decision') return { kind: 'none' }
  const isMeetingOfDate = /(?:møtet?|meeting)\s+(?:den\s+|on\s+|of\s+)?\d/u.test(fold(plan.question))
  if (
    dates.length > 0 &&
    (isMeetingOfDate ||
      BODY_ON_DATE.test(plan.question) ||
      ENGLISH_BODY_ON_DATE.test(plan.question) ||
      (hasMeetingWord && plan.kind === 'decision'))
  )
    return { kind: 'none' }
  const inMonths = groups.filter((group) =>
    months.some(
      ({ year, month }) =>
        dateOf(group) !== '' && monthOf(dateOf(group)).year === year && monthOf(dateOf(group)).month === month,
    ),
  )
  if (inMonths.length > 0) return { kind: 'some', groups: inMonths, isStated: true }
  if (months.length > 0 && OF_ONE_MEETING.has(plan.kind) && hasMeetingWord) return { kind: 'none' }
  if (relative === 'next') {
    const next = groups.filter((group) => dateOf(group) > today).at(-1)
    if (next) return { kind: 'some', groups: [next], isStated: true }
    if (plan.kind !== 'passage') return { kind: 'none' }
  }
  const held = groups.filter((group) => dateOf(group) !== '' && dateOf(group) <= today)
  const ofMeeting = years.filter((year) => !isOfMatter(plan.question, year))
  const isOfYear = (group: MeetingGroup): boolean =>
    ofMeeting.length === 0 || ofMeeting.some((year) => dateOf(group).startsWith(String(year)))
  if (relative === 'latest') {
    const latest = held.find(isOfYear)
    return latest ? { kind: 'some', groups: [latest], isStated: true } : { kind: 'none' }
  }
  const isOfBody = plan.kind === 'meeting-fact' || plan.kind === 'attendance'
  const time = isOfBody || plan.kind === 'agenda' ? timeOfYearIn(plan.question) : undefined
  if (time) {
    const there = atTimeOfYear(time, ofMeeting, plan.kind === 'attendance' ? held : groups)
    return there.length > 0 ? { kind: 'some', groups: there, isStated: true } : { kind: 'none' }
  }
  if (ofMeeting.length > 0 && (hasMeetingWord || isOfBody) && plan.kind !== 'passage') {
    const inYears = groups.filter(isOfYear)
    if (inYears.length > 0) return { kind: 'some', groups: inYears, isStated: false }
    if (isOfBody) return { kind: 'none' }
  }
  return { kind: 'some', groups, isStated: false }
}

/** Words for bodies that minutes are kept of, with what a question may put beside them: "Nordby formannskap", "kommunestyret i Nordby". */
const BODY = String.raw`(?:\p{L}*råd(?:et)?|\p{L}*styret?|\p{L}*utval(?:g|get|et)?|formannskap(?:et)?|\p{L}*nemnd(?:a)?|\p{L}*komit[eé](?:en)?|\p{L}+forum(?:et)?)`
const NAMED_BODY = new RegExp(
  String.raw`(\p{Lu}[\p{L}-]+)\s+(${BODY})(?!\p{L})|(?<!\p{L})(${BODY})\s+(?:i|for|til)\s+(\p{Lu}[\p{L}-]+)`,
  'u',
)

const BODY_IN = new RegExp(String.raw`(?<!\p{L})(${BODY})\s+(?:i|in|of)\s+(\p{L}+)`, 'iu')
const ENGLISH_BODY_IN = /(?<!\p{L})((?:\p{L}+\s)?(?:forum|council|board|committee))\s+(?:in|of)\s+(\p{L}+)/iu

/** "formannskapet i hjelmfoss", where only other places' bodies of that sort are known. */
function bodyElsewhere(question: string, groups: readonly MeetingGroup[]): string | undefined {
  const match = BODY_IN.exec(question) ?? ENGLISH_BODY_IN.exec(question)
  const names = knownNames(groups)
  const [place] = placesIn(match?.[2] ?? '', names)
  if (!match || place === undefined) return undefined
  const asked = wordsOf(match[1] ?? '')
  const bodies = new Set([...asked, ...wordsFromEnglish(asked)].map(stemOf))
  const kin = groups.filter(({ best }) =>
    wordsOf(best.meeting.committee?.value ?? '').some((word) => bodies.has(stemOf(word))),
  )
  const placesOf = ({ best, all }: MeetingGroup): string[] => [
    ...placesIn(
      [best.meeting.committee?.value ?? '', ...all.map(({ document }) => fileNameWords(document.name))].join(' '),
      names,
    ),
    ...all.flatMap(
      ({ document, meeting }) => municipalityOf(document.title, meeting.committee?.value, document.name) ?? [],
    ),
  ]
  return kin.length > 0 &&
    kin.every((group) => placesOf(group).length > 0 && !placesOf(group).some((other) => sameAscii(other, place)))
    ? match[0]
    : undefined
}

/** "Hva vedtok eldrerådet …?": whoever decides keeps minutes, or is not known here. */
const DECIDING_BODY =
  /(?<!\p{L})(?:vedtok|vedtek|bestemte|bestemde|besluttet|beslutta|avgjorde|decided?)\s+(\p{L}{3,}(?:rådet|utvalget|utvalet|styret|skapet|nemnda|komiteen|tinget))(?!\p{L})/iu
const ELECTED_BODY = /(?<!\p{L})(kommunestyret|bystyret|formannskapet|fylkestinget|herredsstyret)(?!\p{L})/iu

/** A file's name writes "å" as "a". */
const spelling = (folded: string): string => asciiFold(stemOf(folded))

/** A body the question names that keeps no minutes here ("kommunestyret i Nordby"); undefined when it does, or names none. */
export function unknownBody(
  question: string,
  groups: readonly MeetingGroup[],
  isToldIn: (name: string, group: MeetingGroup) => boolean = () => false,
): string | undefined {
  const alone = (DECIDING_BODY.exec(question) ?? ELECTED_BODY.exec(question))?.[1]
  if (alone !== undefined && !isKnownBody(alone, groups)) return alone
  const elsewhere = bodyElsewhere(question, groups)
  if (elsewhere !== undefined) return elsewhere
  const match = NAMED_BODY.exec(question)
  if (!match) return undefined
  const place = match[1] ?? match[4] ?? ''
  // "elevrådet i SU": where they met, and no place.
  const isInitials = groups.some(({ best }) =>
    abbreviationsIn(best.meeting.committee?.value ?? '').includes(fold(place)),
  )
  if (isInitials) return undefined
  const body = match[2] ?? match[3] ?? ''
  // "Hva vedtok Fellesrådet": the first word of the question is no place.
  if (match[1] !== undefined && /(?:^|[.?!:]\s+)$/u.test(question.slice(0, match.index))) return undefined
  const names = groups.map(
    (group) =>
      new Set(
        [...(group.best.meeting.committee?.value ?? '').split('\n'), ...namesOfDocuments(group)]
          .flatMap(wordsOf)
          .map(spelling),
      ),
  )
  const wanted = [place, body].map((word) => spelling(fold(word)))
  const isKnown = names.some((words) => {
    const parts = compoundParts(fold(body), (stem) => words.has(asciiFold(stem)))
    return words.has(wanted[0] ?? '') && (parts.length > 1 || words.has(wanted[1] ?? ''))
  })
  // "samarbeidsrådet for NOR-IKT" keeps the minutes that name it, whatever their title says.
  const isAbbreviation = /^\p{Lu}{2}/u.test(place)
  const isTold =
    isAbbreviation &&
    groups.some((group, index) => names[index]?.has(wanted[1] ?? '') === true && isToldIn(place, group))
  return isKnown || isTold ? undefined : match[0]
}

const isKnownBody = (body: string, groups: readonly MeetingGroup[]): boolean => {
  const stem = stemOf(fold(body))
  return groups.some(({ best }) =>
    wordsOf(best.meeting.committee?.value ?? '').some((word) => stemOf(word) === stem || isKindOf(fold(body), word)),
  )
}
