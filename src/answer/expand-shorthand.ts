import { monthOf } from '../norwegian/dates.ts'

const MONTHS =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|apr|jun|jul|aug|sep|sept|okt|nov|des'
/** "i mars 23"; English "March 23" is a day. */
const SHORT_YEAR = new RegExp(
  String.raw`(?<!\p{L})(?<!\d\.?\s)(${MONTHS})\.?\s+'?(\d{2})(?![\d.:,/]|\s*(?:${MONTHS}))`,
  'giu',
)
/** "desembermøtet (i) 2025" */
const MONTH_MEETING = new RegExp(
  String.raw`(?<!\p{L})(${MONTHS})(møtet?)(?!\p{L})(?:\s+(?:i\s+)?((?:19|20)\d{2}))?`,
  'giu',
)

/** A question with the short forms of a chat written out: "desembermøtet 25" is the meeting in December 2025. */
export function expandShorthand(question: string): string {
  return question
    .replace(SHORT_YEAR, (text, month: string, year: string) =>
      monthOf(month) === undefined ? text : `${month} 20${year}`,
    )
    .replace(MONTH_MEETING, (_, month: string, meeting: string, year: string | undefined) =>
      [meeting, 'i', month, year].filter(Boolean).join(' '),
    )
}
