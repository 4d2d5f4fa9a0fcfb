import { phrases } from '../phrases.ts'

/** A word for what was decided stands somewhere: "Når ble Åsvang vedtatt nedlagt?" */
export const NAMES_DECISION = phrases(`
  vedta*/vedtok*/vedte*/bestem*/beslut*/avgjort*/avgjøre*/avgjorde*/utfall*/konklu*/godkj*
  enig(e)_om/samd(e)_om
  utsatt/utsett/utsatte/avslått
  hva_ble_det_til/kva_vart_det_til
  hva skjedde med sak*
  gjorde 1-2_words med sak*

  decid*/decision*/resolved*/resolution*/adopt(s,ed)/approved/outcome
  agree(d)_on/agree(d)_to/agree(d)_about
  postponed
`)

/** It asks for the decision itself: "Hva ble vedtatt …?", "Hva gjelder nå?" */
export const ASKS_DECISION = phrases(`
  WHAT/ka/HOW ...40 vedt*/bestem*/beslut*/avgj*/utfall*/konklu*/ble_det_til*/vart_det_til*/
    decid*/decision*/resol*/outcome*/adopt*/approv*
  vedtaket/vedtaka/vedtakene/beslutningen/avgjerda/the_decision

  # what holds now
  siste vedtak*
  ^ vedtak i/om sak*
  gjeldende/gjeldande/currently
  hva/kva gjelder/gjeld nå/no

  # what became of a matter
  hva/kva gjorde/skjedde ...60 sak*
  ^ hva/kva gjorde 0-1_words *rådet/*utvalget/*utvalet/*styret/*skapet/*nemnda/*tinget 0-3_words med
  resultatet/utfallet/enden av
  hva/kva ble/vart/blei/var resultatet/utfallet/enden
  ^ what was the result/outcome

  # what was agreed on
  ^ WHAT ble/vart/blei/har/er/did/was/were/have 0-4_words enig(e)_om/samd(e)_om/
    agree(d,s)_on/agree(d,s)_to/agree(d,s)_about
`)
