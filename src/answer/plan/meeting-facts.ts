import { phrases } from '../phrases.ts'
import { ASKS_WHEN, IS_YES_NO } from './forms.ts'
import { NAMES_MEETING } from './words-of-meetings.ts'

/** What of a meeting itself a question asks for. */
export type MeetingFact = 'date' | 'time' | 'place' | 'minuteTaker' | 'chair' | 'nextMeeting' | 'documentDate'

/** "Hvem førte protokollen?" */
export const MINUTE_TAKER = phrases(`
  referent*/møtesekretær*/skrivar(en)/protokollfører*/protokollførar*/ført_i_pennen*
  skrev/skreiv/førte/førde/tok referat*/protokoll*/møtebok*
  minute-taker*/minute_taker*
  took (the) minutes*
  wrote/kept the minutes*
  secretary of/at/in 0-5_hyphen-words *meeting*
`)

/** "Hvem ledet møtet?" */
export const CHAIR = phrases(`
  møteleder*/møteleiar*/ordstyrer*
  LED = ledet/leda/ledde/leia/leidde/leder/leiar
  LED *møtet*/*møtene/møte/formannskap*/*gruppa/*gruppen/*utvalget/*utvalet/*rådet/*styret/*forumet
  LED 1_word formannskap*/styremøtet*/rådsmøtet*/utvalgsmøtet*/utvalsmøtet*/rådet/styret/utvalget/utvalet
  chaired*/who_chairs*/who_led*/chair_of_the_meeting*
`)

/** The notice itself: "innkallingen". */
export const NOTICE = phrases('*innkalling*/notice/summons/invitation')
const MINUTES = phrases('*referat(et)/*protokoll(en)/møtebok(a,e)/minutes')
/** The day that the notice or the minutes bear: "Når er referatet datert?" */
const BEARS_DATE = phrases(`
  skreve(t,n)/skriven/underskreve(t,n)/underskriven/signert/datert/dagsett/utsendt/sendt_ut/send_ut
  written/signed/dated/sent_out
`)
const IS_DUE = phrases('skal/skulle/må/måtte/bør/burde/senest/seinast/frist*/must/should/deadline')

/** What the minutes themselves say of the meeting after: "neste møte er 11. februar". */
export const NEXT_MEETING = phrases(`
  neste/nytt/next 0-1_words *møte(t,dato,datoen)/*-møte(t,dato,datoen)/samling/meeting
  møtes/møtast/møte(r,s)/meet igjen/att/next/again
`)

/** "Når på dagen begynte møtet?", "How long was the meeting?" */
const ASKS_TIME = phrases(`
  klokka/klokken/klokkeslett/når_på_dagen/når_på_døgnet/tid_på_dagen/tid_på_døgnet/hva_tid/what_time

  # from when to when
  fra_når_til_når
  når/lenge/kva_tid ... *møte* ...60 til ,
  *møte* ...60 fra_når/frå_når ...12 til ,
  hvor_lenge_varte/kor_lenge_varte/how_long_did/how_long_was

  # its beginning and end
  begynte/starta/startet/sluttet/slutta/endte/varte/ferdig(e) ...30 møte*
  møte*/meeting* ...60 begynte/starta/startet/sluttet/slutta/ferdig(e)/over/start/end/finish*
`)
/** "Når møttes rådet, og hvor?" */
const MET = phrases('SAT/met')

/** "Hvor ble møtet holdt?" */
const ASKS_PLACE = phrases(`
  hvor/kvar/where !mange*/mye*/mykje*/stor*/lenge*/lang*/høy*/ofte*/gammel*/dyr*
  hvilket_sted/kva_stad
  hvilket/kva/which/what *rom/room/lokale
`)
/** "Ble møtet holdt fysisk?" asks where, too. */
const ASKS_FORM = phrases('fysisk/digitalt/på_nett/på_teams/over_nett/over_teams/in_person/online/on_teams')

/** "When was the meeting?" asks of the meeting; "when must the agreement be ready?" does not. */
const IS_OF_MEETING = phrases(`
  # "*er" is any verb of now: begynner, starter
  *var/*er/*ble/vart/*blir/skal/*satt/*holdt/halde/holdes/haldes/haldast/møttes/neste/*siste/forrige/
    *was/*is/*held/*sat/next/*last ...30 *møte(t,s,st,ne,r)/*meeting(s)/*meet
  *møtet/*møtte/*meeting ...40 *holdt*/*halde*/*sted*/*stad*/*fant*/*held*/*place*
  SAT ...40 *rådet*/*utval*/*styre*/*skap*/*gruppa*/*forum*
  hvilket/kva/which/what *rom*/lokale*/room*
  når_ble_det_holdt*/når_var_det*/when_was_it_held*
  *holdt ...40 til
`)
const NAMES_HOLDING = phrases('*held*/*holdt*')

const ASKS_WHY = phrases('^ hvorfor/kvifor/korfor/why')

/** "Hvilken dato behandlet formannskapet sak 10/2026?" */
const WAS_TREATED = phrases('behandl*/handsam*/oppe/tatt_opp/teke_opp/considered/dealt_with/discussed/treated')

/** What a question already says of its meeting. */
export interface Stated {
  /** A day or a month. */
  readonly hasDate: boolean
  readonly hasCase: boolean
}

/** Which facts of a meeting are asked for; several, of a question such as "når og hvor". @param text folded */
export function factsIn(text: string, { hasDate, hasCase }: Stated): readonly MeetingFact[] {
  const facts: MeetingFact[] = []
  if (MINUTE_TAKER.test(text)) facts.push('minuteTaker')
  if (CHAIR.test(text)) facts.push('chair')
  // "Hvorfor begynte møtet for sent?" asks for no time.
  if (ASKS_WHY.test(text)) return facts
  const namesMeeting = NAMES_MEETING.test(text)
  const isOfMeeting = IS_OF_MEETING.test(text)
  const asksWhen = ASKS_WHEN.test(text)
  if (asksWhen && BEARS_DATE.test(text) && !IS_DUE.test(text) && (NOTICE.test(text) || MINUTES.test(text)))
    return [...facts, 'documentDate']
  if (hasDate && NEXT_MEETING.test(text) && asksWhen) return [...facts, 'nextMeeting']
  if (ASKS_TIME.test(text) && (namesMeeting || (hasDate && MET.test(text)))) facts.push('time')
  else if (asksWhen && isOfMeeting && (namesMeeting || NAMES_HOLDING.test(text))) facts.push('date')
  else if (asksWhen && hasCase && WAS_TREATED.test(text)) facts.push('date')
  const isPlaced = ASKS_PLACE.test(text) && (namesMeeting || hasDate) && isOfMeeting
  if (isPlaced || (ASKS_FORM.test(text) && namesMeeting && IS_YES_NO.test(text))) facts.push('place')
  return facts
}
