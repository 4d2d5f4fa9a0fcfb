import type { Token } from '../norwegian/tokens.ts'

const WORDS = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** An infinitive follows. */
const MODALS = WORDS(
  'å skal skulle kan kunne må måtte vil ville bør burde får fikk fekk lar lot to will would shall should can could must may did does do',
)
/** A participle may follow; or a noun, so its ending must tell. */
const AUXILIARIES = WORDS(
  'ble blir blei vart vert bli blitt vorte er var har hadde være vere was were been has had is are be',
)
/** The finite verb follows these at once. */
const ASKING = WORDS('hva kva hvem kven når hvorfor kvifor korfor hvordan korleis korleis som')
const ADVERBS = WORDS('når hvor hvordan hvorfor kor korleis kvifor kvar when where why how da')
/** "hvor mye betaler …", "hvor ofte treffes …" */
const MUCH = WORDS('mye mykje much ofte often lenge long')
/** "Hvilken dato startet …?", "hvor mange ganger rykket …?" */
const WHICH = /^(?:hvilken|hvilket|hvilke|which|mange|many)$/u
const IN = WORDS('i in')
const PAST = /(?:te|de|dde|et|ok|ikk|ekk|lp|p|ed)$/u
/** "noterte": no noun ends so. */
const SURELY = /^\p{L}{3,}er(?:te|er|a)$/u
const BETWEEN = WORDS('ikke ikkje også òg no nå da seg det man en me vi dei de')
const INFINITIVE = /(?:e|a|es|es|ast|få|gå|se|sjå|gi|ta|bli|stå|slå|dra|la|be)$/u
/** No nouns: in a question the subject may stand between the auxiliary and its verb. */
const PARTICIPLE = /(?:[rkdlsngmpv]t|tt|dd|ed)$/u
const FINITE = /(?:er|te|de|a|dde|et|es|ar|ast|kk|ok|ød|ikk|ekk|lp|lt|d|t)$/u

/** A participle follows these, with the subject between: "har Nordby varslet", "ble det nye bygget tatt". */
const BEFORE_SUBJECT = WORDS('har hadde ble blir blei vart vert has have had')
/** What stands before them is no part of the same clause; nor is what comes after. */
const BOUNDARIES = WORDS(
  'i på til for av med om fra frå ved og eller som at der da når hos mot etter før under in on to for of with about from by and or that',
)
/** A noun follows. */
const DETERMINERS = WORDS('en et ei ein eit egen eget eiga ny nytt noe noko noen nokon ingen inga the a an any no')
const DEFINITE = WORDS('det den de dei')
const SURE_PARTICIPLE = /(?:[rldsngmpv]t|et|[dt]att|satt|fått|gått|gitt|stått|sett|lagt|sagt|brukt|økt|søkt)$/u

/** The place of a participle behind its subject: the last word of the clause. */
function participleAfterSubject(words: readonly Token[]): number | undefined {
  const auxiliary = words.findIndex(({ folded }) => BEFORE_SUBJECT.has(folded))
  if (auxiliary < 0) return undefined
  const after = words.findIndex(({ folded }, index) => index > auxiliary + 1 && BOUNDARIES.has(folded))
  const last = (after < 0 ? words.length : after) - 1
  // "det endelige vedtaket"
  const isDefiniteNoun = DEFINITE.has(words[last - 2]?.folded ?? '') && /e$/u.test(words[last - 1]?.folded ?? '')
  const isClause = last >= auxiliary + 2 && !DETERMINERS.has(words[last - 1]?.folded ?? '') && !isDefiniteNoun
  return isClause && SURE_PARTICIPLE.test(words[last]?.folded ?? '') ? last : undefined
}

/** Whether a word of a question is most likely what was done, and not what it was done to. */
export function isVerb(words: readonly Token[], index: number): boolean {
  const word = words[index]?.folded ?? ''
  let at = index - 1
  while (at > 0 && BETWEEN.has(words[at]?.folded ?? '')) at -= 1
  // "Hvorfor er forprosjektet forsinket?", "Når ble saken utsatt?": what is said of the subject stands last.
  const isLast = index === words.length - 1 && index > 2
  if (isLast && ADVERBS.has(words[0]?.folded ?? '') && AUXILIARIES.has(words[1]?.folded ?? ''))
    return PARTICIPLE.test(word) || /(?:et|a)$/u.test(word)
  const before = words[at]?.folded
  if (SURELY.test(word) || participleAfterSubject(words) === index) return true
  // "I hvilken måned i 2024 rykket …?"
  const thing = words[index - 1]?.kind === 'number' && IN.has(words[index - 2]?.folded ?? '') ? index - 3 : index - 1
  if (WHICH.test(words[thing - 1]?.folded ?? '') && !/e$/u.test(words[thing]?.folded ?? '') && PAST.test(word))
    return true
  if (before === undefined) return false
  // "Når skal kommunene betale?": the subject comes first.
  const isSubjectNext = (modal: number): boolean =>
    MODALS.has(words[modal]?.folded ?? '') && (modal === 0 || ADVERBS.has(words[modal - 1]?.folded ?? ''))
  if (MODALS.has(before)) return INFINITIVE.test(word) && !(at === index - 1 && isSubjectNext(at))
  if (at === index - 1 && isSubjectNext(at - 1)) return INFINITIVE.test(word)
  if (AUXILIARIES.has(before)) return PARTICIPLE.test(word)
  return (ASKING.has(before) || MUCH.has(before)) && at === index - 1 && FINITE.test(word)
}
