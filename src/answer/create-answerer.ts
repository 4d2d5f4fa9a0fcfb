import type { Answer, AnswerQuestion, Citation } from '../domain/answer.ts'
import type { Asker } from '../domain/asker.ts'
import type { RankedPassage } from '../domain/passage.ts'
import { fold } from '../norwegian/fold.ts'
import { stemOf } from '../norwegian/stem.ts'
import type { Clock } from '../platform/clock.ts'
import { asksWhetherSame } from './asks-whether-same.ts'
import { cachedRegister } from './cached-register.ts'
import { matchCommittee, unknownBody } from './choose-meetings.ts'
import { createConversations, type Resolved } from './conversation.ts'
import { withMeetingDays } from './dated-meetings.ts'
import { type Draft, declined } from './draft.ts'
import type { Inquiry } from './evidence.ts'
import { expandShorthand } from './expand-shorthand.ts'
import { fileNameWords } from './file-name-words.ts'
import { passThroughGate, unfoundedNames, unfoundedNumbers } from './gate.ts'
import { joined } from './join-drafts.ts'
import { answerAddsUp } from './kinds/adds-up.ts'
import { answerAgenda } from './kinds/agenda.ts'
import { answerAttendance } from './kinds/attendance.ts'
import { answerBoard } from './kinds/board.ts'
import { answerMeetingCount } from './kinds/count-meetings.ts'
import { answerDecision } from './kinds/decision.ts'
import { answerFate } from './kinds/fate.ts'
import { answerFollowUp } from './kinds/follow-up.ts'
import { answerHistory } from './kinds/history.ts'
import { answerImpartiality } from './kinds/impartiality.ts'
import { answerInForce } from './kinds/in-force.ts'
import { answerMeetingFact } from './kinds/meeting-fact.ts'
import { noSuchBody } from './kinds/no-such.ts'
import { answerOffice } from './kinds/office.ts'
import { answerPaperDate, asksPaperDate } from './kinds/paper-date.ts'
import { answerFromPassages, notFound } from './kinds/passage.ts'
import { answerPerson } from './kinds/person.ts'
import { answerProposal } from './kinds/proposal.ts'
import { answerReason } from './kinds/reason.ts'
import { searchTableWords } from './kinds/table-words.ts'
import { answerToldTheSame } from './kinds/told-the-same.ts'
import { answerVote } from './kinds/vote.ts'
import { answerWhoSaid } from './kinds/who-said.ts'
import { knownNames, peopleOnly } from './known-names.ts'
import { groupMeetings, type MeetingGroup } from './meeting-groups.ts'
import { withContradictions, withDisagreements, withOcrWarning } from './notes.ts'
import { plansOfEach } from './of-each-named.ts'
import { withPersonTold } from './person-told.ts'
import { phrases } from './phrases.ts'
import { plansOf } from './plan/plans-of.ts'
import { type Plan, planQuestion, replanned } from './plan.ts'
import type { FindPassages, Register } from './ports.ts'
import { textsIn } from './texts/texts.ts'
import { stemSet, type Term, topicOf } from './topic.ts'
import { wholeCaseNumbers } from './whole-case-numbers.ts'

/** A longer question is cut: nobody asks in so many words, and every word is looked up. */
const MAX_QUESTION_CHARS = 1000

export interface AnswererParts {
  readonly register: Register
  readonly findPassages: FindPassages
  readonly clock: Clock
}

/** The day in Norway, `YYYY-MM-DD`. */
const dayInNorway = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

function draftFor(inquiry: Inquiry): Draft {
  const { question } = inquiry.plan
  const dated = asksPaperDate(question, false) ? answerPaperDate(inquiry) : undefined
  if (dated) return dated
  const draft = draftOfEach(inquiry)
  // What was approved was decided in a meeting; else the paper may tell it.
  const isDecided = draft.outcome === 'answered' && draft.reason.startsWith('decision')
  const approved = !isDecided && asksPaperDate(question, true) ? answerPaperDate(inquiry) : undefined
  return approved ?? draft
}

