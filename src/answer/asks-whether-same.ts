import { fold } from '../norwegian/fold.ts'
import { phrases } from './phrases.ts'

/** "Sier teksten det samme som tabellen?", "Er kildene enige om …?", "Stemmer tallet overalt?" */
const ASKS = phrases(`
  SAME = det_samme/det_same/samme/same/likt/like/enig(e)/einig(e)/samde/samd
  sier/seier/oppgir/viser/står/er/har 0-8_words SAME
  stemmer 0-6_words overens/overalt/med
  er det 0-2_words samsvar/avvik/motstrid
  motsier/motseier/spriker/ulike_tall/ulike_tal/forskjellige_tall/forskjellige_tal/selvmotsigelse*
  ble/blei/vart/er/var ...60 et_annet/eit_anna/en_annen/ein_annan ...60 enn
  say(s) 0-2_words same
  do/does/did/are/is ...60 agree/same/consistent/contradict*/match*
`)
/** Whether parts add up is another question. */
const OF_PARTS = phrases('post(er,ene)/postar/postane/del(er,ene)/delar/delane/*månedstall*/*månadstal*/sum(men)/parts')
/** "…, og er det samme tallet brukt overalt?" */
const SECOND = /(?:,\s*(?:(?:og|and|men|but)\s+)?|\s(?:og|and)\s|\s[–-]\s|[?.]\s+)(?=\p{L})/gu
const MIN_WORDS = 3

export interface AskedTwice {
  /** The question of the figure alone, where the sentence asks that first. */
  readonly value: string
}

/**
 * Whether a question asks if all places tell the same of a thing.
 * @returns undefined where it does not
 */
export function asksWhetherSame(question: string): AskedTwice | undefined {
  if (!ASKS.test(fold(question)) || OF_PARTS.test(fold(question))) return undefined
  for (const match of [...question.matchAll(SECOND)].reverse()) {
    const [value, check] = [question.slice(0, match.index), question.slice(match.index + match[0].length)]
    const isWhole = value.trim().split(/\s+/).length >= MIN_WORDS
    if (isWhole && ASKS.test(fold(check)) && !ASKS.test(fold(value))) return { value: `${value.trim()}?` }
  }
  return { value: question }
}
