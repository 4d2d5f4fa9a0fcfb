import { fold } from '../norwegian/fold.ts'
import { asksEffect } from './cause-and-effect.ts'
import { phrases } from './phrases.ts'

const ASKS_MEANING = phrases(`
  ^ WHAT menes/meinest/menast/er_meint/er_ment/is_meant med/by *
  ^ WHAT vil/does/do/did ...60 si/seie/mean
  ^ WHAT betyr/betyder/tyder/mean(s)
  ^ WHAT står ...40 for
  ^ hva/kva/hvem/kven består ...60 av
  ^ what/who does/do ...60 consist_of
  ^ forklar/definer/explain/define *
`)
const ASKS_WHAT_IT_IS =
  /^(?:hva|kva|what)\s+(?:er|is|are|betyr|means?)\s+(?:(?:egentlig|eigentleg|the|en|ei|et|ein|eit)\s+)*[\p{L}-]+(?:\s+(?:for noe|for noko|egentlig|eigentleg|mean))?[\s?,.]*(?:$|(?:og|and)\s)/u

/** Whether a question asks what a thing is: "Hva er Helseplattformen?" */
export const asksWhatItIs = (question: string): boolean =>
  ASKS_WHAT_IT_IS.test(fold(question)) || (ASKS_MEANING.test(fold(question)) && !asksEffect(question))
