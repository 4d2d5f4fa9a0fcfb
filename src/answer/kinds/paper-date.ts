import { localDate } from '../../domain/ids.ts'
import { findDates } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import { meets } from '../meets.ts'
import { ASKS_WHEN } from '../plan/forms.ts'
import { stemSet, topicOf } from '../topic.ts'
import { dateInWords } from '../words.ts'
import { sourceInWords } from './passage.ts'

const PAPER =
  /(?<!\p{L})\p{L}*(?:rapport|melding|notat|plan|avtale|regnskap|rekneskap|strategi|report|memo|agreement|accounts)(?:en|a|et|s)?(?!\p{L})/u
const IS_DATED =
  /(?<!\p{L})(?:datert|dagsett|signert|underskreve[tn]|underskriven|underteikna|undertegnet|dated|signed)(?!\p{L})/u
const IS_APPROVED = /(?<!\p{L})(?:godkjen[tn]\p{L}*|approved)(?!\p{L})/u
/** What approvals and signatures stand under, and lines that bear one. */
const SIGNATURES = /(?<!\p{L})(?:godkjen\p{L}*|underskrift\p{L}*|signatur\p{L}*)(?!\p{L})/iu
const SIGNED =
  /^(?:dato|date|underskrift|signert|signatur|datert|dagsett|sted og dato|stad og dato)(?!\p{L})|(?<!\p{L})(?:rapporten|meldingen|meldinga|notatet|planen|avtalen)\s(?:er|ble|vart)\s(?:godkjent|signert|underskrevet|vedtatt|vedteken)(?!\p{L})/iu

/** Whether a question asks for the day that a paper itself bears; what was approved may have been decided in a meeting. */
export const asksPaperDate = (question: string, byApproval: boolean): boolean => {
  const text = fold(question)
  return ASKS_WHEN.test(text) && PAPER.test(text) && (IS_DATED.test(text) || (byApproval && IS_APPROVED.test(text)))
}

/**
 * The one day that a report bears itself, where it is approved or signed.
 * @returns undefined where no paper of that name bears one, or bears several
 */
export function answerPaperDate({ asker, register, plan, texts, language, ...inquiry }: Inquiry): Draft | undefined {
  const terms = topicOf(plan.question, { language: plan.askedIn }).filter(
    ({ text, isSpecific, folded, stems }) =>
      (isSpecific && !plan.meeting.years.includes(Number(text))) || [folded, ...stems].some((word) => PAPER.test(word)),
  )
  const papers = register
    .documents(asker)
    .toSorted((a, b) => Number(a.pageCount === null) - Number(b.pageCount === null))
    .filter(({ kind, title, name, year, date }) => {
      if (kind === 'minutes' || kind === 'notice') return false
      const called = `${title}\n${fileNameWords(name)}`
      const isOfYear = plan.meeting.years.every((asked) =>
        [String(year), date?.slice(0, 4), called].some((told) => told?.includes(String(asked))),
      )
      return isOfYear && terms.length > 0 && terms.every((term) => meets(term, stemSet(called)) > 0)
    })
  for (const { id } of papers) {
    const dated = register.passagesOf(asker, id).flatMap((passage) =>
      SIGNATURES.test(passage.headings.at(-1) ?? '') || SIGNED.test(passage.text)
        ? findDates(passage.text).flatMap(({ year = 0, month = 0, day = 0, text }) => {
            const written = localDate(year, month, day)
            return written ? [{ written, text, passage }] : []
          })
        : [],
    )
    const [first] = dated
    if (!first || dated.some(({ written }) => written !== first.written)) continue
    const passage = { ...first.passage, score: 1 }
    const day = language === 'en' ? dateInWords(first.written, 'en') : first.text
    const source = sourceInWords(passage, { asker, register, plan, texts, language, ...inquiry })
    return {
      outcome: 'answered',
      paragraphs: [
        {
          text: `${texts.dated(day, source)}\n«${passage.text}»`,
          citations: [citePassage(passage, passage.text, null)],
        },
      ],
      derived: [],
      reason: 'paper-date',
    }
  }
  return undefined
}
