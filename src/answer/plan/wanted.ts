import { asksReason } from '../cause-and-effect.ts'
import { countAskedIn } from '../enumeration.ts'
import { phrases } from '../phrases.ts'
import { ASKS_COUNT } from './forms.ts'

/** What stands in a sentence that can answer: "hvor mange" wants a number, "når" a date. */
export type Wanted =
  | 'distance'
  | 'person'
  | 'dates'
  | 'months'
  | 'name'
  | 'municipality'
  | 'number'
  | 'amount'
  | 'percent'
  | 'date'
  | 'list'
  | 'any'

const DATES = phrases('WHICH datoer/datoar/dager/dagar/dates/days')
const MONTHS = phrases('WHICH måneder/månader/månedene/months')

const PERCENT = phrases(`
  prosent/prosentpoeng/percentage_points/prosentandel/andel/hvor_stor_del/kor_stor_del/per_cent/percent/percentage/share
  sykefravær*/sjukefråvær*
  HOW_MUCH/hvor_stor/hvor_høy/kor_stor/kor_høg/how_high *lønnsvekst/*lønsvekst/*prisvekst/*rente/*inflasjon/
    *wage_growth/*price_growth/*inflation/*interest
`)

/** "Samlet budsjett Nordvik 2026?": in a chat the thing and the year are a question. */
const ASKING_WORD = phrases(`
  hv*/kv*/kor*/ka/når/list/nevn
  ARE/ble/vart/blei/har/hadde/kan/skal/fikk/fekk
  what/which/who*/when/where/why/how/did/does
`)
const MONEY_THING = phrases(`
  THING = budsjett/ramme/låneopptak/gebyr/avgift/kostnad/utgift/tilskudd/tilskot/overskudd/overskot/underskudd/
    underskot/forbruk/budget/fee/cost(s)/loan
  ENDING = et/a/en/er/ene
  *THING(ENDING)
`)
const IN_MONEY = phrases('i/in kroner/kr/nok')
const AMOUNT = phrases(`
  HOW_MUCH/hvor_mange_kroner/kor_mange_kroner/hvor_dyr(t)/beløp*

  # "Hva er rammen?"
  ^ WHAT ARE 0-1_words *budsjett*/*ramma/*ramman/*ramme(n)/*avgift*/*gebyr*/*pris*/*kostnad*/*sats*/
    overskudd*/underskudd*/*forbruket/driftsresultat*/årsresultat*/nettoresultat*/omsetningen/omsetninga/egenkapitalen/
    totalkapitalen/gjelden/gjelda/*inntekten(e)/*inntekta/*inntekter/*utgiften(e)/*utgifta/*utgifter/budget/fee/price/cost

  # "What was the cooperation's net operating budget in 2019?"
  MONEY = budget(s)/frame/expense(s)/revenue(s)/income/surplus/deficit/turnover/debt/expenditure/dividend(s)
  ^ what is/was/are/were ...60 MONEY in/for/of/at/per/after/before/to/on
  ^ what is/was/are/were ...60 MONEY $

  # "Hvor høy ble avgiften?"
  hvor/kor stor*/høy*/høg* 0-3_words *gebyr*/*avgift*/*bot*/*pris*/*lønn*/*husleie*/*tilskudd*/*tilskot*/*støtte*/
    *budsjett*/*ramme*/*beløp*/*kutt*/*forbruk*/*overskudd*/*overskot*/*underskudd*/*underskot*/*regning*/*faktura*/
    *lån*/*gjeld*/*fond*
  how large/big/high/expensive is/was/were/are the 0-3_hyphen-words budget*/deficit*/surplus*/fee*/cost*/price*/grant*/
    loan*/cut*/frame*

  # what it costs, what it went for
  ^ hva/kva tjener/tener
  hva/kva kost*
  what ...60 cost(s)
  hva/kva ble/vart/blir/er ...60 *solgt/*seld/*kjøpt/*leid/*leigd for
  sold_for/bought_for

  # what is set aside, what is paid
  WHAT ARE/ble/vart/blir (det) satt_av/sett_av/avsatt/bevilget/løyvd/budsjettert/set_aside/allocated
  PAY = betale(r,t)/betalte/betalar/betala/pay/paid
  ^ WHAT PAY
  ^ WHAT skal/skulle/må/måtte/vil/ville/does/did/will/would/should/must 1-4_words PAY
`)

const DISTANCE = phrases('hvor_langt/kor_langt/how_far')

