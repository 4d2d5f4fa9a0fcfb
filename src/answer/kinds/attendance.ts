import type { Attendee, People } from '../../domain/meeting.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import { asciiFold, fold } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { namesPerson, personIn } from '../asked-people.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeMeeting, citePassage } from '../citations.ts'
import { count, type Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { knownNames, placesIn } from '../known-names.ts'
import { namesOfDocuments } from '../meeting-groups.ts'
import { meets } from '../meets.ts'
import { isOneOf, partiesIn } from '../parties.ts'
import { phrases } from '../phrases.ts'
import { ASKS_WHOSE, SUBSTITUTES } from '../plan/attendance.ts'
import { stemSet, topicOf } from '../topic.ts'
import { capitalised, listInWords, meetingInWords, shortDate } from '../words.ts'
import { inGroups } from './attendance-groups.ts'
import { oneMeeting } from './one-meeting.ts'
import { answerSubstitutes, substitutesOf } from './substitutes.ts'

const GRAMMAR = new Set(
  `avbud meldt stede stades tilstede tilstades møtte møtt deltok delta deltakere deltakarar forfall frafall fravær fråvær oppført ført personer folk
  representanter medlemmer people person attended attend present absent participants listed members registrert faste representerte represented kommune
  permisjon gikk gjekk forlot tidlig tidleg sent seint kom left leave early late partier parti kommuner kommunar parties municipalities mangla manglet missed
  sitter sit sitt satt sat utgjør består`
    .split(/\s+/)
    .map(stemOf),
)

/** Shorter ones are abbreviations. */
const MIN_NAME_CHARS = 3

const namesOf = (people: readonly Attendee[], isBrief = false): string[] =>
  people.map(({ name, organisation, role }) => {
    const detail = isBrief ? '' : [organisation, role].filter(Boolean).join(', ')
    return detail ? `${name} (${detail})` : name
  })

function aboutPerson(inquiry: Inquiry, stored: StoredMeeting, meeting: string): Draft | undefined {
  const { texts, plan, meetings } = inquiry
  const { present, absent, othersPresent, committee } = stored.meeting
  const lists = [present, othersPresent, absent].filter((list) => list !== undefined)
  const { places } = knownNames(meetings)
  const isMeant = ({ name }: Attendee): boolean =>
    namesPerson(plan.question, name) && !places.has(fold(name.split(/\s/).at(-1) ?? ''))
  const list = lists.find(({ value }) => value.some(isMeant))
  const known = list?.value.find(isMeant)
  const asked = known?.name ?? personIn(plan.question)
  if (!asked || !(plan.isYesNo || known)) return undefined
  // A place or a body ("Molde", "Samarbeidsrådet") is no person.
  const isBody = asciiFold(committee?.value ?? '').includes(asciiFold(asked))
  if (!known && (!present || isBody || places.has(fold(asked)) || asked.length < MIN_NAME_CHARS)) return undefined
  const source = list ?? present
  if (!source) return undefined
  const text = !known
    ? texts.isNotListed(asked, meeting)
    : list === absent
      ? texts.wasAbsent(known.name, meeting)
      : texts.wasPresent(namesOf([known], !REMARK.test(known.role ?? ''))[0] ?? known.name, meeting)
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations: [citeMeeting(stored, source)] }],
    derived: [],
    reason: 'attendance-of-person',
  }
}

/**
 * Narrowed to those whom the question names by organisation ("Nordby kommune"), by party, or calls permanent members.
 * @returns undefined where the list does not tell whom each of them stands for
 */
