import { fold } from '../../norwegian/fold.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeDocument, citeItem } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { phrases } from '../phrases.ts'
import { becameOf, type MeantPromise, promisesMeant, promiseTold } from '../promises.ts'
import { coverage, stemSet, type Term, termWeights, topicOf } from '../topic.ts'
import { itemInWords, meetingInShort, shortDate } from '../words.ts'
import { answerDecision } from './decision.ts'
import { type FoundItem, itemsAbout, itemsWithNumber } from './find-items.ts'
import { FATE_GRAMMAR } from './grammar.ts'
import { answerHistory } from './history.ts'

/** "… ble det sånn?", "did anything come of it?", "gjekk det gjennom?": what became of something that was wanted. */
const ASKS_FATE = phrases(`
  WAS = ble/blei/vart
  WAS det/den/dei/de/dette (faktisk/egentlig/til_slutt) sånn*/slik*/gjort*/fulgt*/følgt*/gjennomført*/
    noe_av*/noko_av*/til_noe*/til_noko*/vedtaket*/en_ann*/ein_ann*/et_ann*/eit_ann*
  gikk/gjekk 0-6_words (i)gjennom/(i)gjonnom ,
  gikk/gjekk 0-6_words (i)gjennom/(i)gjonnom i/in/eller/or
  kom/kjem (det) noe/noko/nokon_ting 0-1_words ut*/av*
  fulgt/følgt opp
  ^ WAS/har/er/fikk/fekk ... innstilling*/tilråding*/lova*/lovna*/lovet*
  *come/*came of
  go/went/get/got through
  *follow(ed)_up*/*follow(ed)-up*

  # as it was promised
  *slik/*sånn/*som (det) WAS/var lov*/bestem*/vedt*/avtal*/tenkt*/planlagt*
  *som/*det 0-2_words WAS/var lov+/bedt_om*/beden_om*/etterspurt*
  as (was) promised*/decided*/planned*/agreed*
  *ever/*actually happen*/done*/adopted*/delivered*/presented*/carried_out*
  *turn(ed)_out that_way*/so*
`)
/** "Fikk rådmannen viljen sin?", "Vart tilrådinga følgd?" */
const ASKS_WILL = phrases(`
  viljen/vilja/medhold
  fikk/fekk 1-3_words det_som *
  got/get his/her/their way*
  *fulgt(e)/*følg*/*follow*/*accept* 0-6_words innstilling*/tilråding*/recommend*
`)
/** "Er utkastet sendt?", "Ble rapporten noen gang innhentet?": a promise may tell, or the text itself. */
const ASKS_DONE = phrases(`
  ^ (og) ble/blei/vart/har/er/fikk/fekk/was/were/has/have/did ... lagt_fram/lagt_frem/levert/gjennomført/gjort/sendt/
    innhentet/bestilt/laget/laga/utarbeid*/skrevet/skrive/
    delivered/presented/done/sent/obtained/written/made
`)
/** "Gikk formannskapet inn for å …?": what a body chose, whether it decides or recommends. */
const ASKS_CHOICE = phrases(`
  ^ gikk/gjekk/did/was ...40 *råd*/*styre*/*utval*/*skap*/*nemnd*/*ting*/*gruppa*/*council*/*board*/*committee* ...40
    inn_for*/go_for*/in_favour*/support*/recommend(ed)
`)
/** Whose proposal the recommendation is, and what it is called. */
const OF_RECOMMENDATION = phrases(`
  *kommunedirektør*/*rådmann*/*rådmenn*/*administrasjon*/*innstilling*/*tilråding*/*saksbehandl*
  *municipal_director*/*municipal_executive*/*chief_director*/*chief_executive*/*executive_director*
  director*/recommend*/administration*
`)

const SAME_MATTER = 0.75
const MIN_POINT_COVERAGE = 0.3

const pointsOf = (text: string): string[] => text.split('\n').filter((line) => /\p{L}{3}/u.test(line))
const bare = (text: string): string => fold(text).replace(/^\P{L}+|[\s.;]+$/gu, '')

/** The point of a text that the terms tell most of; the whole where none stands out. */
function nearest(text: string, terms: readonly Term[]): string {
  const points = pointsOf(text)
  const stems = points.map((point) => stemSet(point))
  const weights = termWeights(terms, stems)
  const shares = stems.map((set) => coverage(terms, weights, set))
  const best = Math.max(...shares)
  return best < MIN_POINT_COVERAGE ? text : (points[shares.indexOf(best)] ?? text)
}

/** The point that took another's place: the one most of whose words are the same. */
function counterpart(point: string, text: string): string {
  const own = stemSet(point)
  const points = pointsOf(text)
  const shared = points.map((other) => {
    const stems = stemSet(other)
    return [...stems].filter((stem) => own.has(stem)).length / Math.max(stems.size, 1)
  })
  const best = Math.max(...shared)
  return best < 0.5 ? text : (points[shared.indexOf(best)] ?? text)
}

