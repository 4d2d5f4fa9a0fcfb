import type { RankedPassage } from '../../domain/passage.ts'
import { fold } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeItem, citePassage } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { knownNames } from '../known-names.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { supportersTold } from '../proposal-votes.ts'
import { sectionsOf } from '../sections.ts'
import { coverage, matterOf, meets, stemSet, termWeights, topicOf } from '../topic.ts'
import { itemsOf, MOST_SEARCHED, SEARCHED } from './find-items.ts'
import { sourceInWords } from './passage.ts'
import { type FoundProposal, paragraphsOf } from './proposal.ts'

/** What somebody did with words: minutes put it in their own, so that the sort must agree, not the verb. */
const ACTS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [
    /^(?:spurte|spurde|lurte|lurde|undret|undra|ville\s+vite|asked\s+(?:whether|if|how|what|why|when)|wondered|wanted\s+to\s+know)(?!\p{L})/u,
    /^(?:spurte|spurde|lurte|lurde|undret|undra|ville\s+(?:gjerne\s+)?(?:vite|ha\s+svar)|etterspurte|stilte\s+spørsmål)(?!\p{L})/u,
  ],
  [
    /^(?:ville|ønsk\p{L}+|ynsk\p{L}+|foreslo\p{L}*|føreslo\p{L}*|ba|bad|krev\p{L}+|etterlys\p{L}+|savn\p{L}+|sakn\p{L}+|wanted|asked\s+for|called\s+for|proposed|suggested|missed)(?!\p{L})/u,
    /^(?:ville|ønsk\p{L}+|ynsk\p{L}+|foreslo\p{L}*|føreslo\p{L}*|ba|bad|krev\p{L}+|etterlys\p{L}+|tok\s+til\s+orde|fremmet|fremma|sette\s+fram|gjorde\s+framlegg)(?!\p{L})/u,
  ],
  [
    /^(?:sa|mente|meinte|syntes|tykte|påpekte|pekte|peika|minnet|minte|minna|viste|advarte|åtvara|opplyste|fortalte|fortalde|hevdet|hevda|varslet|varsla|svarte|svara|var\s+(?:bekymret|uroa|redd|imot|enig|uenig)|said|thought|argued|pointed|reminded|warned|told|answered|claimed|felt|was\s+(?:worried|concerned|afraid))(?!\p{L})/u,
    /^(?:sa|mente|meinte|syntes|tykte|påpekte|pekte|peika|minnet|minte|minna|viste|advarte|åtvara|opplyste|fortalte|fortalde|hevdet|hevda|varslet|varsla|svarte|svara|understrek\p{L}+|framhev\p{L}+|kommenter\p{L}+|la\s+til|ga\s+uttrykk|gav\s+uttrykk|uttalte|var\s+(?:bekymret|uroa|redd|imot|enig|uenig)|kunne\s+ikke)(?!\p{L})/u,
  ],
]
const WANTING = 1
const ASKS_WHO = /^(?:hvem|kven|who)\s+(?:var\s+det\s+som\s+|(?:i\s+\p{L}+\s+){1,2})?/u
/** "Daglig leder Kari Nes (Nordby)", "Nes", "Ap" at the head of a sentence; then what they did. */
const SPEAKER =
  /^(?:(?:Daglig leder|Dagleg leiar|Leder|Leiar|Kommunedirektør|Rådmann|Ordfører|Ordførar|Økonomisjef|Prosjektleder)(?: av \p{L}+,)?\s)?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3})(?:\s\([^)]{1,40}\))?\s+/u
const SPEAKER_LINE = /^(?:•\s)?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})(?:\s\([^)]{1,30}\))?:\s+/u
/** What stands before a colon and is nobody. */
const LABEL =
  /^(?:•\s)?\p{L}*(?:vedtak|behandling|votering|røysting|innstilling|tilråding|forslag|framlegg|frist|ansvar|tiltak|tilbud|tilbod|status|merk|habilitet|møte|tema|punkt|område)\p{L}*[\s:]/iu
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

/** The sentences of a passage in which somebody named does just that. */
function saidIn(passage: RankedPassage, act: number, inquiry: Inquiry): Said[] {
  const told = ACTS[act]?.[1]
  if (passage.kind !== 'body') return []
  const { headings, committee, documentTitle, date } = passage
  const frame = [...headings, committee, documentTitle, date?.slice(0, 4)].join('\n')
  const said = (text: string): Said => ({
    text,
    frame,
    shown: () => [
      {
        text: `${inquiry.texts.passage(sourceInWords(passage, inquiry))}\n«${text}»`,
        citations: [citePassage(passage, text, null)],
      },
    ],
  })
  return passage.text.split('\n').flatMap((line) => {
    if (SPEAKER_LINE.test(line) && !LABEL.test(line)) {
      const isQuestion = line.includes('?')
      return isQuestion === (act === 0) ? [said(line)] : []
    }
    return sentences(line).flatMap(({ text }) => {
      const speaker = SPEAKER.exec(text)
      return speaker && told?.test(text.slice(speaker[0].length)) ? [said(text)] : []
    })
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
 * Who asked, said or wanted something: the sentence of minutes whose subject does so, in whatever words.
 * @returns undefined when that is not asked, or nobody's words are about it
 */
export function answerWhoSaid(inquiry: Inquiry): Draft | undefined {
  const { plan, asker, findPassages, meetings } = inquiry
  const question = fold(plan.question)
  const asking = ASKS_WHO.exec(question)
  if (!asking) return undefined
  const act = ACTS.findIndex(([asked]) => asked.test(question.slice(asking[0].length)))
  if (act < 0) return undefined
  const committee = matchCommittee(plan.question, meetings)
  const choice = chooseMeetings(inquiry, committee)
  if (choice.kind === 'none') return undefined
  const terms = topicOf(plan.question.slice(asking[0].length).replace(/^\p{L}+/u, ''), {
    language: plan.askedIn,
    without: committee.stems,
    names: knownNames(meetings),
  })
  const matter = matterOf(terms)
  const found = findPassages(asker, plan.question, SEARCHED, MOST_SEARCHED)
  const said = [
    ...(act === WANTING ? proposedIn(choice.groups, inquiry) : []),
    ...sectionsOf(inquiry, found).flatMap(({ passages }) =>
      passages.flatMap((passage) => saidIn(passage, act, inquiry)),
    ),
  ]
  const stems = said.map(({ text }) => stemSet(text))
  const weights = termWeights(terms, stems)
  const scored = said.flatMap((one, index) => {
    const own = stems[index] ?? new Set<string>()
    const around = stemSet(one.frame)
    if (terms.some((term) => term.isSpecific && meets(term, own) === 0 && meets(term, around) === 0)) return []
    const met = matter.filter((term) => meets(term, own) > 0 || meets(term, around) > 0).length
    // Of few words each counts; of many, half may be put otherwise.
    if (met < (matter.length <= FEW_WORDS ? matter.length : matter.length / 2)) return []
    const ownShare = coverage(terms, weights, own)
    const whole =
      ownShare + AROUND_SHARE * Math.max(0, coverage(terms, weights, new Set([...own, ...around])) - ownShare)
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