function narrowed(
  inquiry: Inquiry,
  stored: StoredMeeting,
  people: readonly Attendee[],
): readonly Attendee[] | undefined {
  const { plan, meetings } = inquiry
  const { question } = plan
  const asked = new Set(tokens(question).map((token) => asciiFold(token.text)))
  const isAbbreviation = (word: string): boolean =>
    new RegExp(`(?<!\\p{L})${word.toUpperCase()}(?!\\p{L})`, 'u').test(question) && word.length > 1
  const isAsked = (organisation: string | undefined): boolean =>
    asciiFold(organisation ?? '')
      .split(/[\s,]+/)
      .some((word) => (word.length > 3 || isAbbreviation(word)) && word !== 'kommune' && asked.has(word))
  const parties = partiesIn(question)
  const ofOrganisation = people.filter(
    ({ organisation }) => isAsked(organisation) || (parties.length > 0 && isOneOf(organisation, parties)),
  )
  if (ofOrganisation.length > 0) return ofOrganisation
  const own = fold(
    [stored.meeting.committee?.value ?? '', ...namesOfDocuments({ best: stored, all: [stored] })].join(' '),
  )
  const from = OF_PLACE.exec(question)?.[1] ?? ''
  const named = /^\p{Lu}\p{Ll}/u.test(from) ? [fold(from)] : placesIn(from, knownNames(meetings))
  const place = named.find((name) => !own.includes(name))
  if (parties.length > 0 || place !== undefined)
    return people.some(({ organisation }) => organisation !== undefined) ? [] : undefined
  if (ON_BEHALF.test(question)) return undefined
  const group = (OF_GROUP.exec(fold(question)) ?? FROM_GROUP.exec(fold(question)))?.[1]
  // "Hvem fra formannskapet møtte?" asks for all of it.
  if (group !== undefined && !own.includes(group)) {
    const terms = topicOf(group, { language: plan.askedIn })
    const theirs = people.filter(({ organisation, role }) => {
      const stems = stemSet(`${organisation ?? ''} ${role ?? ''}`)
      return terms.some((term) => meets(term, stems) > 0)
    })
    return theirs.length > 0 ? theirs : undefined
  }
  return /\bfaste\b|permanent members/iu.test(question)
    ? people.filter(({ role }) => !SUBSTITUTE_ROLE.test(role ?? ''))
    : people
}

/** "fra Nordby", "Nordby kommune": of whom, not where. */
const OF_PLACE = /(?<!\p{L})(?:fra|frå|from|representer\p{L}*|represent\p{L}*)\s+(\p{L}+)/iu
/** "på vegne av Nordby", "møtte for Nordby" */
const ON_BEHALF =
  /(?<!\p{L})(?:vegner?\s+av|behalf\s+of|(?:møtte|møter|stilte|representer\p{L}*|represented)(?:\s+for)?)\s+(?:the\s+)?(\p{Lu}\p{Ll}+)/u
/** "Who represented the employees?": no organisation, but told beside the name. */
const OF_GROUP = /(?<!\p{L})represent\p{L}*\s+(?:(?:de|dei|the)\s+)?(?!(?:i|på|in|at|on|for|fra|frå)\s)(\p{Ll}{4,})/u
/** "Hvem fra revisjonen møtte?", "Hvem møtte fra elevrådet?": not "hvem av medlemmene", who are all of them. */
const FROM_GROUP =
  /(?:^(?:hvem|kven|who|hvor\smange|kor\smange|how\smany)\s(?:var\s|was\s|were\s)?(?:fra|frå|from|av|of)|(?:møtte|deltok|kom|var|attended|til\sstades?|til\sstede)\s(?:fra|frå|from))\s(?:(?:de|dei|the)\s)?(?!(?:\p{L}+e\s|permanent\s)?(?:medlem|representant|deltak|deltag|members?|participants?)|alle|disse|desse|these|those|start|begynn|byrj)(\p{Ll}{4,})/u
const SUBSTITUTE_ROLE = /\b(?:vara\p{L}*|møtte)(?:\s+for\b|$)/iu

