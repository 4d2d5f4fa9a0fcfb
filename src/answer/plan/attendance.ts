import { viewAsked } from '../acts.ts'
import { phrases } from '../phrases.ts'
import { ASKS_COUNT, ASKS_WHEN, ASKS_WHO, IS_YES_NO } from './forms.ts'
import { NAMES_BODY, NAMES_MEETING } from './words-of-meetings.ts'

/** What of those who were there a question asks for. */
export type AttendanceAspect = 'present' | 'absent' | 'substitute' | 'leave'

/** "Hvem var til stede?", "Hvor mange deltok?" */
export const PRESENT = phrases(`
  til_stede/tilstede/til_stades/tilstades/med_på/satt_for/sat_for/tok_del/tok_imot/var_på/kom_på/kom_til
  møtte/deltok/deltakar*/deltaker*/deltager*
  !personlig/personleg oppmøte*
  frammøte*/fremmøte*

  present/attend*/took_part/participant(s)
`)

/** "Hvem manglet?", "Hvem hadde meldt forfall?" */
export const ABSENT = phrases(`
  forfall/frafall/avbud/meldt_av/fravær/fråvær/fraværende/fråverande/uteble*/borte_fra
  NOT møtt*/med
  møtte/deltok NOT
  kom NOT på/til *møte
  var NOT på/i/til 0-3_hyphen-words *møte*
  NOT var på/i 0-3_hyphen-words *møte*
  ikke_til_stede/ikkje_til_stades
  MISSED = manglet/mangla/manglte
  ^ MISSED
  hvem/kven/hvor_mange/kor_mange 0-1_words MISSED
  MISSED på/frå/fra

  absent/absence/apologies/missed/missing_from/not_present/did_not_attend/didn't_attend
  was/were not at (the) 0-4_hyphen-words *meeting
`)

/** "Hvem møtte for Kari Nes?" */
const IN_PLACE_OF = phrases(`
  møtte/stilte/kom/came/met/sat i_stedet/i_staden/isteden/instead
  møtte 1-4_words for $
  vara(medlem)/møtte/stilte/stedfortreder/substitut*/stood_in/filled_in/deputised/deputized for
  plassen/stedet/staden/place til/for/of 1_word
`)

/** Those who stand in for members. */
export const SUBSTITUTES = phrases(`
  vara/varaer/varaar/varafolk/varamedlem*/vararepresentant*
  substitute(s)/stand-in(s)/deputies
  deputy !mayor*
`)
/** Who is elected as one is a decision. */
const ELECTED = phrases('valg(t)/vald/valde/oppnevn*/elected/appointed')

/** Who came late, or left before the end. */
const LEFT_OR_LATE = phrases(`
  permisjon*/forlot/fratrådte/fråtredde
  gikk/gjekk fra/frå/før
  kom (for) sent/seint
  leave_of/left_early/left_the/came_late/arrived_late
`)

/** "Hvem sitter i formannskapet?": as of the newest list. */
export const SITS_IN = phrases(`
  sitter/sitt/sit/sits i/på/on/in
  *medlem(mer,mene,mar,er,mane,ene)/*member(s) i/av/of/in
  representerer/represents
  ^ WHO leder/leiar/chairs
  ^ WHO er/is (the) (møte)leder/(møte)leiar/chair
`)

/** "Var Kari Nes på møtet?", "Who was at the board meeting?" */
const WAS_AT = phrases(`
  WAS = var/er/was/were/did
  AT_MEETING = *møte*/*-møte*/*meeting*/*-meeting*
  ^ (WHO) WAS ...60 på/i/at/on/attend (the) 0-4_hyphen-words AT_MEETING
  ^ HOW_MANY 0-1_words WAS ...60 på/i/at/on/attend (the) 0-4_hyphen-words AT_MEETING
`)

const REPRESENTED = phrases('representer*/represented')
/** "Hvilke partier var representert?" */
export const ASKS_WHOSE = phrases(`
  WHICH 0-1_words parti/partier/kommuner/kommunar/parties/municipalities/organisa*/organiza*
`)

/** "Navnene på deltakerne?", "Hvilke medlemmer møtte?" */
const NAMES_PEOPLE = phrases(`
  deltakere/deltakarar/deltakerne/forfall/participants/attendees
  WHICH 0-2_words medlem*/representant*/personer/personar/folkevalgte/members/representatives/people
`)
/** "Hvem møtte fra Nordvik i september?" */
const IN_MONTH = phrases(`
  i/in januar/februar/mars/april/mai/juni/juli/august/september/oktober/november/desember/
    january/february/march/may/june/july/october/december
`)
const IS_THERE = phrases('til_stede/tilstede/til_stades/present')
const SICK_LEAVE = phrases('*sykefravær*/*sjukefråvær*/*sick*')

/** Whether a question is of who was there. @param text folded */
export function asksAttendance(text: string, isDated: boolean): boolean {
  const isOfPeople =
    ASKS_WHO.test(text) ||
    ASKS_COUNT.test(text) ||
    IS_YES_NO.test(text) ||
    (REPRESENTED.test(text) && ASKS_WHOSE.test(text)) ||
    NAMES_PEOPLE.test(text)
  const isPlaced =
    NAMES_MEETING.test(text) || isDated || NAMES_BODY.test(text) || (ASKS_WHO.test(text) && IN_MONTH.test(text))
  if (LEFT_OR_LATE.test(text) && isPlaced && (isOfPeople || ASKS_WHEN.test(text))) return true
  if (!isOfPeople || SICK_LEAVE.test(text)) return false
  const isOfAttendance =
    ABSENT.test(text) ||
    ((PRESENT.test(text) || REPRESENTED.test(text)) && isPlaced) ||
    IN_PLACE_OF.test(text) ||
    (SUBSTITUTES.test(text) && (isPlaced || PRESENT.test(text)) && !ELECTED.test(text)) ||
    (SITS_IN.test(text) && NAMES_BODY.test(text)) ||
    WAS_AT.test(text) ||
    IS_THERE.test(text)
  return isOfAttendance && !viewAsked(text)
}

/** What of attendance is asked for, where it is asked for at all. @param text folded */
export function aspectOf(text: string): AttendanceAspect {
  if (IN_PLACE_OF.test(text)) return 'substitute'
  if (ABSENT.test(text)) return 'absent'
  if (LEFT_OR_LATE.test(text)) return 'leave'
  return SUBSTITUTES.test(text) ? 'substitute' : 'present'
}
