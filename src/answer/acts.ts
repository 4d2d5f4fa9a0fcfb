import { phrases } from './phrases.ts'

/** What somebody did with words: minutes put it in their own, so that the sort must agree, not the verb. */
export interface Act {
  /** At the head of what is asked, behind "who". */
  readonly asked: RegExp
  /** Anywhere in a sentence, behind whoever did it. */
  readonly told: RegExp
}

const act = (asked: string, told: string): Act => ({ asked: phrases(asked), told: phrases(told, 'gu') })

export const ASKED = act(
  `
  ^ spurte/spurde/lurte/lurde/undret/undra/ville_vite/wondered/wanted_to_know
  ^ asked whether/if/how/what/why/when
  `,
  `
  spurte/spurde/lurte/lurde/undret/undra/etterspurte/stilte_spørsmål
  ville (gjerne) vite/ha_svar
  `,
)
export const WANTED = act(
  `
  ^ ville !NOT
  ^ ønsk+/ynsk+/foreslo*/føreslo*/ba/bad/krev+/etterlys+/savn+/sakn+
  ^ wanted/asked_for/called_for/proposed/suggested/missed
  `,
  `
  ville/ønsk+/ynsk+/foreslo*/føreslo*/ba/bad/krev+/etterlys+
  tok_til_orde/fremmet/fremma/sette_fram/gjorde_framlegg
  `,
)
export const DISAGREED = act(
  `
  AGREED = enig(e)/einig(e)/samd(e)
  ^ var/er uenig(e)/usamd(e)/ueinig(e)/imot/skeptisk(e)
  ^ var/er NOT AGREED
  ^ gikk imot/mot
  ^ gjekk imot/mot
  ^ motsatte_seg/advarte/åtvara/fraråd*/protesterte
  ^ ville NOT
  ^ støtt+ NOT
  ^ disagreed/opposed/objected/warned/was_against
  `,
  `
  AGREED = enig(e)/einig(e)/samd(e)
  uenig(e)/usamd(e)/imot/skeptisk(e)
  NOT (under)støtt*/AGREED
  (under)støtt+ NOT
  gikk/gjekk/går mot
  mot* seg
  advar+/åtvar+/frarå*/frara*/protest+/skjerm+
  vil(le) NOT
  `,
)
export const UNABLE = act(
  `
  ^ klarte/klarer/klarar/greide/greier/maktet/makta/kunne/kan/fikk/fekk/får/rakk/har/hadde NOT
  ^ mangl+
  ^ could/can/has/have/had/did not
  ^ couldn't/hasn't/haven't/hadn't/didn't
  ^ failed_to/was_unable_to
  `,
  `
  klar+/grei+/makt+/kunne/kan/fikk/fekk/får/rakk/har/hadde NOT
  NOT klar+/grei+/kunne/kan/har/hadde/fått
  mangl+
  `,
)
const SAID = act(
  `
  ^ sa/sier/seier/mente/mener/meinte/syntes/tykte/påpekte/pekte/peika/minnet/minte/minna/viste/opplyste
  ^ fortalte/fortalde/hevdet/hevda/varslet/varsla/svarte/svara
  ^ var bekymret/uroa/redd/enig/einig
  ^ said/thought/argued/pointed/reminded/told/answered/claimed/felt
  ^ was worried/concerned/afraid
  `,
  `
  sa/sier/seier/mente/mener/meinte/meiner/syntes/tykte/påpekte/pekte/peika/minnet/minte/minna/viste/opplyste
  advarte/åtvara/frarådet/frarådde/fortalte/fortalde/hevdet/hevda/varslet/varsla/svarte/svara
  understrek+/framhev+/kommenter+/la_til/ga_uttrykk/gav_uttrykk/uttalte
  var bekymret/uroa/redd/imot/enig/uenig
  kunne_ikke
  `,
)
const ACTS: readonly Act[] = [ASKED, DISAGREED, UNABLE, WANTED, SAID]

/** Up to the act: the longest first. */
const ASKS_WHO = phrases(`
  ^ WHO var_det_som
  ^ WHO i/av/in/of 1-2_words
  ^ WHO

  WHICHEVER = hvilke(n,t)/kva(_for)(_ein,_eit,_ei)/which
  ACTOR = *kommune(r)/*kommunar/*parti/*partier/*råd/*utval*/*etat/*organ/*avdeling/*rolle/*person/*firma/*selskap/
    *leverandør/municipalit+/party/parties/body/department/company/member
  ^ WHICHEVER ACTOR som
  ^ WHICHEVER ACTOR
`)

/** What a question asks the doer of, and where in it the words of the matter begin; undefined where it asks of no such act. */
export function actAsked(question: string): { readonly act: Act; readonly end: number } | undefined {
  const asking = ASKS_WHO.exec(question)
  if (!asking) return undefined
  const rest = question.slice(asking[0].length).trimStart()
  for (const act of ACTS) {
    const found = act.asked.exec(rest)
    if (found) return { act, end: question.length - rest.length + found[0].length }
  }
  return undefined
}

/** "Hva mente ungdomsrådet om …?", "What did the members think of …?" */
const ASKS_VIEW: readonly RegExp[] = [
  /^(?:hva|kva)\s+(?:mente|mener|meinte|meiner|syntes|synes|tykte|tykkjer|synst)\s+((?:\p{L}+\s){0,2}?\p{L}+)\s+(?:om|at|skulle|burde|bør)(?!\p{L})/u,
  /^what\s+(?:did|does|do|was|were)\s+(?:the\s+)?((?:\p{L}+\s){0,2}?\p{L}+)\s+(?:think|feel|thoughts?|view)(?!\p{L})/u,
]
/** Those who were there: minutes need not name them. */
const ANYBODY = phrases(`
  *deltager*/*deltaker*/*deltakar*/medlem*/folk/man/de/dei/alle/fleste/flesteparten/møtet $
  participants/members/attendees/people/they/most $
`)
/** A view, in whatever words minutes put it. */
export const TELLS_VIEW = phrases(
  `
  mener/mente/mening*/meiner/meinte/meining*/synes/syntes/synst/synspunkt*/tyk+/ser_(ikke_,ikkje_)for_seg
  ønsk+/ynsk+/vil(le)/ba/bad/krev+/savn+/sakn+/etterlys+/bør/burde/foretrekk*
  (u)enig(e)/(u)einig(e)/(u)samd(e)/(under)støtt*/tilrå+/anbefal+/positiv*/fornøyd*/nøgd*
  (i)mot/fraråd*/negativ*/skepti+/motforest+/innvend+/advar+/åtvar+/kritis+/kritikk/bekym+/redd/uro*
  påpek+/understrek+/hevd+/uttal+/uttøl+/viktig*
  `,
  'iu',
)

export interface ViewAsked {
  /** Words for whose view is asked for, folded; undefined where that of anybody there is. */
  readonly whose: string | undefined
  /** All the words that name them. */
  readonly named: string
}

/** Whose view a question asks for. */
export function viewAsked(question: string): ViewAsked | undefined {
  const named = ASKS_VIEW.map((pattern) => pattern.exec(question)?.[1]).find((words) => words !== undefined)
  return named === undefined ? undefined : { whose: ANYBODY.test(named) ? undefined : named, named }
}
