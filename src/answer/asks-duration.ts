import { phrases } from './phrases.ts'

/** "Hvor lenge måtte man vente?" @param question folded */
export const asksDuration = (question: string): boolean => ASKS.test(question)
const ASKS = phrases('hvor/kor/how lenge/long')

const UNIT =
  '(?:sekund|minutt|time|timar|dag|døgn|uke|veke|måned|månad|år|sesong|second|minute|hour|day|week|month|year)'
const UNITS = new RegExp(`^${UNIT}`, 'iu')
const TOLD = new RegExp(
  String.raw`(?:\d|(?<!\p{L})(?:en|ett?|ein|eitt?|to|tre|fire|fem|seks|one|two|three|half|halv\p{L}*|flere|fleire))[\s-]{0,2}${UNIT}`,
  'iu',
)
const UNTIL = phrases('permanent*/midlertidig*/inntil_videre/inntil_vidare/på_ubestemt_tid/until', 'iu')

/** Whether a text tells how long something takes or lasts. */
export const tellsDuration = (text: string): boolean => TOLD.test(text) || UNTIL.test(text)

/** Whether figures in a unit are lengths of time. */
export const isDurationUnit = (unit: string | undefined): boolean => unit !== undefined && UNITS.test(unit)
