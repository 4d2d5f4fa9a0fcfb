import type { ItemStatus } from '../../domain/meeting.ts'
import { fold } from '../../norwegian/fold.ts'
import { phrases } from '../phrases.ts'

/** How a matter went over the meetings: "Hva har skjedd med sentralbordet?" */
export const ASKS_HISTORY = phrases(`
  WHAT har_skjedd/har_hendt/skjedde/hende/has_happened/happened med/with/to
  HOW har/did/has/gikk/gjekk ...60 endr*/utvikl*/saka/saken/change*/develop*
  historikk*/historien/historia/forløp*
  utsatt ...60 vedtatt*
  postponed_before

  # which decision took another's place
  hvilken/hvilke/kva_for/which sak*/vedtak*/item*/decision* endret*/endra*/erstattet*/opphevet*/changed*/replaced*
`)

const POSTPONED = phrases('utsatt/utsett/utsatte/utsette*/postponed/deferred')
const SENT_BACK = phrases('sendt/sende/sent tilbake/attende/back')

/** What became of a matter, where a question says it: "møtet der saken ble utsatt". */
export function statusIn(question: string): ItemStatus | undefined {
  const text = fold(question)
  if (POSTPONED.test(text)) return 'postponed'
  return SENT_BACK.test(text) ? 'sent-back' : undefined
}
