import { fold } from '../norwegian/fold.ts'

const ASKS_REASON =
  /(?<!\p{L})(?:hvorfor|korfor|kvifor|why|how come|\p{L}*årsak(?:en|a|er|ar|ene|ane)?|(?<!på\s)(?:bak)?grunn(?:en|er|ar|ene|ane)?|skyld(?:es|tes|ast|tast)?|skuld(?:ast|es|a)?|reasons?|causes?|caused|(?:kva|hva)\s(?:er det som\s)?(?:forklar\p{L}*|gjorde at|gjør at|gjer at|førte til|førde til|fører til|(?:kommer|kjem|kom)\s.{0,60}av)|what (?:explains?|explained|made|makes|led to|is behind|was behind))(?!\p{L})/u
/** A cause is told with its effect: by words for it, or by what the one did to the other. */
const REASON =
  /(?<!\p{L})(?:fordi|ettersom|skyld\p{L}*|skuld\p{L}*|sam(?:menheng|anheng)\p{L}*|heng(?:er)? sam(?:men|an) med|grunn(?:en|er|ar|ene|ane|et|a)?|\p{L}*årsak\p{L}*|følgj?e av|resultat av|derfor|difor|bakgrunn\p{L}*|begrunn\p{L}*|grunngj\p{L}*|av omsyn til|av hensyn til|takket være|takka vere|(?:kommer|kjem|kom)\s(?:\p{L}+\s){0,4}av|(?:før(?:te|de|er|t)|bidr(?:o|og|ar|att|eg|egen))\s(?:\p{L}+\s){0,2}til|medfør\p{L}*|resulter\p{L}*|(?:gjorde|gjør|gjer|gjort)\s(?:\p{L}+\s){0,2}at|i og med|because|due to|led to)(?!\p{L})|,\s(?:siden|sidan)\s(?=\p{L})/u

export const asksReason = (question: string): boolean => ASKS_REASON.test(fold(question))

/** Whether a text says why: "fordi", "skyldes", "på grunn av", "dette førte til". */
export const givesReason = (text: string): boolean => REASON.test(fold(text))

/** The effect stands before "skyldes", and behind "førte til". */
const FROM_EFFECT =
  /(?<!\p{L})(?:fordi|ettersom|skyld\p{L}*|skuld\p{L}*|sam(?:menheng|anheng) med|heng(?:er)? sam(?:men|an) med|på grunn av|grunnet|grunna|følgj?e av|resultat av|(?:kommer|kjem|kom)\s(?:\p{L}+\s){0,4}av|because|due to)(?!\p{L})/u
const TO_EFFECT =
  /(?<!\p{L})(?:(?:før(?:te|de|er|t)|bidr(?:o|og|ar|att|eg|egen))\s(?:\p{L}+\s){0,2}til|medfør\p{L}*|resulter\p{L}*\si|(?:gjorde|gjør|gjer|gjort)\s(?:\p{L}+\s){0,2}at|led to)(?!\p{L})/u

/** What of a sentence tells of the effect, where its cause is told beside it; else all of it. Folded: never to be quoted. */
export function effectIn(sentence: string): string {
  const text = fold(sentence)
  const from = FROM_EFFECT.exec(text)
  if (from && from.index > 0) return text.slice(0, from.index)
  const to = TO_EFFECT.exec(text)
  return to ? text.slice(to.index + to[0].length) : text
}

/** "Hva får det å si for skolene?", "What would the cuts mean for the schools?": not what a word means. */
const ASKS_EFFECT =
  /(?<!\p{L})(?:konsekven\p{L}*|(?:hva|kva)\s.{0,60}(?:(?:å\s(?:si|seie)|(?:betyr?|bety|tyder)\s.{0,60}(?<!\p{L})for)|følgene|følgjene|føre[rt]? til|førte til|førde til|innebære\p{L}*|innebar|skjer (?:hvis|dersom|når|om|med))|(?:hvilke|kva for) (?:følger|følgjer|(?:ring)?virkning\p{L}*|verknad\p{L}*)|(?:hvordan|korleis) .{0,60}påv(?:irk|erk)\p{L}*|what .{0,80}(?<!\p{L})means? (?:for|to)|consequences?|what .{0,30}(?:effects?|impact)|how .{0,60}affect|what happens (?:if|when|to))(?!\p{L})/u
const EFFECT =
  /(?<!\p{L})(?:\p{L}*konsekven\p{L}*|følgene|følgjene|følger for|vil|ville|would|(?:før(?:e|er|t|te|de))\s(?:\p{L}+\s){0,2}til|medfør\p{L}*|innebær\p{L}*|inneber\p{L}*|bety\p{L}*|tyder|resulter\p{L}*|gi[rt]?|gje[rv]?|gjør at|gjer at|derfor|difor|dermed|slik at|påvirk\p{L}*|påverk\p{L}*|mean\p{L}*|lead to|affect\p{L}*)(?!\p{L})/u

export const asksEffect = (question: string): boolean => ASKS_EFFECT.test(fold(question))

/** Whether a text says what comes of something. */
export const givesEffect = (text: string): boolean => EFFECT.test(fold(text))