function listed(
  inquiry: Inquiry,
  stored: StoredMeeting,
  meeting: string,
  people: People,
  isAbsent = inquiry.plan.attendance === 'absent',
): Draft | undefined {
  const { plan, texts, language } = inquiry
  const citations = [citeMeeting(stored, people)]
  if (people.value.length === 0) {
    const text = isAbsent ? texts.noneAbsent(meeting) : texts.nonePresent(meeting)
    return { outcome: 'answered', paragraphs: [{ text, citations }], derived: [], reason: 'attendance-none' }
  }
  const chosen = narrowed(inquiry, stored, people.value)
  if (!chosen) return undefined
  if (chosen.length === 0) {
    const text = capitalised((isAbsent ? texts.noneSuchAbsent : texts.noneSuchPresent)(meeting))
    return { outcome: 'answered', paragraphs: [{ text, citations }], derived: [], reason: 'attendance-none-such' }
  }
  const number = count(chosen.length)
  const text = (isAbsent ? texts.absent : texts.present)(
    number.value,
    meeting,
    listInWords(namesOf(chosen, plan.isBrief), language),
  )
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations }],
    derived: [number],
    reason: isAbsent ? 'attendance-absent' : 'attendance-present',
  }
}

/** "Hvilke partier var representert?" */
function organisations({ texts, language }: Inquiry, stored: StoredMeeting, meeting: string): Draft | undefined {
  const { present } = stored.meeting
  const names = [...new Set(present?.value.flatMap(({ organisation }) => organisation ?? []))]
  if (!present || names.length === 0) return undefined
  const text = texts.represented(meeting, listInWords(names, language))
  return {
    outcome: 'answered',
    paragraphs: [{ text: capitalised(text), citations: [citeMeeting(stored, present)] }],
    derived: [],
    reason: 'attendance-organisations',
  }
}

/** When somebody came or went, as it stands beside the name. */
const REMARK =
  /(?<!\p{L})(?:permisjon|perm|forlot|gikk|gjekk|kom|fratrådte|fråtredde|forfall)(?!\p{L})|(?:fra|frå|til|til og med|unntatt|under)\s+(?:kl|sak)/iu

/** A sentence of the minutes that tells of somebody who came late, or left. */
const TELLS_LEAVE =
  /\p{Lu}\p{Ll}+ \p{Lu}.{0,80}(?<!\p{L})(?:permisjon|forlot|(?:gikk|gjekk) (?:fra|frå|før|kl)|(?:kom|møtte) (?:for )?(?:sent|seint|kl)|fratrådte\s(?:møtet|kl)|fråtredde\s(?:møtet|kl))(?!\p{L})/u

/** "Kari Nes (Ap) fikk permisjon og forlot møtet kl. 19:40." */
function toldInProse(
  { register, asker, texts }: Inquiry,
  stored: StoredMeeting,
  meeting: string,
  tells: (sentence: string) => boolean,
): Draft | undefined {
  const told = register.passagesOf(asker, stored.document.id).flatMap((passage) =>
    passage.text
      .split('\n')
      .flatMap((line) => sentences(line))
      .filter(({ text }) => tells(text))
      .map(({ text }) => ({ text, citation: citePassage(passage, text, null) })),
  )
  const [first, ...others] = [...new Map(told.map((one) => [one.text, one])).values()]
  if (!first) return undefined
  return {
    outcome: 'answered',
    paragraphs: [
      { text: `${texts.passage(meeting)}\n«${first.text}»`, citations: [first.citation] },
      ...others.map(({ text, citation }) => ({ text: `«${text}»`, citations: [citation] })),
    ],
    derived: [],
    reason: 'attendance-in-prose',
  }
}

/** "Kari Nes, som møtte for Nordby, ba om …" */
const MET_FOR =
  /\p{Lu}\p{L}+ \p{Lu}[\p{L} ]*,?\s(?:som\s)?(?:møtte|stilte|deltok|representer\p{L}*)\s(?:(?:på\s)?vegn\p{L}*\sav|for|fra|frå)?\s?(\p{Lu}\p{L}+)/gu

/** Who met for the place that is asked about, where the list does not tell. */
function metForPlace(inquiry: Inquiry, stored: StoredMeeting, meeting: string): Draft | undefined {
  const asked = ON_BEHALF.exec(inquiry.plan.question)?.[1]
  if (asked === undefined) return undefined
  return toldInProse(inquiry, stored, meeting, (text) =>
    [...text.matchAll(MET_FOR)].some(([, place = '']) => fold(place) === fold(asked)),
  )
}

