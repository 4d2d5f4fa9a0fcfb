import { findDates, isoDay, isoMonth, monthOf } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { namesPerson } from '../asked-people.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeMeeting, citePassage } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import { knownNames } from '../known-names.ts'
import { synonymWordsOf } from '../lexicon.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { meets } from '../meets.ts'
import { phrases } from '../phrases.ts'
import { tellsOffice } from '../tells-office.ts'
import { isToldAhead } from '../told-ahead.ts'
import { stemSet, type Term, topicOf } from '../topic.ts'
import { meetingInShort } from '../words.ts'
import { MOST_SEARCHED } from './find-items.ts'
import { notFound, sourceInWords } from './passage.ts'

/** "Hvem er ordfører …?", "Kva heiter dagleg leiar?", "Who took over as manager?" */
const ASKS_HOLDER = phrases(`
  WHO er/var/ble/blei/vart/blir/leder/leiar/styrer/tok/tek/tar/overt+/erstatt+/etterf+/avløs+
  WHO is/was/became/leads/heads/runs/manages/took/takes/succeeded/replaced
  WHO kom/kjem/came etter/after
  hva/kva heter/het/heiter/heitte
  navnet/namnet/name på/of/til
`)
/** Words that name the office alone are no answer. */
const ASKS_NAME = phrases(`
  WHO er/leder/leiar/is/leads/heads/runs/manages
  hva/kva heter/heiter
  navnet/namnet/name på/of/til
`)
const OFFICE_WORD = phrases(`
  TITLE = direktør/leder/leiar/sjef/ordfører/ordførar/sekretær/rektor/ombud/rådmann/koordinator/tillitsvalgt/tillitsvald/
    eier/eigar
  ^ *TITLE(en,n,s,ens,et) $
  ^ chair/chairman/chairperson/manager/director/head/leader/mayor/chief/secretary $
`)
/** Of an English phrase, "deputy mayor", only the stems tell. */
const OFFICE_STEM = new RegExp(
  `^(?:${['varaordfører', 'styreleder', 'nestleder', 'kommunedirektør'].map(stemOf).join('|')})$`,
  'u',
)
/** Who led the meeting or wrote its minutes is a field of the minutes. */
const OF_MEETING = /^(?:møteleder|møteleiar|møtesekretær|ordstyrer)/u
const CHAIR = /^(?:chair|chairman|chairperson)$/u
const PLAIN_HEAD = /^(?:leder|leiar|sjef|manager|head|leader|chief)(?:en|n)?$/u
/** "Hvem leder prosjektet?" */
const OF_PROJECT = phrases(`
  leder/leiar/styrer/leads/heads/runs/manages (the) 0-1_words *prosjekt*/project*
`)
/** "project manager": English has in two words what Norwegian has in one. */
const OF_SORT = /(\p{L}+)[ -](?:manager|leader|head|chief)(?!\p{L})/u
const NO_SORT = /^(?:the|a|as|is|was|new|old|current|former|general|managing|daily|acting|present|their|its)$/u
const BODY = /(?:råd|utvalg|utval|styre|gruppe|gruppa|nemnd|forum|council|board|committee|group)(?:et|en|a)?(?!\p{L})/u
const APPOINTED = phrases(
  `
  tok/tar/tek over
  overt+/begyn+/byrja/tiltr+/etterf+
  velkom+ som
  ansatt/tilsett/valgt/vald/konstituert som/til
  `,
  'iu',
)
const LEAVES = phrases(
  `
  gikk/gjekk/går/gå av/ut
  slutter/sluttet/slutta/sluttar/fratr+/sa_opp/pensjonert
  `,
  'iu',
)
const ASKS_SUCCESSOR = phrases(`
  etter*/over*/overt+/etterf+/erstatt+/avløs+/after*/succeeded*/replaced*
  ny/nye/new (dag+) *direktør*/*leder*/*leiar*/*sjef*/*ordfør*/*rådmann*/*manager*/*head*/*director*/*mayor*
`)
const ASKS_AHEAD = /(?<!\p{L})(?:hvem|kven|who)\s(?:blir|skal|vil|will)(?!\p{L})/u
const NAME = /\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}/gu
/** "Kari Nes, daglig leder, Ola Dahl": what stands between commas is of the name before. */
const APPOSITION = /^,[^,.;]*,\s*$/u
/** "Han tiltrådte 1. mars." */
const GOES_ON = /^(?:han|ho|hun|vedkommende|vedkomande|he|she)(?!\p{L})/iu
/** Between a name and the office it holds: "Kari Nes tok over som ny daglig leder". */
const MOST_CHARS_BETWEEN = 45

