import { phrases } from '../phrases.ts'

/** What was on the list of a meeting: "Hvilke saker var oppe i møtet?" */
const NAMES_AGENDA = phrases(`
  sakslist*/saklist*/sakskart*/dagsorden*/agenda*
  WHICH/hva_for/HOW_MANY/list 0-25_letters saker/sakene/sakar/items/matters/cases ...40 behandl*/oppe*/tatt_opp*/
    teke_opp*/møte*/meeting*/discussed*/dealt*/considered*
`)

/** "Ble sakslista godkjent?": of a decision. */
const WAS_APPROVED = phrases('^ ble/vart/blei/er/var/was/were/has ... godkjent*/godkjenn*/approved/adopted')

/** "Hvilke saker fikk rådet orientering om?": of what was told, not of the list. */
const WAS_TOLD = phrases('orientering*_om/orientert/informert/briefed/informed')

export const asksAgenda = (text: string): boolean =>
  NAMES_AGENDA.test(text) && !WAS_TOLD.test(text) && !WAS_APPROVED.test(text)