/** What is asked of several meetings or cases by name is answered of each. */
function draftOfEach(inquiry: Inquiry): Draft {
  const [first, ...others] = plansOfEach(inquiry.plan).map((plan) => ({ draft: draftByKind({ ...inquiry, plan }) }))
  return first ? joined([first, ...others], inquiry) : draftByKind(inquiry)
}

function draftByKind(inquiry: Inquiry): Draft {
  const board = answerBoard(inquiry) ?? answerMeetingCount(inquiry)
  if (board) return board
  const { asker, register, meetings } = inquiry
  const isToldIn = (name: string, { best }: MeetingGroup): boolean =>
    register.passagesOf(asker, best.document.id).some(({ text }) => text.includes(name))
  const body = inquiry.plan.kind === 'help' ? undefined : unknownBody(inquiry.plan.question, meetings, isToldIn)
  if (body && !isOfReport(body, inquiry)) return noSuchBody(inquiry, body)
  const fate = inquiry.plan.kind === 'help' ? undefined : answerFate(inquiry)
  if (fate) return fate
  const impartiality = answerImpartiality(inquiry)
  if (impartiality) return impartiality
  // "Who was absent?" asks for no holder, whatever office the matter is of.
  const mayAskHolder = inquiry.plan.facts.length === 0 && !isOfAbsent(inquiry.plan)
  const office = mayAskHolder ? (answerOffice(inquiry) ?? answerPerson(inquiry)) : undefined
  if (office) return office.outcome === 'abstained' ? (searchTableWords(inquiry) ?? office) : office
  switch (inquiry.plan.kind) {
    case 'help':
      return {
        outcome: 'clarify',
        paragraphs: [{ text: inquiry.texts.help, citations: [] }],
        derived: [],
        reason: 'help',
      }
    case 'decision':
      return answerReason(inquiry) ?? answerInForce(inquiry) ?? answerDecision(inquiry) ?? answerFromPassages(inquiry)
    case 'vote':
      return (
        (COUNTS_VOTES.test(inquiry.plan.question) ? undefined : answerWhoSaid(inquiry)) ??
        votedOver(inquiry) ??
        answerWhoSaid(inquiry) ??
        answerVote(inquiry) ??
        answerFromPassages(inquiry)
      )
    case 'proposal':
      return (
        thingsProposed(inquiry) ??
        answerProposal(inquiry) ??
        (asksWhatWasProposed(inquiry.plan) ? undefined : votedOver(inquiry)) ??
        answerWhoSaid(inquiry) ??
        answerFromPassages(inquiry)
      )
    case 'history':
      return answerHistory(inquiry) ?? answerFromPassages(inquiry)
    case 'follow-up':
      return answerFollowUp(inquiry) ?? answerFromPassages(inquiry)
    case 'attendance':
      return answerAttendance(inquiry) ?? answerFromPassages(inquiry)
    case 'meeting-fact':
      return datedPaper(inquiry) ?? answerMeetingFact(inquiry)
    case 'agenda':
      return answerAgenda(inquiry)
    case 'passage':
      return answerReason(inquiry) ?? answerInForce(inquiry) ?? answerWhoSaid(inquiry) ?? answerFromPassages(inquiry)
  }
}

const isOfAbsent = ({ kind, attendance }: Plan): boolean => kind === 'attendance' && attendance === 'absent'

/** "Styret i Nordvik brann": a board that keeps no minutes here may be told of in the report of its owner. */
const isOfReport = (body: string, { register, asker }: Inquiry): boolean => {
  const [, owner = ''] = /^(?:styret?|board)\s(?:\p{L}+\s)*(\S+)$/iu.exec(body) ?? []
  const stem = stemOf(fold(owner))
  return register
    .documents(asker)
    .some(({ kind, title, name }) => kind === 'report' && stemSet(`${title}\n${fileNameWords(name)}`).has(stem))
}

/** "Hvem gikk imot?" may be told of what somebody said; not so where voting is named. */
const COUNTS_VOTES = /(?<!\p{L})(?:stem|røyst|vot(?:e|ing)|enstemmig|samrøystes|forslag|framlegg|proposal|motion)/iu

/** Two answers longer than this are told in fewer words. */
const MOST_ANSWER_CHARS = 680
const lengthOf = ({ paragraphs }: Draft): number => paragraphs.reduce((chars, { text }) => chars + text.length + 1, 0)