interface Holder {
  readonly name: string
  /** The day it was told; a year's report tells of the year's last day. */
  readonly told: string
  readonly isAppointed: boolean
  readonly isAhead: boolean
  /** Another word for the office told it: "direktør" of a "daglig leder". */
  readonly isByOtherWord: boolean
  readonly paragraph: DraftParagraph
}

/** What lists of people say that somebody is, in one word that names no task of the meeting itself. */
function rolesListed(meetings: readonly MeetingGroup[]): ReadonlySet<string> {
  const before = knownRoles.get(meetings)
  if (before) return before
  const lists = meetings.flatMap(({ all }) =>
    all.flatMap(({ meeting }) => [meeting.present, meeting.othersPresent, meeting.absent]),
  )
  const roles = lists.flatMap((people) => people?.value.flatMap(({ role }) => role?.split(', ') ?? []) ?? [])
  const stems = new Set(
    roles
      .map(fold)
      .filter((role) => /^\p{L}{6,}$/u.test(role) && !OF_LIST.test(role))
      .map(stemOf),
  )
  knownRoles.set(meetings, stems)
  return stems
}
/** By the list of meetings, which a cached register gives again and again. */
const knownRoles = new WeakMap<readonly MeetingGroup[], ReadonlySet<string>>()
const OF_LIST = /^(?:medlem|vara|nest|leder|leiar|møte|referent|permisjon|observatør)/u

/** The office asked about; the head of an organisation is its manager, not the one who leads its council. */
function officeIn(
  question: string,
  terms: readonly Term[],
  roles: ReadonlySet<string>,
  isOfBody: boolean,
): Term | undefined {
  const isNamed = ({ folded, text, stems }: Term): boolean =>
    stems.some((stem) => roles.has(stem)) ||
    stems.some((stem) => OFFICE_STEM.test(stem)) ||
    [folded, ...fold(text).split(/\s+/)].some((word) => OFFICE_WORD.test(word) && !OF_MEETING.test(word))
  const office = terms.filter(isNamed).toSorted((a, b) => b.folded.length - a.folded.length)[0]
  if (OF_PROJECT.test(question)) return officeOf('prosjektleder', office)
  if (office && CHAIR.test(office.folded)) return officeOf('leder', office)
  if (!office || !PLAIN_HEAD.test(office.folded) || isOfBody) return office
  // "chief executive"
  if (office.stems.some((stem) => OFFICE_STEM.test(stem))) return office
  const [, sort] = OF_SORT.exec(question) ?? []
  if (sort === 'project') return officeOf('prosjektleder', office)
  if (sort !== undefined && !NO_SORT.test(sort)) return undefined
  const phrases = ['daglig_leder', 'dagleg_leiar'].map((phrase) => phrase.split('_').map(stemOf).join('_'))
  return { ...office, text: 'daglig leder', stems: phrases, synonyms: ['direktør'].map(stemOf) }
}

const officeOf = (text: string, term: Term | undefined): Term => ({
  folded: text,
  isSpecific: false,
  importance: 1,
  ...term,
  text,
  stems: [stemOf(text)],
  synonyms: [],
})

/** The name that stands nearest the office in a sentence, no other between; those that leave it are no holders. */
function namesOf(sentence: string, office: Term): string[] {
  const names = [...sentence.matchAll(NAME)].map((match) => {
    // "Daglig leder Kari Nes": an office at the head of a sentence is no part of the name.
    const words = match[0].split(' ')
    const from = words.findIndex((word) => !OFFICE_WORD.test(fold(word)))
    const name = words.slice(Math.max(from, 0)).join(' ')
    return { name, start: match.index + match[0].length - name.length, end: match.index + match[0].length }
  })
  const isOffice = (text: string): boolean => tellsOffice(office, text)
  const beside = names.filter(({ name, start, end }, index) => {
    const before = sentence.slice(Math.max(names[index - 1]?.end ?? 0, start - MOST_CHARS_BETWEEN), start)
    const after = sentence.slice(end, Math.min(names[index + 1]?.start ?? sentence.length, end + MOST_CHARS_BETWEEN))
    const isBefore = isOffice(before) && !(index > 0 && APPOSITION.test(before))
    return name.includes(' ') && (isBefore || isOffice(after)) && !LEAVES.test(after)
  })
  if (beside.length > 0 || !LEAVES.test(sentence)) return beside.map(({ name }) => name)
  // "Kari Nes går av som rådmann, og Ola Dahl tar over."
  const taking = names.filter(({ end }) => APPOINTED.test(sentence.slice(end, end + MOST_CHARS_BETWEEN)))
  return isOffice(sentence) ? taking.map(({ name }) => name) : []
}

