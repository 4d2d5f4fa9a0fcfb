import { fold } from '../norwegian/fold.ts'
import { phrases } from './phrases.ts'

const ASKS_REASON = phrases(`
  hvorfor/korfor/kvifor/why/how_come
  *årsak(en,a,er,ar,ene,ane)/skyld(es,tes,ast,tast)/skuld(ast,es,a)
  !på (bak)grunn(en,er,ar,ene,ane)
  hva/kva (er_det_som) forklar*/gjorde_at/gjør_at/gjer_at/førte_til/førde_til/fører_til
  hva/kva (er_det_som) kommer/kjem/kom ...60 av

  reason(s)/cause(s)/caused
  what explain(s,ed)/made/makes/led_to/is_behind/was_behind
`)

/** Words between a cause and its effect. */
const LED_TO = 'førte/førde/fører/ført/bidro/bidrog/bidrar/bidratt/bidreg/bidregen 0-2_words til'
const MADE_THAT = 'gjorde/gjør/gjer/gjort 0-2_words at'
const CAME_OF = 'kommer/kjem/kom 0-4_words av'

/** A cause is told with its effect: by words for it, or by what the one did to the other. */
const REASON = phrases(`
  fordi/ettersom/derfor/difor/i_og_med/takket_være/takka_vere/av_hensyn_til/av_omsyn_til
  skyld*/skuld*/grunn(en,er,ar,ene,ane,et,a)/bakgrunn*/begrunn*/grunngj*/*årsak*
  sammenheng*/samanheng*/heng(er)_sammen_med/heng(er)_saman_med/følg(j)e_av/resultat_av
  medfør*/resulter*
  ${CAME_OF}
  ${LED_TO}
  ${MADE_THAT}
  because/due_to/led_to
`)
/** "…, siden taket lekker", "…, for gulvet tåler det ikke": behind a comma they tell of no time and no purpose. */
const SINCE =
  /,\s(?:siden|sidan|då|da|for(?!\s(?:å|eksempel|øvrig|øvrigt|tida?|tiden|perioden|første|hver|kvar|alle|blant)(?!\p{L})))\s(?=\p{L})/u

export const asksReason = (question: string): boolean => ASKS_REASON.test(fold(question))

/** Whether a text says why: "fordi", "skyldes", "på grunn av", "dette førte til". */
export function givesReason(text: string): boolean {
  const folded = fold(text)
  return REASON.test(folded) || SINCE.test(folded)
}

/** The effect stands before "skyldes", and behind "førte til". */
const FROM_EFFECT = phrases(`
  fordi/ettersom/skyld*/skuld*/på_grunn_av/grunnet/grunna
  sammenheng_med/samanheng_med/heng(er)_sammen_med/heng(er)_saman_med/følg(j)e_av/resultat_av
  ${CAME_OF}
  because/due_to
`)
const TO_EFFECT = phrases(`
  medfør*
  resulter* i
  ${LED_TO}
  ${MADE_THAT}
  led_to
`)

/** What of a sentence tells of the effect, where its cause is told beside it; else all of it. Folded: never to be quoted. */
export function effectIn(sentence: string): string {
  const text = fold(sentence)
  const from = FROM_EFFECT.exec(text)
  if (from && from.index > 0) return text.slice(0, from.index)
  const to = TO_EFFECT.exec(text)
  return to ? text.slice(to.index + to[0].length) : text
}

/** "Hva får det å si for skolene?", "What would the cuts mean for the schools?": not what a word means. */
const ASKS_EFFECT = phrases(`
  konsekven*
  hvilke/kva_for følger/følgjer/(ring)virkning*/verknad*
  hvordan/korleis ...60 *påvirk*/*påverk*
  hva/kva ...60 *å_si/*å_seie
  hva/kva ...60 *bety(r)/*tyder ...60 for
  hva/kva ...60 *følgene/*følgjene/*føre(r,t)_til/*førte_til/*førde_til/*innebære*/*innebar
  hva/kva ...60 *skjer hvis/dersom/når/om/med

  consequence(s)
  what ...80 mean(s) for/to
  what ...30 *effect(s)/*impact
  what happens if/when/to
  how ...60 *affect
`)
const EFFECT = phrases(`
  *konsekven*/følgene/følgjene/følger_for/derfor/difor/dermed/slik_at
  vil/ville/would
  føre/fører/ført/førte/førde 0-2_words til
  medfør*/innebær*/inneber*/bety*/tyder/resulter*/påvirk*/påverk*
  gi(r,t)/gje(r,v)/gjør_at/gjer_at
  mean*/lead_to/affect*
`)

export const asksEffect = (question: string): boolean => ASKS_EFFECT.test(fold(question))

/** Whether a text says what comes of something. */
export const givesEffect = (text: string): boolean => EFFECT.test(fold(text))
