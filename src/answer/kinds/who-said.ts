import type { RankedPassage } from '../../domain/passage.ts'
import { monthOf } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { isGivenName } from '../../norwegian/given-names.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { type Act, ASKED, actAsked, DISAGREED, UNABLE, WANTED } from '../acts.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeItem, citePassage } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import { knownNames } from '../known-names.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { meets } from '../meets.ts'
import { phrases } from '../phrases.ts'
import { supportersTold } from '../proposal-votes.ts'
import { sectionsOf } from '../sections.ts'
import { coverage, matterOf, stemSet, termWeights, topicOf } from '../topic.ts'
import { dateInWords } from '../words.ts'
import { itemsOf, SEARCHED } from './find-items.ts'
import { searched, sourceInWords } from './passage.ts'
import { type FoundProposal, paragraphsOf } from './proposal.ts'

/** Whoever may have done it is told by a word of office, of a body, or of a sort of people. */
const ACTOR = phrases(
  `
  OFFICE = direktør/leder/leiar/sjef/rådmann/ordfører/ordførar/ombud/ansvarlig/sekretær/koordinator/rektor/revisor
  GROUP = råd/utvalg/utval/styre/skap/nemnd/gruppe/gruppa/lag/forbund/forening/organisasjon/parti/bedrift/selskap
  AUTHORITY = kommune/etat/avdeling/administrasjon/fylke/stat/departement/direktorat/tilsyn/politi/lensmann
  PEOPLE = representant/medlem/deltaker/deltakar/leverandør/ansatt/tilsett/innbygger/innbyggjar/nabo/elev/foreldre/
    lærer/lærar/søker/søkjar/bruker/brukar
  *OFFICE*/*GROUP*/*AUTHORITY*/*PEOPLE*
  `,
  'iu',
)
const PRONOUN = /^(?:det|dette|disse|desse|den|denne|man|en|ein|vi|me|eg|jeg|han|hun|ho|de|dei|som|her|der|at|og|men)$/u
/** Words from whoever did it to the act: "Kari Nes (Nordby), som møtte for Dahl, mente". */
const MOST_TO_ACT = 9
/** Where another clause begins, whose subject is its own. */
const CLAUSE = /[;:–]|,\s(?:men|og|mens|medan)\s/gu
const SPEAKER_LINE = /^(?:•\s)?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})(?:\s\([^)]{1,30}\))?:\s+/u
const FEW_WORDS = 2
const MIN_OWN = 0.22
const MIN_WHOLE = 0.4
const AROUND_SHARE = 0.7

interface Said {
  readonly text: string
  /** What stands around it: headings, body, year. */
  readonly frame: string
  readonly shown: () => readonly DraftParagraph[]
}

/** Whether the words right before an act tell who did it. */
function hasActor(before: string): boolean {
  const clause = before.split(CLAUSE).at(-1) ?? ''
  const words = tokens(clause.replace(/,?\s+som\s*$/u, '')).slice(-MOST_TO_ACT)
  return words.some(({ text, folded }) => !PRONOUN.test(folded) && (/^\p{Lu}/u.test(text) || ACTOR.test(folded)))
}

/** "Dette ble ikke støttet av ordføreren": who did it stands behind. */
const BY_AGENT = /^[^.,;]{0,40}?(?<!\p{L})av\s+(\p{L}+)/u
const hasAgent = (after: string): boolean => {
  const [, agent = ''] = BY_AGENT.exec(after) ?? []
  return /^\p{Lu}/u.test(agent) || ACTOR.test(fold(agent))
}

const tellsOf = (text: string, { told }: Act): boolean => fold(text).search(told) >= 0

/** Whether a sentence tells that somebody did just that. */
const tellsAct = (text: string, { told }: Act): boolean =>
  [...fold(text).matchAll(told)].some(
    ({ index, 0: { length } }) => hasActor(text.slice(0, index)) || hasAgent(text.slice(index + length)),
  )

