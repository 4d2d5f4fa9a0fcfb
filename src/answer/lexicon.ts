import { stemOf } from '../norwegian/stem.ts'

/**
 * Words that people ask with, and the words that minutes write. Each line is a group that means the same in this field;
 * any of its words may stand for any other. Everyday words first.
 */
const SAME = `
jobb jobber stilling stillinger årsverk ansettelse
folk ansatte medarbeidere personale bemanning stab
sjef leder leiar
rådmann kommunedirektør administrasjonssjef kommunaldirektør
politiker politikere folkevalgt folkevalgte representant representanter
mobil mobiltelefon telefon smarttelefon
mail e-post epost jobbmail jobb-e-post
sykmeldt sykdom sykefravær fravær sjukefråvær
chatbot samtalerobot prateroboten robot
pc datamaskin maskin
nett nettverk
overskudd mindreforbruk
underskudd merforbruk overforbruk
penger midler tilskudd bevilgning støtte
kostnad kostnader utgift utgifter koste kostet pris avgift gebyr
inntekt inntekter
spare spart sparing innsparing besparelse kutt nedskjæring reduksjon
kutte redusere nedbemanne
ryke forsvinne fjerne fjernes bort kuttes
øke økning vekst oppgang
minske minke nedgang reduksjon
budsjett ramme driftsramme
regnskap resultat
andel del fordeling
betale bidrag dekke finansiere
selskap firma leverandør
kjøpe innkjøp anskaffelse anskaffe
avtale kontrakt
dele fordele fordeling
møteplan møtedatoer
bytte skifte erstatte utskifting
flytte flytting
starte oppstart begynne åpne iverksette åpning
stoppe avslutte nedlegge
utsette utsatt utsettelse forsinket forsinkelse
avlyse avlyst
årsak grunn skyldes fordi
mål målsetting målsetning
frist dato senest
ventetid svartid
henvendelse henvendelser førespurnad førespurnader sak
bygning bygg lokale lokaler
skole undervisning
barnehage oppvekst
eldre aldrende
innbygger innbyggere innbyggjar befolkning folketall
nedstengning nedstenging pandemi korona koronapandemien covid
hjemmekontor
godta godtok akseptere innforstått akseptert godkjenne
dårligere redusert lavere svekket
bedre forbedring forbedret
kvalitet leveranse leveranser tjeneste tjenester
mangle manglet mangler underlisensiert mangel
avsetning avsette satt avsatt
navn hete heter het kalles
medlem medlemmer deltaker
vara varamedlem stedfortreder
nestleder varaleder
avstemning votering stemme stemte stemmer røysting
enighet enstemmig samrøystes
forslag framlegg innstilling
evaluering vurdering gjennomgang
opplæring kurs e-læring
sikkerhet informasjonssikkerhet
personvern gdpr
snø brøyting brøyte
vei veg
åpningstid åpningstider åpent
sentralbord svartjeneste
portal nettportal innbyggerportal
`

const GROUPS = new Map<string, Set<string>>()
for (const line of SAME.trim().split('\n')) {
  const words = line.trim().split(/\s+/)
  for (const stem of words.map(stemOf)) GROUPS.set(stem, new Set([...(GROUPS.get(stem) ?? []), ...words]))
}

/** Words that mean the same as a stem in this field; empty when it is in no group. */
export const synonymWordsOf = (stem: string): readonly string[] => [...(GROUPS.get(stem) ?? [])]

/** The stems of those words, the stem itself left out. */
export const synonymsOf = (stem: string): readonly string[] =>
  [...new Set(synonymWordsOf(stem).map(stemOf))].filter((other) => other !== stem)

/** Words of questions that any document may answer without holding them: they are never required. */
const LIGHT = `
få fikk fekk gi ga gav ta tok tatt ha lage laga begynne begynte begynt bruke brukte gå gikk komme kom kommet stemme overens
sammenligne sammenlignet sammenlikne samanlikna forhold tall tallene tal del stor liten sammen utgjøre utgjør totalt samlet samla
inne ligge ligger ytterligere ekstra faktisk egentlig nå no nåværende hele heile hel år året dag dager dagen måned måneder uke
person personer svar svare svara spørre vite forklare fortelle oppgi oppgitt nevne liste
bør burde trenge nødvendig oppnå gjennomføre gjennomført skje viktig viktigste ny nye nytt ting noe slags type ved utgang utgangen
utløp utløpet dato tidspunkt klokken klokka første halvår andre annet kvartal periode løpet mellom begge samme forskjell forskjellig mest minst flest
ifølge ifølgje utvikle utviklet utvikla endre endret se ut mulig kunne
carry carries fully total shared actually new used use get got give given make made take taken held right really main
many amount number end beginning year years month months day days people person cause caused reason happen happened work working
`
const LIGHT_STEMS = new Set(LIGHT.trim().split(/\s+/).map(stemOf))

export const isLight = (stem: string): boolean => LIGHT_STEMS.has(stem)