/** Whether what was recommended was decided, each in its own words. */
function recommendedAndDecided(found: FoundItem, terms: readonly Term[], inquiry: Inquiry): Draft | undefined {
  const { texts, language } = inquiry
  const { item, meeting } = found
  const { recommendation, decision } = item
  if (!recommendation || !decision) return undefined
  const point = nearest(recommendation.value, terms)
  const isDecided = pointsOf(point).every((line) => pointsOf(decision.text).some((other) => bare(other) === bare(line)))
  const decided = isDecided ? point : counterpart(point, decision.text)
  const words = [itemInWords(item, language), meetingInShort(meeting, language)] as const
  const lead = isDecided ? texts.yes : texts.no
  return {
    outcome: 'answered',
    paragraphs: [
      { text: `${lead} ${texts.decisionIn(...words)}\n«${decided}»`, citations: citeItem(meeting, decision, item) },
      {
        text: `${texts.recommendedIn(...words)}\n«${point}»`,
        citations: citeItem(meeting, recommendation, item),
      },
    ],
    derived: [],
    reason: isDecided ? 'fate-as-recommended' : 'fate-otherwise',
  }
}

/** The point on the matter in what a body decided, or recommended where another decides. */
function choiceOf(found: FoundItem, terms: readonly Term[], { texts, language }: Inquiry): Draft | undefined {
  const { item, meeting } = found
  const source = item.decision ?? item.recommendation
  const text = item.decision?.text ?? item.recommendation?.value
  if (!source || text === undefined) return undefined
  const words = [itemInWords(item, language), meetingInShort(meeting, language)] as const
  const lead = item.decision ? texts.decisionIn(...words) : texts.recommendedIn(...words)
  return {
    outcome: 'answered',
    paragraphs: [{ text: `${lead}\n«${nearest(text, terms)}»`, citations: citeItem(meeting, source, item) }],
    derived: [],
    reason: 'choice',
  }
}

/** What later meetings show of a promise; an honest no where they show nothing. */
function ofPromise(promise: MeantPromise, inquiry: Inquiry): Draft | undefined {
  const { texts, language } = inquiry
  const became = becameOf(promise, inquiry)
  if (!became) return undefined
  const told = promiseTold(promise, inquiry)
  const { shownBy, state } = became
  if (!shownBy)
    return {
      outcome: 'abstained',
      paragraphs: [{ ...told, text: `${texts.promiseNotShown}\n${told.text}` }],
      derived: [],
      reason: 'fate-not-shown',
    }
  const where = [shownBy.document.date && shortDate(shownBy.document.date, language), shownBy.caseNumber]
  const shown = {
    text: `${state === 'kept' ? texts.yes : texts.no} «${shownBy.quote}» (${where.filter(Boolean).join(', ')})`,
    citations: [citeDocument(shownBy.document, shownBy)],
  }
  return { outcome: 'answered', paragraphs: [shown, told], derived: [], reason: `fate-${state}` }
}

/**
 * What became of a recommendation, a promise or a matter: yes or no where the sources tell, with their words.
 * @returns undefined when it is not asked for, or nothing is known that can be meant
 */
export function answerFate(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings } = inquiry
  const question = fold(plan.question)
  const asksChoice = ASKS_CHOICE.test(question)
  const isFate = asksChoice || ASKS_FATE.test(question) || ASKS_WILL.test(question)
  if (!isFate && !ASKS_DONE.test(question)) return undefined
  const committee = matchCommittee(plan.question, meetings)
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...FATE_GRAMMAR]),
  })
  const [number] = plan.caseNumbers
  const about = number
    ? itemsWithNumber(committee.groups, number.text).map((found) => ({ ...found, score: 1 }))
    : itemsAbout(inquiry, committee.groups, terms, asksChoice)
  if (asksChoice) return about[0] && choiceOf(about[0], terms, inquiry)
  // What became of a member's proposal is told with it.
  if (
    /(?<!\p{L})\p{L}*(?:forslag|framlegg|proposal|motion)(?:et|ets|a|s)?(?!\p{L})/u.test(question) &&
    !OF_RECOMMENDATION.test(question)
  )
    return undefined
  if (isFate && OF_RECOMMENDATION.test(question)) {
    const near = about.filter(({ score }) => score >= (about[0]?.score ?? 0) * SAME_MATTER)
    const found = near.find(({ item }) => item.recommendation && item.decision)
    const draft = found && recommendedAndDecided(found, terms, inquiry)
    if (draft) return draft
  }
  const [promise] = promisesMeant(inquiry)
  const became = promise && ofPromise(promise, inquiry)
  if (!isFate) return became?.outcome === 'answered' ? became : undefined
  return became ?? answerHistory(inquiry) ?? answerDecision(inquiry)
}
