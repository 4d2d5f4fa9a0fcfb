import { fold } from './fold.ts'
import { tokens } from './tokens.ts'

export type LanguageCode = 'nb' | 'nn' | 'en'

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Weights: 3 only one form has it; 1 it leans that way. Words of both written forms are left out. */
const MARKS: Readonly<Record<LanguageCode, readonly (readonly [number, readonly string[]])[]>> = {
  nb: [
    [
      3,
      words(`ikke jeg hva hvem hvor hvordan hvorfor hvilken hvilket hvilke hver hvert fra en et noen noe mye ble blir blitt være
      vært dere hun henne hennes deres disse dem nå bare uten mens selv ennå siden hvis mellom flere mer gjør gjøres
      gjorde vet gir ga kommer tatt tar vedtatt vedtas ansatte leder lederen nestleder skole skolen skoler veien hjem syk
      sykefravær møtested stedet regnskap regnskapet utvalg utvalget valgt valg innstilling innstillingen referenten hjelpe
      øker økte økt høyt høyest høyeste laveste lavest mulig muligheter tjeneste tjenesten tjenester
      enhet enheten spør hvilkensomhelst sykehjem tilskudd overskudd underskudd medlemmer deltakere saken møtet møtene
      ledet stemte foreslo foreslått vedtok avlyst lagt sakslisten årsrapporten oversikten pengene kostet heter
      lærer elevene hjemmekontor frem tallene tallet bevilget uke ukene måned måneder måneden gjelder løsning`),
    ],
    [1, words(`de vi sto saken saker kommuner kommunene sakene`)],
  ],
  nn: [
    [
      3,
      words(`ikkje eg kva kven kor korleis kvifor kvar kvart kvarandre frå ein eit nokon noko nokre nokor mykje vart vert verta
      verte vorte vorten vere vore me dykk dykkar ho hennar dei deira desse berre utan medan sjølv enno sidan dersom
      millom meir fleire gjer gjere gjera gjerast veit gjev gje kjem teke tek vedteke vedtekne vedteken tilsette tilsett
      leiar leiaren nestleiar leia skule skulen skular vegen heim sjuk sjukefråvær sjukefråværet møtestad staden stad
      rekneskap rekneskapen utval utvalet valt val tilråding tilrådinga seia seier aukar auka auke høg høgt høgast høgaste
      lågast lågaste mogleg moglegheiter teneste tenesta tenester eining eininga tilskot overskot underskot medlemer
      medlemene deltakarar deltakarane saka røysta røyster røysting kommunar kommunane møta sakene møteleiar
      heiter lærarar elevane heimekontor tala talet løyvd løyving veke veka vekene månad månader månaden gjeld oppgåve
      løysing samrøystes einstemmig einstemmig følgje skriv sette stades sakslista årsmeldinga årsrapporta oversikta
      skulane barnehagane tiltaka kostnadene pengane rettleiing held heldt haldne halde innkallinga noverande tidlegare
      seinare finst sjukeheim sjukeheimen attende dagane timar avtala avtalane budsjetta vedtaka kveld ynskjer ynskje ønskjer spørsmåla
      bruka brukar brukarar brukarane telefonar oppfølginga utsett gjekk fekk kjøpt leigd tryggleik verksemd fyrste
      rådgjevar rådgjevarar opphavleg særleg offentleg skriftleg vesentleg årleg`),
    ],
    [1, words(`kostar stod`)],
  ],
  en: [
    [
      3,
      words(`the what who whom whose which when where why how was were is are did does do has have had been be being of and or to
      from with about by this that these those it its they them their he she his we our you your not many much much there
      can could will would should shall any between into than then because please tell me show give list all my meeting
      meetings minutes decision decisions decided council board budget agenda item items attended present absent report
      year years municipality municipalities approved cost costs employees cases number share chair held date time place
      yes no thanks thank hello help proposal vote voted last next first many next per under it's what's who's members
      percent increase decrease total summary summarise summarize explain`),
    ],
    [1, words(`a an on at as if so`)],
  ],
}
/** Of both written forms: they tell Norwegian from English. */
const NORWEGIAN = words(
  'og på av som med når er har kan skal vil om det den til etter ved seg også blei sak saker møte møtet',
)
/** The first word is the asker's own; titles and names in another language stand later. */
const FIRST_WORD_WEIGHT = 3

/** Of both, or of Norwegian too: too weak to count for English alone. */
const SHARED = new Set(words('list per under me do at an so has present no date time chair number'))

/** Endings that one written form prefers; weight 1. Only for words long enough to have a stem before them. */
const ENDINGS: readonly (readonly [RegExp, LanguageCode])[] = [
  [/\p{L}{4}(?:ane|anes)$/u, 'nn'],
  [/\p{L}{3}(?:leg|lege|legare|legast|heit|heita|heiter|inga|ingar|ingane)$/u, 'nn'],
  [/\p{L}{4}ar$/u, 'nn'],
  [/\p{L}{3}(?:kje|gje)$/u, 'nn'],
  [/\p{L}{4}(?:ene|enes)$/u, 'nb'],
  [/\p{L}{3}(?:lig|lige|ligere|ligst|het|heten|heter|hetene|ingen|inger|ingene|else|elsen|elser)$/u, 'nb'],
  [/\p{L}{3}(?:tion|tions|ing|ings|ies|ity|ment|ments|ness|ould|ough|ck)$/u, 'en'],
]
/** Endings that English and Norwegian share. */
const NORWEGIAN_ING = /(?:ning|ling|ring|ding|sing|ting|ment)$/u

const WEIGHTS = new Map<string, Partial<Record<LanguageCode, number>>>()
for (const code of ['nb', 'nn', 'en'] as const)
  for (const [weight, list] of MARKS[code])
    for (const word of list) {
      const entry = WEIGHTS.get(word) ?? {}
      entry[code] = Math.max(entry[code] ?? 0, code === 'en' && SHARED.has(word) ? 1 : weight)
      WEIGHTS.set(word, entry)
    }

for (const word of NORWEGIAN) {
  const entry = WEIGHTS.get(word) ?? {}
  WEIGHTS.set(word, { ...entry, nb: (entry.nb ?? 0) + 1, nn: (entry.nn ?? 0) + 1 })
}

const ENOUGH_TOKENS = 2000

/** The written form of a question or a document. Without any mark bokmål, which most of them are. */
export function detectLanguage(text: string): LanguageCode {
  const score = { nb: 0, nn: 0, en: 0 }
  let factor = FIRST_WORD_WEIGHT
  for (const token of tokens(text.slice(0, ENOUGH_TOKENS * 8)).slice(0, ENOUGH_TOKENS)) {
    if (token.kind === 'number') continue
    const times = factor
    factor = 1
    const word = token.folded
    if (/[æøå]/.test(word)) score.en -= 1
    const weights = WEIGHTS.get(word) ?? WEIGHTS.get(fold(word).replace(/'s$/, ''))
    if (weights) {
      for (const code of ['nb', 'nn', 'en'] as const) score[code] += times * (weights[code] ?? 0)
      continue
    }
    for (const [ending, code] of ENDINGS)
      if (ending.test(word) && !(code === 'en' && NORWEGIAN_ING.test(word))) {
        score[code] += 1
        break
      }
  }
  if (score.en > score.nb && score.en > score.nn) return 'en'
  return score.nn > score.nb ? 'nn' : 'nb'
}