const NUMBER = phrases(`
  hvor/kor stor*/lang*
  hvor_høy*
  hvor/kor lenge/fort/raskt/gammel*/gamle*/gamal*/gammal*
  how fast/quickly/old/large/big/long/high
`)

/** "når" asks at the head of a clause; elsewhere it is "as soon as". */
const ASKS_FOR_TIME =
  /(?:^|[,.?!:]\s*|(?<!\p{L})(?:og|and|men|but|fra|frå|from|til|siden|sidan|since|by)\s+)(?:når|when)(?!\p{L})(?![^?]*,\s*(?:hv|kv|kor|what|how|who))/u
const DATE = phrases(`
  hvilken/kva/which/what dato/dag/år/date(s)/day/year
  kva_tid/hvilket_år/frist*/deadline/until_when/by_when
`)

const MUNICIPALITY = phrases('WHICH_ONE kommune(r)/kommunar/municipalit*')

/** "Hva heter det nye systemet?" */
const NAME = phrases(`
  THING = *systemet/*roboten/*botten/*boten/*løsningen/*løysinga/*portalen/*appen/*firmaet/*selskapet/*prosjektet/
    *ordningen/*ordninga/*skolen/*skulen/*veien/*vegen/*bygget/*planen/*avtalen
  ^ hva/kva heter/het/heiter/heitte THING/*-THING
  ^ hva/kva heter/het/heiter/heitte 1_hyphen-word (og) THING

  # "Hvilket firma …?"
  hvilke(n,t)/kva/kva_for_eit/which/what 0-1_words firma*/selskap*/entreprenør*/arkitekt*/bank*/advokat*/utbygger*/
    byggherre*/operatør*/rådgiver*/revisor*/bedrift*/leverandør*/parti*/
    compan*/supplier(s)/vendor(s)/contractor(s)/party/parties
`)
const PERSON = phrases(`
  ^ WHO
  ^ hva/kva heter/het/heiter/heitte *
  *name_of_the*
`)

const LIST = phrases(`
  hvilke/kva_for/which/list/nevn
  hva/kva er/var de/dei
  what are/were
  reasons
`)
/** "Hva var tiltakene?", "What measures were …?"; "what process was" is of one. */
const PLURALS: readonly RegExp[] = [
  /(?<!\p{L})(?:hva|kva) (?:er|var|ble|vart|blir) (?:(?!det )\p{L}+ )?\p{L}{3,}(?:ene|ane)(?!\p{L})/u,
  /(?<!\p{L})what \p{L}{3,}(?<![sui])s (?:are|were|have|did|do|will|would|must|should)(?!\p{L})/u,
]

const asksList = (text: string): boolean => LIST.test(text) || PLURALS.some((plural) => plural.test(text))

/** "Hvor mye av økningen skyldes lønn?", "Hvem forklarte årsaken?": a reason is told of, and something else is asked. */
const ASKS_BESIDE_REASON = phrases(`
  ^ hvem/kven/hvor/kor/WHEN/who/where
  hvor/kor/how mye/mykje/mange/stor*/much/many/large
`)

/** The first whose words are found. What is narrower stands before what is wider: "hvor stor andel" is no number. */
const IN_ORDER: readonly (readonly [wanted: Wanted, isAsked: (text: string) => boolean])[] = [
  ['amount', (text) => !ASKING_WORD.test(text) && MONEY_THING.test(text)],
  ['dates', (text) => DATES.test(text)],
  ['months', (text) => MONTHS.test(text)],
  ['amount', (text) => IN_MONEY.test(text)],
  ['percent', (text) => PERCENT.test(text)],
  ['amount', (text) => AMOUNT.test(text)],
  ['distance', (text) => DISTANCE.test(text)],
  ['number', (text) => ASKS_COUNT.test(text) || NUMBER.test(text)],
  ['date', (text) => ASKS_FOR_TIME.test(text) || DATE.test(text)],
  ['municipality', (text) => MUNICIPALITY.test(text)],
  ['name', (text) => NAME.test(text)],
  ['person', (text) => PERSON.test(text)],
  ['list', (text) => asksList(text) || countAskedIn(text) !== undefined],
]

/** What an answer must hold. @param text the question, folded */
export function wantedIn(text: string): Wanted {
  // A reason is told in words: "hvorfor er fraværet høyt" wants no percentage.
  if (asksReason(text) && !ASKS_BESIDE_REASON.test(text)) return asksList(text) ? 'list' : 'any'
  return IN_ORDER.find(([, isAsked]) => isAsked(text))?.[0] ?? 'any'
}