/** Each question of a sentence answered, the second of the person whom the first one's answer names. */
function answerParts(inquiry: Inquiry, [plan, ...more]: readonly [Plan, ...Plan[]], isBrief = false): Draft {
  const first = draftFor({ ...inquiry, plan: { ...plan, isBrief } })
  const others = more.map((one) => {
    const named = withPersonTold(one.question, plan.question, first, knownNames(inquiry.meetings))
    const meant = { ...one, isBrief }
    const draft = draftFor({ ...inquiry, plan: named === undefined ? meant : replanned(meant, named) })
    return { draft, plan: one }
  })
  return joined([{ draft: first, plan }, ...others], inquiry)
}

/** What no line of the paper's own dates may stand in the text: "innkallingen ble sendt ut 3. mai". */
function datedPaper(inquiry: Inquiry): Draft | undefined {
  if (!inquiry.plan.facts.includes('documentDate')) return undefined
  const draft = answerMeetingFact(inquiry)
  return draft.outcome === 'answered' ? draft : answerFromPassages(inquiry)
}

/** "Hvilke tiltak ble foreslått?": of things, and not of proposals that somebody made. */
const ASKS_THINGS_PROPOSED = phrases(`
  ^ WHICH/hva_slags !*PROPOSAL*/*amendment* 1_word ... ble/vart/blei/were/are/ARE ... foreslått/føreslått/føreslegne/
    proposed/suggested
`)

function thingsProposed(inquiry: Inquiry): Draft | undefined {
  if (!ASKS_THINGS_PROPOSED.test(fold(inquiry.plan.question))) return undefined
  const draft = answerFromPassages(inquiry)
  return draft.outcome === 'answered' ? draft : undefined
}

/** "Hva foreslo Høyre …?": how they voted is no answer. */
const asksWhatWasProposed = ({ question }: Plan): boolean =>
  /^(?:hva|kva|what)\s(?:foreslo|føreslo|ville|did\s.{2,40}\s(?:propose|suggest))(?!\p{L})/u.test(fold(question))

/** A vote may tell what became of a proposal; that none is recorded tells nothing of what was proposed. */
function votedOver(inquiry: Inquiry): Draft | undefined {
  const draft = answerVote(inquiry)
  return draft?.reason === 'no-vote-recorded' ? undefined : draft
}

/** Several kinds look for the same passages before one of them answers. */
function once(find: FindPassages): FindPassages {
  const found = new Map<string, readonly RankedPassage[]>()
  return (asker, question, filter, limit) => {
    const key = JSON.stringify([question, filter, limit])
    const passages = found.get(key) ?? find(asker, question, filter, limit)
    found.set(key, passages)
    return passages
  }
}

/** The same citation stands once, however many paragraphs rest on it. */
function collect(draft: Draft): Pick<Answer, 'answer' | 'paragraphs' | 'citations'> {
  const citations: Citation[] = []
  const keys = new Map<string, number>()
  const placeOf = (citation: Citation): number => {
    const key = JSON.stringify(citation)
    const known = keys.get(key)
    if (known !== undefined) return known
    citations.push(citation)
    keys.set(key, citations.length)
    return citations.length
  }
  const paragraphs = draft.paragraphs.map((paragraph) => ({
    text: paragraph.text,
    citations: [...new Set(paragraph.citations.map(placeOf))],
  }))
  return { answer: paragraphs.map(({ text }) => text).join('\n'), paragraphs, citations }
}

/** What a reader is told beside the answer, in this order. */
const ANNOTATIONS = [withContradictions, withDisagreements, withOcrWarning] as const

/** Says how an elliptic question was understood, so that a wrong guess can be seen. */
const withNote = (draft: Draft, note: string): Draft => ({
  ...draft,
  paragraphs: [...draft.paragraphs, { text: note, citations: [] }],
})

/** How an answer came about: for the operator's eyes, since it shows passages that were not cited. */
export interface Explanation {
  readonly answer: Answer
  readonly plan: Plan
  /** The matter as it was understood: the question's words with the stems each may be met by. */
  readonly terms: readonly Term[]
  /** Best first, as the search gave them. */
  readonly passages: readonly RankedPassage[]
  /** Numbers and names that the gate found no source for; what held them was dropped. */
  readonly unfounded: readonly string[]
}