const MIN_TELLING = 0.3
const isTelling = ({ isSpecific, importance }: Term): boolean => !isSpecific && importance >= MIN_TELLING

/** Whether a text names all that the question names, and most of what the office is said to be of. */
function areMet(terms: readonly Term[], text: string): boolean {
  const stems = stemSet(text)
  const [named, matter] = [terms.filter(({ isSpecific }) => isSpecific), terms.filter(isTelling)]
  const met = matter.filter((term) => meets(term, stems) > 0).length
  return named.every((term) => meets(term, stems) > 0) && (matter.length === 0 || met > matter.length / 2)
}

/** Whom the lists of the meetings give the office. */
function inLists(office: Term, named: readonly Term[], { meetings, texts, language }: Inquiry): Holder[] {
  return meetings.flatMap(({ all }) =>
    all.flatMap((stored) => {
      const { meeting, document } = stored
      const frame = [meeting.committee?.value, meeting.place?.value, fileNameWords(document.name), document.title]
      const isOfList = (role: string, meant = office): boolean =>
        role.split(',').some((one) => tellsOffice(meant, one, meeting.committee?.value))
      const isThere = (organisation = ''): boolean => areMet(named, [...frame, organisation].join(' '))
      const lists = [meeting.present, meeting.othersPresent, meeting.absent, meeting.chair, meeting.minuteTaker]
      return lists.flatMap((people) =>
        (people?.value ?? []).flatMap(({ name, organisation, role }): Holder[] => {
          if (!people || !role || !isOfList(role) || !isThere([organisation, role].join(' '))) return []
          const text = `${texts.tableValue(role, name)} (${meetingInShort(stored, language)})`
          const paragraph = { text, citations: [citeMeeting(stored, people)] }
          const isByOtherWord = !isOfList(role, { ...office, synonyms: [] })
          return [
            { name, told: meeting.date?.value ?? '', isAppointed: false, isAhead: false, isByOtherWord, paragraph },
          ]
        }),
      )
    }),
  )
}

/** From when somebody is appointed, where the words tell a day after they were written. */
function laterOf(text: string, day: string): string {
  const days = findDates(text, { defaultYear: Number(day.slice(0, 4)) }).flatMap((found) => isoDay(found) ?? [])
  return [day, ...days].toSorted().at(-1) ?? day
}

/** Whom sentences give the office, or say that took it over. */
function inSentences(office: Term, named: readonly Term[], inquiry: Inquiry): Holder[] {
  const { asker, findPassages, texts } = inquiry
  const query = [office.text, ...office.stems.flatMap(synonymWordsOf), ...named.map(({ text }) => text)].join(' ')
  return findPassages(asker, query, {}, MOST_SEARCHED).flatMap((passage) => {
    const frame = [
      passage.committee,
      ...passage.headings,
      passage.documentTitle,
      fileNameWords(passage.documentName),
    ].join(' ')
    const parts = passage.text.split('\n').flatMap((line) => sentences(line))
    return parts.flatMap(({ text }, index) => {
      if (!areMet(named, `${frame} ${text}`)) return []
      const before = parts[index - 1]?.text
      // "Kari Nes gikk av i mai. Ola Dahl begynte som rådmann 1. juni."
      const after = parts[index + 1]?.text
      const goesOn = after !== undefined && GOES_ON.test(after) && APPOINTED.test(after)
      const quote = [before !== undefined && LEAVES.test(before) && before, text, goesOn && after]
        .filter(Boolean)
        .join(' ')
      const day = passage.date ?? `${passage.year ?? ''}-12-31`
      const isAppointed = goesOn || APPOINTED.test(text)
      return namesOf(text, office).map((name): Holder => {
        const lead = texts.passage(sourceInWords(passage, inquiry))
        return {
          name,
          told: isAppointed ? laterOf(quote, day) : day,
          isAppointed,
          isAhead: isToldAhead(text, passage),
          isByOtherWord: false,
          paragraph: { text: `${lead}\n«${quote}»`, citations: [citePassage(passage, quote, null)] },
        }
      })
    })
  })
}

