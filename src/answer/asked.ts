import { fold } from '../norwegian/fold.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'
import { actAsked, DISAGREED, TELLS_VIEW, viewAsked } from './acts.ts'
import { roleAsked } from './asks-name-of.ts'
import { asksWhatItIs } from './asks-what-it-is.ts'
import { asksEffect, asksReason } from './cause-and-effect.ts'
import { type AskedCount, countAskedIn } from './enumeration.ts'
import type { WantedOf } from './has-wanted.ts'
import { type KnownNames, placesIn } from './known-names.ts'
import { asksFor } from './operation.ts'
import { phrases } from './phrases.ts'
import type { Wanted } from './plan/wanted.ts'
import type { Plan } from './plan.ts'
import { asksWhatHappened } from './told-ahead.ts'
import { matterOf, questionStems, type Term } from './topic.ts'

/** What is asked, taken apart once for all the words that may answer it. */
export interface Asked {
  readonly plan: Plan
  readonly names: KnownNames
  readonly terms: readonly Term[]
  /** The terms that tell the matter: no names, no numbers, no light words. */
  readonly matter: readonly Term[]
  /** Names and numbers. */
  readonly named: readonly Term[]
  /** The years: a condition, so that it tells little whether a sentence repeats them. */
  readonly timed: readonly Term[]
  /** All terms but the years; all of them where there are no others. */
  readonly untimed: readonly Term[]
  readonly people: readonly Term[]
  readonly places: readonly string[]
  /** All telling stems, grammar included. */
  readonly stems: readonly string[]
  /** The telling words, folded, as they were written. */
  readonly forms: readonly string[]
  readonly wants: Omit<WantedOf, 'body' | 'common'>
  readonly isNumeric: boolean
  /** "Hva mente Kari Nes": who is asked to have said something. */
  readonly speaker: string | undefined
  readonly asksReason: boolean
  /** "Hvilke vedlegg": what sort of thing a list must tell of. */
  readonly listed: Term | undefined
  /** "Hvilke tre alternativer": how many things are asked for. */
  readonly countAsked: AskedCount | undefined
  /** "Hva får det å si for skolene?" */
  readonly asksEffect: boolean
  /** "Når er en hendelse alvorlig?": no date is asked for. */
  readonly asksOccasion: boolean
  readonly asksWhatItIs: boolean
  /** "Når åpnet det?": what was told afterwards is better than what was planned. */
  readonly asksWhatHappened: boolean
  /** "Får ansatte …?" is answered by what was decided, not by what was said. */
  readonly asksLeave: boolean
  /** "Hvilken rente …?": the one thing asked for; a text that neither has it nor names anything tells of something else. */
  readonly askedThing: Term | undefined
  /** "hver kommune": several are told of. */
  readonly asksOfEach: boolean
  /** "Hva svarte fylket?": asked of an answer. */
  readonly asksReply: boolean
  /** What a text must say where the question asks for just that: pay, a sale, what was found. */
  readonly mustSay: RegExp | undefined
  /** "How many critical cases": what sort is counted. */
  readonly countedSort: Term | undefined
  /** "Hvordan gikk det med …?" */
  readonly asksHowItWent: boolean
  /** "Hvordan skal overskuddet brukes?" */
  readonly asksWhatShallBe: boolean
}

const ASKS_LEAVE = /^(?:får|fikk|kan|skal|må|har\s.*\slov|er det lov|may|can|must|are .* allowed)\b/iu
const ASKS_OCCASION =
  /^(?:når|when)\s+(?:er|regnes|regnast|blir|kan|må|is|are|can|must)\s+(?:en|et|ein|ei|eit|man|ein|a|an|one|det|it)\s/u
const ASKS_WHAT_SHALL_BE =
  /^(?:hvordan|korleis|hva|kva|how|what)\s+(?:skal|vil|will|shall|(?:is|are)\s.{2,60}\s(?:going\s+to|to)\s)/u
