import { phrases } from '../phrases.ts'

/** "Hvem …?" */
export const ASKS_WHO = phrases('WHO/whom')

/** "Hvor mange …?": how many, not who. */
export const ASKS_COUNT = phrases('HOW_MANY/antall/talet_på/number_of')

/** "Var Kari Nes til stede?" */
export const IS_YES_NO = phrases(`
  ^ ARE/ble/vart/har/hadde/får/kan/skal/deltok/møtte/stemte/were/did/has
`)

/** "Når …?", "Hvilken dato …?" */
export const ASKS_WHEN = phrases('WHEN/kva_tid/hvilken_dato/hvilken_dag/kva_dato/kva_dag/what_date/which_date')

/** "Hva kan du svare på?" */
export const ASKS_FOR_HELP = phrases(`
  ^ hjelp/hei/hallo/god_dag/takk/help/hello/hi $
  ^ hva_kan_du(_gjøre,_svare_på)/kva_kan_du(_gjere,_svare_på)/what_can_you_do $
`)
