import { fold } from '../norwegian/fold.ts'
import { asksEffect } from './cause-and-effect.ts'

const ASKS_MEANING =
  /^(?:hva|kva|what)\s+(?:(?:menes|meinest|menast|er meint|er ment|is meant)\s+(?:med|by)\s|(?:vil|does|do|did)\s.{2,60}\s(?:si|seie|mean)(?!\p{L})|(?:betyr|betyder|tyder|means?)\s|står\s.{2,40}\sfor(?!\p{L}))|^(?:hva|kva|hvem|kven)\sbestår\s.{2,60}\sav(?!\p{L})|^(?:what|who)\s(?:does|do)\s.{2,60}\sconsist\sof(?!\p{L})|^(?:forklar|definer|explain|define)\s/u
const ASKS_WHAT_IT_IS =
  /^(?:hva|kva|what)\s+(?:er|is|are|betyr|means?)\s+(?:(?:egentlig|eigentleg|the|en|ei|et|ein|eit)\s+)*[\p{L}-]+(?:\s+(?:for noe|for noko|egentlig|eigentleg|mean))?[\s?,.]*(?:$|(?:og|and)\s)/u

/** Whether a question asks what a thing is: "Hva er Helseplattformen?" */
export const asksWhatItIs = (question: string): boolean =>
  ASKS_WHAT_IT_IS.test(fold(question)) || (ASKS_MEANING.test(fold(question)) && !asksEffect(question))
