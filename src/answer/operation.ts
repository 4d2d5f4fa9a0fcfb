import { phrases } from './phrases.ts'
import type { Term } from './topic.ts'

/** What a question may want computed. */
export type Operation = 'sum' | 'average' | 'difference' | 'rest' | 'none' | 'each' | 'highest' | 'lowest'

const CHANGE_WORDS = `
  # it became more or less
  økt/økte/øke/øker/økes/økning*/auk*/stig*/steg/gikk_opp/gjekk_opp
  sank/gikk_ned/gjekk_ned/reduser*/nedgang*/mink*
  endr*/utvikl*/mot_året_før
  increase(s,d)/rise/rose/grow/grew/decrease(s,d)/fall/fell/drop(ped)/change(s,d)

  # it is set against another
  sammenlign*/sammenlikn*/samanlikn*/forskjell*/skilnad*/enn_i
  flere/fleire/mer/meir/høyere/høgare/større/lengre/lenger/dyrere/dyrare/raskere/raskare
  færre/mindre/lavere/lågare/kortere/kortare/billigere/billegare
  compare(d)/difference/than/more/higher/longer/larger/less/fewer/lower/shorter/cheaper/smaller
`
const CHANGES = phrases(CHANGE_WORDS)

const ASKS: Readonly<Record<Operation, RegExp>> = {
  sum: phrases(`
    til_sammen/til_saman/tilsammen/totalt/total/totalsum*/i_alt/samlet/samla/sum/summen/blir_det/vert_det
    add_up/adds_up/added_up/adding/altogether/together/combined/in_total
  `),
  average: phrases('gjennomsnitt(et)/gjennomsnittlig/gjennomsnittleg/snitt(et)/average/mean'),
  difference: phrases(`
  spar*/innspar*/besparelse*/avvik*/save*/saving*
  ${CHANGE_WORDS}
  `),
  none: phrases('NOT/not'),
  each: phrases('hver/hvert/kvar/kvart/each/every'),
  rest: phrases(`
    NOT/ennå/enno/igjen/att/rest*/gjenst*/gjenver*/attstå*/mangl*/øvrig*
    not/yet/remain*/left/missing
  `),
  highest: phrases(`
    flest/mest/verst*/dyrest*/høyest*/høgast*/størst*/lengst*
    most/worst/most_expensive/highest/largest/biggest/longest
  `),
  lowest: phrases(`
    færrest/minst*/billigst*/billegast*/rimeligst*/lavest*/lågast*/kortest*/kortast*
    fewest/least/cheapest/least_expensive/lowest/smallest/shortest
  `),
}

/** @param question folded */
export const asksFor = (operation: Operation, question: string): boolean => ASKS[operation].test(question)

const OF_COMPUTING = phrases(`
  saml*/samtlige/sum*/total*/hele/heile/whole/prosentvis/over/mellom/between
  ett/eitt/én/one/to/tre/fire/fem/two/three/four/five
  år/året/årene/åra/year(s)
`)

/** Whether a word of a question tells what is measured, and not only what is to be computed of it. */
export const isMeasure = ({ folded }: Term): boolean =>
  ![OF_COMPUTING, CHANGES, ASKS.average, ASKS.highest, ASKS.lowest].some((pattern) => pattern.test(folded))

/** What was proposed and not what was decided. */
export const PROPOSED = phrases(`
  foresl*/*forslag*/*framlegg*/tilråd*/innstilling*/foreløpig*/førebels
  propos*/preliminary/recommend*
`)

/** A measure that is a difference itself, between what was spent or earned and what was planned. */
export const IS_DIFFERENCE = /(?:mer|meir|mindre)forbruk|over(?:skudd|skot)|under(?:skudd|skot)/iu