function withRemark(inquiry: Inquiry, stored: StoredMeeting, meeting: string): Draft | undefined {
  const { texts, language } = inquiry
  const { present, absent } = stored.meeting
  for (const list of [present, absent]) {
    const people = list?.value.filter(({ role }) => REMARK.test(role ?? '')) ?? []
    if (!list || people.length === 0) continue
    const text = capitalised(texts.remarks(meeting, listInWords(namesOf(people), language)))
    return {
      outcome: 'answered',
      paragraphs: [{ text, citations: [citeMeeting(stored, list)] }],
      derived: [],
      reason: 'attendance-remark',
    }
  }
  return toldInProse(inquiry, stored, meeting, (text) => TELLS_LEAVE.test(text))
}

const ASKS_ADMINISTRATION = phrases('administrasjon(en,a,ens)/the_administration', 'iu')
const TELLS_ADMINISTRATION = /(?:fra|frå)\s+administrasjon|administrasjon\p{L}*\s*(?:møtte|deltok|:)/iu

/** Those of the administration stand in a line of their own, outside the list of members. */
function fromAdministration(inquiry: Inquiry, stored: StoredMeeting, meeting: string): Draft | undefined {
  const { plan, register, asker, texts, language } = inquiry
  if (!ASKS_ADMINISTRATION.test(plan.question)) return undefined
  const { othersPresent } = stored.meeting
  const answer = (text: string, citation: ReturnType<typeof citeMeeting>): Draft => ({
    outcome: 'answered',
    paragraphs: [{ text, citations: [citation] }],
    derived: [],
    reason: 'attendance-administration',
  })
  if (othersPresent && othersPresent.value.length > 0)
    return answer(
      capitalised(texts.othersPresent(meeting, listInWords(namesOf(othersPresent.value), language))),
      citeMeeting(stored, othersPresent),
    )
  for (const passage of register.passagesOf(asker, stored.document.id)) {
    const line = passage.text.split('\n').find((text) => TELLS_ADMINISTRATION.test(text))
    if (line !== undefined) return answer(`${texts.passage(meeting)}\n«${line}»`, citePassage(passage, line, null))
  }
  return undefined
}

/** Of several meetings, those whose lists have whoever is named. */
function withPerson(inquiry: Inquiry): Inquiry {
  const { plan, meetings } = inquiry
  const there = meetings.filter(({ all }) =>
    all.some(({ meeting: { present, othersPresent, absent } }) =>
      [present, othersPresent, absent].some((people) =>
        people?.value.some(({ name }) => namesPerson(plan.question, name)),
      ),
    ),
  )
  return there.length > 0 ? { ...inquiry, meetings: there } : inquiry
}

const ASKS_OF_ALL = phrases('begge/both/alle_møtene/samtlige_møter/alle_møta/all_the_meetings/every_meeting', 'iu')

/** "Hvem var på begge møtene?": those whom every list has. */
function inAll(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, texts, language } = inquiry
  if (plan.attendance !== 'present' || !ASKS_OF_ALL.test(plan.question)) return undefined
  const choice = chooseMeetings(inquiry, matchCommittee(plan.question, meetings))
  const lists = (choice.kind === 'some' ? choice.groups : []).flatMap(({ all }) => {
    const stored = all.find(({ meeting }) => meeting.present !== undefined)
    return stored?.meeting.present ? [{ stored, present: stored.meeting.present }] : []
  })
  const [first, ...others] = lists
  const bodies = new Set(lists.map(({ stored }) => stored.meeting.committee?.value))
  if (!first || others.length === 0 || others.length > MOST_MEETINGS || bodies.size > 1) return undefined
  const isIn = ({ name }: Attendee, { present }: (typeof lists)[number]): boolean =>
    present.value.some((other) => other.name === name)
  const people = first.present.value.filter((person) => others.every((list) => isIn(person, list)))
  const number = count(people.length)
  const dates = lists.flatMap(({ stored: { meeting } }) =>
    meeting.date ? [shortDate(meeting.date.value, language)] : [],
  )
  const text = texts.presentInAll(
    number.value,
    listInWords(dates, language),
    listInWords(namesOf(people, true), language),
  )
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations: lists.map(({ stored, present }) => citeMeeting(stored, present)) }],
    derived: [number],
    reason: 'attendance-in-all',
  }
}
const MOST_MEETINGS = 3