export interface Answerer {
  readonly answer: AnswerQuestion
  explain(question: string, asker: Asker): Explanation
}

const MOST_EXPLAINED_PASSAGES = 8

interface Considered {
  readonly inquiry: Inquiry
  readonly draft: Draft
  readonly answer: Answer
}

/** Answers without any model: the register by exact look-up, the text by its best sentence, and else an honest no. */
export function createAnswerer({ register: stored, findPassages, clock }: AnswererParts): Answerer {
  const register = cachedRegister(stored)
  const conversations = createConversations()

  function consider(asked: string, { question, language, usedContext }: Resolved, asker: Asker): Considered {
    const started = performance.now()
    const today = dayInNorway.format(clock.nowMs())
    const meetings = groupMeetings(register.meetings(asker, {}))
    const dated = withMeetingDays(expandShorthand(question), meetings)
    const asking = wholeCaseNumbers(dated, matchCommittee(question, meetings).groups)
    const same = asksWhetherSame(asking)
    const todayYear = Number(today.slice(0, 4))
    const plans = plansOf(asking, todayYear, language)
    const [plan] = plans
    const texts = textsIn(plan.language)
    const inquiry: Inquiry = {
      asker,
      plan,
      language: plan.language,
      texts,
      today,
      register,
      findPassages: once(findPassages),
      meetings,
    }
    // Whether parts add up is told before whether places tell the same.
    const added = same && answerAddsUp({ ...inquiry, plan: planQuestion(question, todayYear, plan.language) })
    const told =
      added ?? (same && answerToldTheSame({ ...inquiry, plan: planQuestion(same.value, todayYear, plan.language) }))
    const whole = told ?? answerParts(inquiry, plans)
    const isLong = plans.length > 1 && lengthOf(whole) > MOST_ANSWER_CHARS
    const answered = isLong ? answerParts(inquiry, plans, true) : whole
    const drafted = ANNOTATIONS.reduce((draft, annotate) => annotate(draft, inquiry), answered)
    const draft = usedContext ? withNote(drafted, texts.understoodAs(question)) : drafted
    const known = `${asked}\n${question}`
    const people = peopleOnly(meetings)
    const shown =
      passThroughGate(draft, known, people) ??
      passThroughGate(notFound(inquiry), known, people) ??
      declined('gate', texts.noDocuments)
    const answer: Answer = {
      question: asked,
      language: plan.language,
      outcome: shown.outcome,
      ...collect(shown),
      derived: shown.derived,
      reason: shown.reason,
      mode: 'model-free',
      elapsedMs: Math.round((performance.now() - started) * 10) / 10,
    }
    return { inquiry, draft, answer }
  }

  return {
    async answer(asked, asker) {
      const nowMs = clock.nowMs()
      const resolved = conversations.resolve(asker.conversation, asked.slice(0, MAX_QUESTION_CHARS), nowMs)
      const { answer, inquiry } = consider(asked, resolved, asker)
      if (inquiry.plan.kind !== 'help') conversations.remember(asker.conversation, resolved.question, answer, nowMs)
      return answer
    },
    explain(asked, asker) {
      const question = asked.slice(0, MAX_QUESTION_CHARS)
      const { answer, inquiry, draft } = consider(asked, { question, language: undefined, usedContext: false }, asker)
      const { plan, meetings } = inquiry
      const citations = draft.paragraphs.flatMap((paragraph) => paragraph.citations)
      return {
        answer,
        plan,
        terms: topicOf(question, {
          language: plan.askedIn,
          without: matchCommittee(question, meetings).stems,
          wanted: plan.wanted,
        }),
        passages: findPassages(asker, question, {}, MOST_EXPLAINED_PASSAGES),
        unfounded: draft.paragraphs.flatMap(({ text }) => [
          ...unfoundedNumbers(text, question, citations, draft.derived),
          ...unfoundedNames(text, question, citations, peopleOnly(meetings)),
        ]),
      }
    },
  }
}
