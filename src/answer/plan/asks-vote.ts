import { phrases } from '../phrases.ts'

/** A word of voting stands somewhere: "Hvem stemte mot?" */
export const NAMES_VOTE = phrases(`
  stemt/stemte/stemme(n,r)/stemmene/røysta/røyste/røystene/røyster
  røystetal*/stemmetall*/votering*/avstemning*/stemmegivning*
  enstemmig/einstemmig/samrøystes
  gikk/gjekk mot/imot/inn_for

  voted/vote(s)/unanimous*
`)

const COUNTING = phrases(`
  stemmetall*/røystetal*
  hvor/kor/how mange/many stemmer/røyster/votes
`)
const FOUR_TO_FIVE = /(?<!\d)\d{1,2}\s(?:mot|against)\s\d{1,2}(?!\d)/u
/** "Hva ble stemmetallet da …?", "Det ble 4 mot 4 om …": the counting is asked for, not what was decided. */
export const asksCounting = (text: string): boolean => COUNTING.test(text) || FOUR_TO_FIVE.test(text)

/** "Var de enstemmige?" */
export const UNANIMOUS = phrases('enstemmig*/einstemmig*/samrøystes/unanimous*')

/** "Did Kari Nes support the proposal?", "Who supported the proposal from Kari Nes?" */
export const SUPPORTED = phrases(`
  ^ støttet/støtta/var/stemte/røysta/gikk/gjekk/WHO/did ...60 støtt*/imot/for/support*/back*/oppose* ...60 *PROPOSAL*
`)

/** "Hvem i styret var imot elbiler?" */
export const WAS_AGAINST = phrases(`
  WHOEVER = WHO/hvilke/kva_for/which
  ^ WHOEVER 0-7_words var/er/was/were/sa(_seg) mot/imot/against/opposed
  ^ WHOEVER 0-7_words gikk_imot/motsatte_seg/opposed
`)

/** "Stemmer det?", "Kan tallet stemme?": whether it is right, no vote. */
export const ASKS_WHETHER_RIGHT = phrases(`
  kan/skal 1-3_words stemme
  ^ (og/men) stemmer !for*/mot*/imot* *
  stemmer det/dette/tall/sum/ikke/overens/med
`)