/** The sentences of a passage in which somebody named does just that. */
function saidIn(passage: RankedPassage, asked: Act, inquiry: Inquiry, isSomebody: (name: string) => boolean): Said[] {
  if (passage.kind !== 'body') return []
  const { headings, committee, documentTitle, documentName, date } = passage
  const said = (text: string, lead = ''): Said => ({
    text,
    frame: [
      ...headings,
      committee,
      documentTitle,
      fileNameWords(documentName),
      date && dateInWords(date, 'nb'),
      lead,
    ].join('\n'),
    shown: () => [
      {
        text: `${inquiry.texts.passage(sourceInWords(passage, inquiry))}\n«${text}»`,
        citations: [citePassage(passage, text, null)],
      },
    ],
  })
  const lines = passage.text.split('\n')
  return lines.flatMap((line, at) => {
    const speaker = SPEAKER_LINE.exec(line)?.[1]
    if (speaker !== undefined && isSomebody(speaker)) {
      const isQuestion = line.includes('?')
      const isToldAnyhow = asked !== DISAGREED && asked !== UNABLE
      return isQuestion === (asked === ASKED) && (isToldAnyhow || tellsOf(line, asked)) ? [said(line)] : []
    }
    return sentences(line).flatMap(({ text }, index, all) =>
      tellsAct(text, asked) ? [said(text, all[index - 1]?.text ?? lines[at - 1])] : [],
    )
  })
}

/** Those who voted for it wanted it too. */
function supportersOf({ found: { item, meeting }, proposal }: FoundProposal): DraftParagraph[] {
  const vote = supportersTold(item, proposal)
  return vote ? [{ text: `«${vote.quote}»`, citations: citeItem(meeting, vote, item) }] : []
}

/** What members proposed, which minutes lay out in lines of their own. */
const proposedIn = (groups: readonly MeetingGroup[], inquiry: Inquiry): Said[] =>
  groups.flatMap(itemsOf).flatMap((found) =>
    found.item.proposals
      .filter(({ who }) => who !== undefined)
      .map((proposal) => ({
        text: proposal.quote,
        frame: [found.item.title, found.meeting.meeting.committee?.value, found.meeting.document.title].join('\n'),
        shown: () => [...paragraphsOf({ found, proposal }, inquiry, true), ...supportersOf({ found, proposal })],
      })),
  )

/**
 * Who asked, said or wanted something, was against it or could not do it: the sentence of minutes whose subject does so,
 * in whatever words.
 * @returns undefined when that is not asked, or nobody's words are about it
 */
export function answerWhoSaid(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings } = inquiry
  const question = actAsked(fold(plan.question))
  if (!question) return undefined
  const { act: asked, end } = question
  const committee = matchCommittee(plan.question, meetings)
  const choice = chooseMeetings(inquiry, committee)
  if (choice.kind === 'none') return undefined
  const terms = topicOf(plan.question.slice(end), {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...SAYING]),
    names: knownNames(meetings),
  })
  const matter = matterOf(terms)
  const { places } = knownNames(meetings)
  const said = [
    ...(asked === WANTED ? proposedIn(choice.groups, inquiry) : []),
    ...sectionsOf(inquiry, searched(inquiry, SEARCHED, terms)).flatMap(({ passages, people }) => {
      const isSomebody = (name: string): boolean =>
        tokens(name).some(({ text, folded }) => people.has(folded) || places.has(folded) || isGivenName(text))
      return passages.flatMap((passage) => saidIn(passage, asked, inquiry, isSomebody))
    }),
  ]
  const stems = said.map(({ text }) => stemSet(text))
  // When it was said is a condition.
  const untimed = terms.filter(({ text, folded }) => !/^\d/.test(text) && monthOf(folded) === undefined)
  const weights = termWeights(untimed, stems)
  const scored = said.flatMap((one, index) => {
    const own = stems[index] ?? new Set<string>()
    const around = stemSet(one.frame)
    if (terms.some((term) => term.isSpecific && meets(term, own) === 0 && meets(term, around) === 0)) return []
    const met = matter.filter((term) => meets(term, own) > 0 || meets(term, around) > 0).length
    // Of few words each counts; of many, half may be put otherwise.
    if (met < (matter.length <= FEW_WORDS ? matter.length : matter.length / 2)) return []
    const ownShare = coverage(untimed, weights, own)
    const whole =
      ownShare + AROUND_SHARE * Math.max(0, coverage(untimed, weights, new Set([...own, ...around])) - ownShare)
    return ownShare >= MIN_OWN && whole >= MIN_WHOLE ? [{ ...one, score: ownShare + whole }] : []
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  if (!best) return undefined
  return {
    outcome: 'answered',
    paragraphs: best.shown(),
    derived: [],
    reason: 'who-said',
  }
}

const SAYING = ['mente', 'sa', 'meinte', 'man', 'ifølge', 'ifølgje', 'kommune', 'kommunen'].map(stemOf)
