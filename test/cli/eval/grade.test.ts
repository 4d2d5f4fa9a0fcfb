import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GivenAnswer, type GoldenQuestion, grade, says } from '../../../src/cli/eval/grade.ts'
import { readQuestions } from '../../../src/cli/eval/read-questions.ts'
import type { Citation } from '../../../src/domain/answer.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const sharedGrader = join(root, '..', 'shared', 'questions', 'grade.mjs')
const questionsPath = join(root, 'test', 'golden', 'questions.jsonl')

const question: GoldenQuestion = {
  id: 'Q1',
  lang: 'nb',
  question: 'Hvor stort var budsjettet i 2024?',
  kind: 'budget',
  answer: '32,915 mill. kr',
  must_contain: ['32,915'],
  must_not_contain: ['31,480'],
  accept_any: [['mill. kr', 'millioner']],
  source: 'firklang-arsrapport-2024',
  evidence: 'Budsjettet for 2024 var 32,915 mill. kr.',
  answerable: true,
}
const trap: GoldenQuestion = {
  ...question,
  id: 'Q2',
  kind: 'unanswerable',
  evidence: '',
  answerable: false,
  trap: 'year',
}

const citation = (document: string, quote: string): Citation => ({
  document,
  quote,
  title: '',
  page: null,
  caseNumber: null,
  meetingDate: null,
  url: null,
})
const good: GivenAnswer = {
  id: 'Q1',
  outcome: 'answered',
  answer: 'Budsjettet var 32,915 mill. kr.',
  citations: [citation('firklang-arsrapport-2024.docx', 'Budsjettet for 2024 var 32,915 mill. kr.')],
  derived: [],
}
const totalsOf = (answer: Partial<GivenAnswer>, asked = question) => grade([asked], [{ ...good, ...answer }]).totals