/** Questions that near words do not answer: what something was valued at is not what it was sold for. */
const MUST_SAY: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?<!\p{L})(?:tjener|tjente|tener|tente|earn(?:s|ed)?|salary)(?!\p{L})/u,
    /tjen(?:er|te)(?!st)|tent?er(?!\p{L})|årslønn|lønn(?:en|a)?\s+(?:til|for)|godtgj|honorar/iu,
  ],
  [/(?<!\p{L})(?:solgt|selt|seld|sold)(?!\p{L})/u, /(?<!\p{L})(?:solgt|selt|seld|selge|selje|salg|sal|sold)/iu],
  [
    /^(?:hva|kva|what)\s+(?:fant|fann|avdekket|avdekte|konkluderte|did\s.*\s(?:find|conclude))/u,
    /(?<!\p{L})(?:f[au]nn|fant|avdekk|avdekt|konklu|vis(?:te|er)|påpek|avvik|merknad|kritikk)/iu,
  ],
]
const ASKS_REPLY =
  /^(?:hva|kva)\s+(?:svarte|svara)(?!\p{L})|^what\s+(?:did|was)\s.*(?<!\p{L})(?:answer|reply)(?!\p{L})/u
const SPEAKER =
  /(?:^|[\s,])(?:mente|meinte|meiner|mener|sa|sier|seier|svarte|svara|uttalte|synes|syntes|hevdet|hevda|fortalte|opplyste)\s+((?:\p{Lu}[\p{L}-]+\s*){1,4})|(?<=did\s)((?:\p{Lu}[\p{L}-]+\s+){1,4})(?=say|think|mean|answer|reply)/u
const OF_GROWTH = /(?:mye|mykje|much)\s+(?:av|of)(?!\p{L})|vekst|økning|økte|auk|steg|stig|rente|growth|increase|grow/u
/** "Hvem tok over som rådmann?", "Who is the head of …?" */
const NAMES_OFFICE = phrases(`
  IS = som/er/var/ble/vart/blei/heter/heiter/het/heitte/is/was/as/became/name_of
  SORT = ny/nye/ein/en/the/current/new/general/managing/project/acting/municipal/deputy
  OFFICE = *direktør*/rådmann*/ordfører*/ordførar*/*leder*/*leiar*/*sjef*/daglig_leder*/dagleg_leiar*/
    head*/manager*/director*/mayor*/chair*
  IS (SORT) (SORT) (SORT) (SORT) OFFICE
`)
const ASKS_SEVERAL = /(?<!\p{L})(?:hvilke|kva for|which|what)\s(?:kommuner|kommunar|municipalities)(?!\p{L})/u
const COUNTED = /(?<!\p{L})(?:hvor mange|kor mange|how many|antall|talet på|number of)\s+((?:\p{L}+\s+)?)(\p{L}+)/iu

/** "hvor mange brukere": what is counted, when a term of the question stands right behind. */
export function countedIn(question: string, terms: readonly Term[]): Term | undefined {
  const match = COUNTED.exec(question)
  const words = match ? tokens(match[0]).map(({ folded }) => folded) : []
  const [first, second] = words
    .slice(-2)
    .map((word) => terms.find((term) => term.folded === word && term.importance === 1 && !term.isSpecific))
  return first ?? second
}

/** "Hvilket firma har levert X?": its name tells that it is one. */
export const NAMED_BY_NAME =
  /^(?:firma|selskap|leverandør|bedrift|entreprenør|aktør|utbygger|byggherre|operatør|supplier|vendor|contractor|company)\p{L}{0,3}$/u
const ASKED_THING = /^(?:hvilken|hvilket|kva for (?:ein|ei|eit)|kva(?! for)|which|what)\s+(\p{L}+)/iu

function askedThingIn(question: string, wanted: Wanted, terms: readonly Term[]): Term | undefined {
  const word = wanted === 'any' ? fold(ASKED_THING.exec(question)?.[1] ?? '') : ''
  return terms.find((term) => term.folded === word && term.importance === 1 && !term.isSpecific)
}

const LISTED = /(?<!\p{L})(?:hvilke|kva for|hva slags|which|what)\s(?:(\p{L}+|\d{1,2})\s)??(\p{L}+)(?!\p{L})/u

function listedIn(question: string, terms: readonly Term[]): Term | undefined {
  const [, first, second] = LISTED.exec(question) ?? []
  return terms.find(({ folded, isSpecific }) => !isSpecific && (folded === first || folded === second))
}

const COUNTED_SORT = /(?<!\p{L})(?:hvor mange|kor mange|how many)\s+(\p{L}+)\s+\p{L}+/iu