/** Words of the names that a question names: whoever held the office before. */
const peopleAsked = (question: string, meetings: readonly MeetingGroup[]): ReadonlySet<string> =>
  new Set(
    meetings
      .flatMap(({ all }) => all.flatMap(({ meeting: { present, absent } }) => [present, absent]))
      .flatMap((people) => people?.value ?? [])
      .filter(({ name }) => namesPerson(question, name))
      .flatMap(({ name }) => fold(name).split(' ')),
  )

/** "…, and from what date?" asks of the holder. */
const ASKS_MORE = /,?\s(?:og|and)\s(?:fra|frå|from|når|when|siden|sidan|since)(?!\p{L}).*$/iu

/** What the office is of: the words behind it, in the sentence that asks. */
function ofWhat(question: string, folded: string): string {
  const asking = question.slice(ASKS_HOLDER.exec(folded)?.index ?? 0)
  const words = tokens(asking)
  const at = words.findIndex((token) => OFFICE_WORD.test(token.folded))
  // "chief executive" is one office in two words.
  const word = words[words[at + 1]?.folded === 'executive' ? at + 1 : at]
  return word ? `om${asking.slice(word.end).replace(ASKS_MORE, '')}` : ''
}

/**
 * Who holds an office, or took it over: the newest source that names the holder, and the sentence that tells of the
 * appointment where there is one.
 * @returns undefined when no office is asked about, or what was told of its holder may be told otherwise
 */
export function answerOffice(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings } = inquiry
  const question = fold(plan.question)
  if (!ASKS_HOLDER.test(question)) return undefined
  const names = knownNames(meetings)
  const terms = topicOf(plan.question, { language: plan.askedIn, names })
  // "Hvem leder AMU?" names a body that no ending tells.
  const isOfBody = BODY.test(question) || matchCommittee(plan.question, meetings).isNamed
  // "…, and who was absent?" asks for no office, whatever else the sentence names.
  const roles = plan.kind === 'attendance' ? new Set<string>() : rolesListed(meetings)
  const office = officeIn(question, terms, roles, isOfBody)
  if (!office) return undefined
  const asked = peopleAsked(plan.question, meetings)
  const isPerson = ({ folded }: Term): boolean => asked.has(folded) || asked.has(folded.replace(/s$/, ''))
  const isMonth = ({ folded }: Term): boolean => monthOf(folded) !== undefined || /^\d/.test(folded)
  const tail = ofWhat(plan.question, question)
  const of = tail ? topicOf(tail, { language: plan.askedIn, names }) : terms.filter(({ isSpecific }) => isSpecific)
  const isBody = ({ folded }: Term): boolean => plan.askedIn === 'en' && BODY.test(folded)
  const named = of.filter(
    (term) => ![isPerson, isMonth, isBody].some((is) => is(term)) && term.folded !== office.folded,
  )
  const { years, dates, months } = plan.meeting
  const isOfTime = ({ told }: Holder): boolean =>
    (years.length === 0 || years.some((year) => told.startsWith(String(year)))) &&
    (dates.length + months.length === 0 ||
      dates.some((date) => told === date) ||
      months.some((month) => told.startsWith(isoMonth(month))))
  const isAsked = ({ name }: Holder): boolean =>
    fold(name)
      .split(' ')
      .some((word) => asked.has(word))
  const told = [...inLists(office, named, inquiry), ...inSentences(office, named, inquiry)]
  const asksSuccessor = ASKS_SUCCESSOR.test(question)
  const left = told.filter(isAsked).map((holder) => holder.told)
  const holders = told
    // Whoever begins later does not hold it yet.
    .filter(
      ({ told }) => asksSuccessor || ASKS_AHEAD.test(question) || told <= inquiry.today || told.endsWith('-12-31'),
    )
    .filter((holder) => !isAsked(holder) && (asksSuccessor || isOfTime(holder)))
    .filter(
      (holder) => !asksSuccessor || holder.isAppointed || (left.length > 0 && left.every((day) => day < holder.told)),
    )
    .toSorted((a, b) => Number(a.isByOtherWord) - Number(b.isByOtherWord) || b.told.localeCompare(a.told))
  const newest = holders[0]
  // Whoever is named beside a predecessor is no successor.
  if (!newest) return ASKS_NAME.test(question) || (asksSuccessor && asked.size > 0) ? notFound(inquiry) : undefined
  const appointed = holders
    .filter(({ name, isAppointed }) => isAppointed && name === newest.name)
    .toSorted((a, b) => Number(a.isAhead) - Number(b.isAhead))[0]
  const shown = appointed && appointed !== newest ? [appointed, newest] : [newest]
  return { outcome: 'answered', paragraphs: shown.map(({ paragraph }) => paragraph), derived: [], reason: 'office' }
}
