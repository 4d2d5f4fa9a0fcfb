import { phrases } from '../phrases.ts'

/** "Hva skal daglig leder lage forslag til?": a task, and no proposal that somebody made. */
export const ASKS_FOR_TASK = phrases(`
  WHAT skulle/skal/was/is ...60 lage/utarbeide/arbeide_ut/utforme/komme_med/draw_up/draft/prepare 0-1_words forslag*/framlegg*/proposal(s)
`)

/** Who was to do what, and by when: "Hva skulle leder legge fram?", "Hva står åpent?" */
export const ASKS_FOLLOW_UP = phrases(`
  # what somebody was to do
  WHAT skulle/skal/was/is ...60 legge_fram*/legge_frem*/gjøre*/gjere*/komme_tilbake*/levere*/utarbeide*/
    spørre*/spørje*/sjekke*/undersøke*/innhente*/bestille*/to_do*/to_check*/to_ask*/present*/report*
  lovet/lova/lovte/promised

  # who was to do it
  WHO skulle/skal/was_supposed/is_supposed/had_to
  WHO 1-4_words RESPONSIBILITY/oppgav*/oppgåv*/jobben/task
  WHAT har/hadde/fikk/fekk/has/did/does ...40 *RESPONSIBILITY/
    i_oppgav*/i_oppgåv*/som_oppgav*/som_oppgåv*/*assigned*

  # by when
  WHAT/WHEN ARE 0-1_words frist*/deadline*
  innen/innan/by WHEN
  innen/innan/by hvilken/kva/what/which dato/date/dag/day

  # what is open
  hva/kva står/ligger åpent*/ope*/igjen*
  oppfølging*
  åpne oppgaver*/tiltak*/saker*
  aksjonspunkt*/action_item(s)/action_point(s)
  WHICH/hva 0-1_words oppgaver/oppgåver/tiltak/aksjoner/gjøremål/gjeremål/tasks/jobs/duties har/hadde/fikk/fekk/
    skal/skulle/ligger/has/have/had/does/did/is/was/were
`)