/** The word between "how many" and what is counted, where it tells a sort. */
function sortCountedIn(question: string, terms: readonly Term[]): Term | undefined {
  const word = fold(COUNTED_SORT.exec(question)?.[1] ?? '')
  return terms.find((term) => term.folded === word && term.importance === 1 && /(?:e|al|ous|ary|ic|ive)$/u.test(word))
}

/** The one whose name is asked for, by what they are: "hva heter søkeren", "who is the applicant". */
const roleIn = (question: string, terms: readonly Term[]): Term | undefined => {
  const role = roleAsked(question)
  return role === undefined ? undefined : terms.find(({ folded }) => folded === role)
}

/** Who was against something is told by words for that alone. */
const disagreementIn = (question: string): RegExp | undefined =>
  actAsked(question)?.act === DISAGREED ? new RegExp(DISAGREED.told.source, 'iu') : undefined

const isPerson = (term: Term, { people, places }: KnownNames): boolean =>
  [term.folded, term.folded.replace(/s$/, '')].some((word) => people.has(word) && !places.has(word))

export function takeApart(plan: Plan, terms: readonly Term[], names: KnownNames): Asked {
  const { question, wanted } = plan
  const folded = fold(question)
  const matter = matterOf(terms)
  const named = terms.filter((term) => term.isSpecific)
  const timed = terms.filter((term) => plan.meeting.years.includes(Number(term.text)))
  const spoken = SPEAKER.exec(question)
  const asksOffice = wanted === 'person' && NAMES_OFFICE.test(folded)
  return {
    plan,
    names,
    terms,
    matter,
    named,
    timed,
    untimed: timed.length < terms.length ? terms.filter((term) => !timed.includes(term)) : terms,
    people: named.filter((term) => isPerson(term, names)),
    places: placesIn(question, names),
    stems: questionStems(question),
    forms: tokens(question).flatMap(({ folded }) => (isStopWord(folded) ? [] : [folded])),
    wants: {
      wanted,
      counted: countedIn(question, terms),
      named:
        wanted === 'name'
          ? matter.find(({ folded }) => !NAMED_BY_NAME.test(folded))
          : asksOffice
            ? undefined
            : roleIn(folded, terms),
      isOfPerson: wanted === 'person' || (wanted === 'name' && terms.some(({ folded }) => NAMED_BY_NAME.test(folded))),
      asksOffice,
      asksRest: asksFor('rest', folded),
      isCount: plan.isCount,
      isOfSeveral: ASKS_SEVERAL.test(folded),
      mayBeShare: OF_GROWTH.test(folded),
      isOfDay: /(?<!\p{L})(?:hvilken|kva|what|which)\s+(?:dato|dag|date|day)(?!\p{L})/u.test(folded),
      isOfAge: /(?<!\p{L})(?:hvor|kor|how)\s+(?:gam(?:mel|melt|le|al|malt)|old)(?!\p{L})/u.test(folded),
      asked: new Set(tokens(question).map((token) => token.folded)),
      names,
    },
    isNumeric: wanted === 'number' || wanted === 'amount' || wanted === 'percent',
    speaker: viewAsked(folded)?.whose ?? spoken?.[1] ?? spoken?.[2],
    asksOccasion: ASKS_OCCASION.test(folded),
    asksReason: asksReason(question),
    asksEffect: asksEffect(question),
    listed: listedIn(folded, terms),
    countAsked: countAskedIn(folded),
    asksWhatItIs: asksWhatItIs(question),
    asksWhatHappened: asksWhatHappened(folded),
    asksOfEach: /(?<!\p{L})(?:hver|kvar|each|alle)(?!\p{L})/u.test(folded),
    countedSort: sortCountedIn(question, terms),
    asksReply: ASKS_REPLY.test(folded),
    mustSay:
      MUST_SAY.find(([asks]) => asks.test(folded))?.[1] ??
      disagreementIn(folded) ??
      (viewAsked(folded) ? TELLS_VIEW : undefined),
    asksHowItWent: /^(?:hvordan|korleis|how)\s+(?:gikk|gjekk|går|did)(?!\p{L})/u.test(folded),
    asksWhatShallBe: ASKS_WHAT_SHALL_BE.test(folded),
    askedThing: askedThingIn(question, wanted, terms),
    asksLeave: ASKS_LEAVE.test(question),
  }
}