/** Those who are asked for by what they stand for may be no members, or have been absent. */
function listedElsewhere(inquiry: Inquiry, stored: StoredMeeting, meeting: string): Draft | undefined {
  const { othersPresent, absent } = stored.meeting
  if (inquiry.plan.attendance !== 'present') return undefined
  const others = othersPresent?.value.length ? listed(inquiry, stored, meeting, othersPresent) : undefined
  if (isOfSome(others)) return others
  const away = absent?.value.length ? listed(inquiry, stored, meeting, absent, true) : undefined
  return isOfSome(away) ? away : undefined
}

const isOfSome = (draft: Draft | undefined): boolean => draft !== undefined && draft.reason !== 'attendance-none-such'

/** Who was there, who was not, how many, for whom, and whether one person was. */
export function answerAttendance(inquiry: Inquiry): Draft | undefined {
  const { language, texts, plan } = inquiry
  const person = personIn(plan.question)
  const ofPerson = person ? tokens(person).map((token) => stemOf(token.folded)) : []
  const without = new Set([...GRAMMAR, ...ofPerson])
  // "Hvem møtte for Høyre?" asks for members, not for whom they stood in.
  const isOfParty = partiesIn(plan.question).length > 0
  if (plan.attendance === 'substitute' && !isOfParty) return answerSubstitutes(inquiry, without)
  const both = inAll(inquiry)
  if (both) return both
  const anyMeeting = oneMeeting(inquiry, without)
  const isOpen = 'draft' in anyMeeting && anyMeeting.draft.outcome === 'clarify'
  const found = isOpen && person ? oneMeeting(withPerson(inquiry), without) : anyMeeting
  if ('draft' in found) return found.draft
  const field = plan.attendance === 'absent' ? 'absent' : 'present'
  // The document that has the field, should the best one lack it.
  const stored = found.group.all.find(({ meeting }) => meeting[field] !== undefined) ?? found.group.best
  const meeting = meetingInWords(stored, language)
  if (plan.attendance === 'leave') return withRemark(inquiry, stored, meeting)
  const special =
    aboutPerson(inquiry, stored, meeting) ??
    (ASKS_WHOSE.test(fold(plan.question)) ? organisations(inquiry, stored, meeting) : undefined) ??
    fromAdministration(inquiry, stored, meeting) ??
    metForPlace(inquiry, stored, meeting)
  if (special) return special
  const people = stored.meeting[field]
  const own = people && listed(inquiry, stored, meeting, people)
  const draft = people && !isOfSome(own) ? (listedElsewhere(inquiry, stored, meeting) ?? own) : own
  if (draft) {
    // "…, og møtte det vara?"
    const substitutes = SUBSTITUTES.test(fold(plan.question)) ? substitutesOf(inquiry, found.group) : undefined
    return {
      ...draft,
      paragraphs: [...draft.paragraphs, ...(substitutes?.paragraphs ?? [])],
      derived: [...draft.derived, ...(substitutes?.derived ?? [])],
    }
  }
  // Prose may tell how many there were.
  if (plan.isCount) return undefined
  const groups = people || field === 'absent' ? undefined : inGroups(inquiry, stored, meeting, without)
  if (groups) return groups
  const { date } = stored.meeting
  const citations = date ? [citeMeeting(stored, date)] : []
  const text = capitalised(texts.attendanceUnknown(meeting))
  return { outcome: 'abstained', paragraphs: [{ text, citations }], derived: [], reason: 'attendance-unknown' }
}
