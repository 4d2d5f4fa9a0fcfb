import { phrases } from './phrases.ts'

/** "Hvor ofte møtes lederne?" @param question folded */
export const asksFrequency = (question: string): boolean => ASKS.test(question)
const ASKS = phrases('hvor/kor/how ofte/often')

const TOLD = phrases(
  `
  en/én/ett/to/tre/fire/fem/seks/en_eller_to/flere/fleire/one/two/three/four *gang*/*gong*/*møte*/time(s)/meeting(s)
  once/twice/sjelden/sjeldan/ofte/jevnlig/jamleg/regelmessig/daglig/dagleg/daily/weekly/monthly/yearly/annually
  ukentlig*/vekentleg*/månedlig*/månadleg*/årlig*/årleg*/kvartalsvis*/halvårlig*/halvårleg*
  hver(t)/kvar(t)/every/each 0-1_words dag/uke/veke/måned/månad/år/kvartal/vår/høst/haust/day/week/month/year/quarter
  `,
  'iu',
)
const NUMBERED = /\d\s(?:ganger|gonger|gongar|møter|møte|times|meetings)(?!\p{L})/iu

/** Whether a text tells how often something happens. */
export const tellsFrequency = (text: string): boolean => TOLD.test(text) || NUMBERED.test(text)
