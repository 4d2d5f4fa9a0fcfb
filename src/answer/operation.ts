import type { Term } from './topic.ts'

/** What a question may want computed. */
export type Operation = 'sum' | 'average' | 'difference' | 'rest' | 'none' | 'each' | 'highest' | 'lowest'

/** One of the words, whole; "_" is a blank, "*" any ending. */
const words = (list: string): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${list.trim().split(/\s+/).join('|').replaceAll('_', ' ').replaceAll('*', '\\p{L}*')})(?!\\p{L})`,
    'u',
  )

const CHANGES = words(`
  økt økte øke øker økes økning* auk* stig* steg sank gikk_opp gikk_ned gjekk_opp gjekk_ned endr* utvikl* sammenlign* sammenlikn* samanlikn*
  forskjell* skilnad* reduser* nedgang* mink* færre flere fleire mer meir mindre høyere høgare lavere lågare større kortere kortare lengre
  lenger billigere billegare dyrere dyrare raskere raskare mot_året_før enn_i increase increases increased decrease decreases decreased
  change changes changed compare compared difference rise rose grow grew fall fell drop dropped fewer more less than higher lower shorter longer cheaper larger smaller`)

const ASKS: Readonly<Record<Operation, RegExp>> = {
  sum: words(`
    til_sammen til_saman add_up adds_up added_up adding tilsammen totalt total totalsum* i_alt samlet samla sum summen altogether together combined in_total blir_det vert_det`),
  average: words('gjennomsnitt gjennomsnittet gjennomsnittlig gjennomsnittleg snitt snittet average mean'),
  difference: new RegExp(`${CHANGES.source}|${words('spar* innspar* besparelse* avvik* save* saving*').source}`, 'u'),
  none: words('ikke ikkje not'),
  each: words('hver hvert kvar kvart each every'),
  rest: words(
    'ikke ikkje not ennå enno yet igjen att rest* gjenst* gjenver* attstå* mangl* øvrig* remain* left missing',
  ),
  highest: words(
    'flest verst* worst dyrest* most_expensive høyest* høgast* størst* lengst* mest most highest largest biggest longest',
  ),
  lowest: words(
    'billigst* billegast* rimeligst* cheapest least_expensive færrest lavest* lågast* minst* kortest* kortast* fewest lowest smallest least shortest',
  ),
}

/** @param question folded */
export const asksFor = (operation: Operation, question: string): boolean => ASKS[operation].test(question)

const OF_COMPUTING = words(
  'saml* samtlige ett eitt én one to tre fire fem two three four five år året årene åra year years prosentvis over mellom between sum* total* hele heile whole',
)

/** Whether a word of a question tells what is measured, and not only what is to be computed of it. */
export const isMeasure = ({ folded }: Term): boolean =>
  ![OF_COMPUTING, CHANGES, ASKS.average, ASKS.highest, ASKS.lowest].some((pattern) => pattern.test(folded))

/** What was proposed and not what was decided. */
export const PROPOSED =
  /(?<!\p{L})(?:foresl\p{L}*|\p{L}*forslag\p{L}*|\p{L}*framlegg\p{L}*|tilråd\p{L}*|innstilling\p{L}*|propos\p{L}*|foreløpig\p{L}*|førebels|preliminary|recommend\p{L}*)(?!\p{L})/u

/** A measure that is a difference itself, between what was spent or earned and what was planned. */
export const IS_DIFFERENCE = /(?:mer|meir|mindre)forbruk|over(?:skudd|skot)|under(?:skudd|skot)/iu