describe('grade', () => {
  it('counts an answer that says what is asked and quotes it', () => {
    expect(totalsOf({})).toMatchObject({ answerable: 1, correct: 1, cited: 1, invented: 0, missing: 0 })
  })

  it('fails an answer that lacks a fact, has a forbidden one, is a dump or was declined', () => {
    expect(totalsOf({ answer: 'Budsjettet var stort, i mill. kr.' }).correct).toBe(0)
    expect(totalsOf({ answer: '32,915' }).correct).toBe(0)
    expect(totalsOf({ answer: '32,915 mill. kr, opp fra 31,480 mill. kr' }).correct).toBe(0)
    expect(totalsOf({ answer: `32,915 mill. kr${' og'.repeat(300)}` }).correct).toBe(0)
    expect(totalsOf({ outcome: 'abstained' })).toMatchObject({ correct: 0, refused: 1 })
    expect(totalsOf({ outcome: 'clarify' })).toMatchObject({ correct: 0, refused: 0 })
  })

  it('gives no citation for a quote from another document or of other words', () => {
    expect(
      totalsOf({ citations: [citation('firklang-arsrapport-2023.pdf', good.citations[0]?.quote ?? '')] }),
    ).toMatchObject({
      correct: 1,
      cited: 0,
    })
    expect(totalsOf({ citations: [citation('firklang-arsrapport-2024.docx', 'Fondet var 32,915')] }).cited).toBe(0)
  })

  it('asks for half of the evidence where there are several pieces', () => {
    const extra = ['Lønn utgjør mest', 'Lisenser kostet mindre', 'Strøm kom til slutt'].map((evidence) => ({
      source: 'b',
      evidence,
    }))
    const long = { ...question, evidence_extra: extra }
    expect(totalsOf({}, long).cited).toBe(0)
    expect(totalsOf({ citations: [...good.citations, citation('b.pdf', 'Lønn utgjør mest')] }, long).cited).toBe(1)
  })

  it('finds numbers that nothing explains, and believes a computation only from quoted terms', () => {
    expect(totalsOf({ answer: '32,915 mill. kr, fordelt på 4 kommuner' }).invented).toBe(1)
    const answer = '32,915 mill. kr, opp 1,435 mill. kr'
    const derived = (from: string[]) => [{ value: '1,435', operation: 'difference' as const, from }]
    expect(totalsOf({ answer, derived: derived(['32,915', '31,480']) }).invented).toBe(1)
    expect(totalsOf({ answer, derived: derived([]) }).invented).toBe(1)
    const citations = [
      ...good.citations,
      citation('firklang-arsrapport-2023.pdf', 'Budsjettet for 2023 var 31,480 mill. kr.'),
    ]
    expect(totalsOf({ answer, citations, derived: derived(['32,915', '31,480']) }).invented).toBe(0)
  })

  it('takes only a refusal for a trap, and counts a question without an answer as missing', () => {
    expect(totalsOf({ id: 'Q2', outcome: 'abstained' }, trap)).toMatchObject({ unanswerable: 1, abstained: 1 })
    expect(totalsOf({ id: 'Q2' }, trap)).toMatchObject({ unanswerable: 1, abstained: 0 })
    expect(grade([question, trap], []).totals).toMatchObject({ missing: 2, correct: 0, abstained: 0 })
  })

  it('tells totals apart by kind and language, and names what failed', () => {
    const grades = grade([question, { ...trap, lang: 'nn' }], [good, { ...good, id: 'Q2' }])
    expect(grades.byKind.get('budget')).toMatchObject({ answerable: 1, correct: 1, unanswerable: 0 })
    expect(grades.byLanguage.get('nn')).toMatchObject({ unanswerable: 1, abstained: 0 })
    expect(grades.failures.map(({ id, why }) => `${id} ${why}`)).toEqual(['Q2 should abstain'])
    expect(grades.score).toBe(0.5)
  })

  it('looks for whole numbers and the starts of words', () => {
    expect(says('i alt 15 eller 1,5', '5')).toBe(false)
    expect(says('kl. 08:15', '15')).toBe(false)
    expect(says('5 stillinger.', '5')).toBe(true)
    expect(says('sentralbordet', 'bord')).toBe(false)
    expect(says('utsettes', 'utsett')).toBe(true)
    expect(says('2\u00a0400 kr', '2 400')).toBe(true)
  })

  it('gives the same figures as the shared grader', () => {
    if (!existsSync(sharedGrader)) {
      console.warn(`skipped: ${sharedGrader} is not there`)
      return
    }
    const questions = readQuestions(questionsPath)
    const answers = questions.map(variedAnswer)
    const folder = mkdtempSync(join(tmpdir(), 'grade-'))
    try {
      const answersPath = join(folder, 'answers.jsonl')
      writeFileSync(answersPath, answers.map((answer) => JSON.stringify(answer)).join('\n'))
      const printed = execFileSync(process.execPath, [sharedGrader, questionsPath, answersPath], { encoding: 'utf8' })
      const { totals, score } = grade(questions, answers)
      expect(JSON.parse(printed)).toEqual({
        correct: `${totals.correct}/${totals.answerable}`,
        cited: `${totals.cited}/${totals.answerable}`,
        abstained: `${totals.abstained}/${totals.unanswerable}`,
        over_refusal: (totals.refused / totals.answerable).toFixed(3),
        invented_numbers: totals.invented,
        missing: totals.missing,
        score: score.toFixed(3),
      })
      for (const count of [totals.correct, totals.cited, totals.abstained, totals.refused, totals.invented])
        expect(count).toBeGreaterThan(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** Good, bad and odd answers in turn, so that every rule has something to judge. */
function variedAnswer(asked: GoldenQuestion, index: number): GivenAnswer {
  const document = `${asked.source}${index % 2 ? '.pdf' : '.raw.txt'}`
  const full = asked.evidence || (asked.near_miss ?? '')
  const answer: GivenAnswer = {
    id: asked.id,
    outcome: 'answered',
    answer: `${asked.answer} ${asked.evidence}`,
    citations: [citation(document, full)],
    derived: [],
  }
  switch (index % 9) {
    case 1:
      return { ...answer, outcome: 'abstained', answer: 'Det finner jeg ikke i dokumentene.', citations: [] }
    case 2:
      return { ...answer, answer: asked.answer }
    case 3:
      return { ...answer, answer: `${answer.answer} og 987 654 til` }
    case 4:
      return { ...answer, citations: [citation('annet.pdf', full)] }
    case 5:
      return { ...answer, citations: [citation(document, full.slice(0, full.length / 3))] }
    case 6:
      return { ...answer, answer: '47 av 3,5', derived: [{ value: '47', operation: 'count', from: [] }] }
    case 7:
      return { ...answer, outcome: 'clarify', answer: `${answer.answer} ${'ord '.repeat(250)}` }
    default:
      return answer
  }
}
