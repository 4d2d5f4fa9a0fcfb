import { stemOf } from '../norwegian/stem.ts'

/**
 * Words that people ask with, and the words that minutes write. Each line is a group that means the same in this field;
 * any of its words may stand for any other, in any inflection. Everyday words first. A phrase is written with "_".
 */
const SAME = `
# Work and people
vente avvente
jobb jobber stilling stillinger årsverk ansettelse stillingsressurs
folk ansatte medarbeidere personale bemanning stab mannskap årsverk
ansette tilsette rekruttere ta_inn
sjef leder leiar direktør
øverste_sjef daglig_leder kommunedirektør
rådmann kommunedirektør administrasjonssjef kommunaldirektør
bas teamleder avdelingsleder enhetsleder virksomhetsleder
kollega kolleger medarbeidere
vikar vikarer innleie innleid bemanningsbyrå
konsulent konsulenter rådgiver innleid
lærling lærlinger praktikant
lønn lønnskostnader lønnsutgifter personalkostnader
overtid overtidsbruk mertid
ferie feriedager ferieavvikling
permisjon permittert permittering
slutte slutter sluttet fratre fratrer gå_av gikk_av gi_seg gå_fra_borde
si_opp oppsigelse oppsagt avskjed nedbemanning nedbemanne redusere_årsverk redusere_bemanning bemanningsreduksjon bemanningskutt stillingskutt
ta_over tok_over overta overtok tiltre tiltrådte begynne_som
begynne starte tiltre
sykmeldt syk sykdom sykefravær fravær sjukefråvær borte_fra_jobb
turnus vakt vaktordning arbeidstid skift
trivsel arbeidsmiljø
tillitsvalgt fagforening hovedtillitsvalgt fagforbund
verneombud vernetjeneste
etterutdanning opplæring kurs kompetanse kompetanseheving skolering e-læring videreutdanning
kurs opplæring datakurs undervisning
lege leger fastlege kommunelege
politiker politikere folkevalgt folkevalgte representant representanter
ordfører borgermester
parti partier partigruppe
velgere stemmeberettigede
barn unge ungdom
eldre aldrende pensjonister seniorer
innbygger innbyggere innbyggjar befolkning folketall folk borgere fastboende
funksjonshemmet funksjonsnedsettelse uføre
flyktning flyktninger asylsøker innvandrer
frivillig frivillige lag foreninger organisasjoner
bruker brukere kunde kunder
søke søkte søkt søker søkere søknad søknader
# Money
penger midler tilskudd bevilgning støtte beløp
koste kostnad kostnader utgift utgifter kostet pris avgift gebyr prislapp
dyrt dyrere kostbart kostnad
gratis kostnadsfri vederlagsfri
pris takst sats gebyr avgift egenandel satsar betaling
inntekt inntekter innbetalinger
spare spart sparing innsparing besparelse kutt nedskjæring reduksjon gevinst spare_inn effektivisering effektivisere
slippe_unna slippe_fri skjerme skjermet unntas
tom tomme ledig ubesatt vakant vakanse
kutte redusere nedbemanne skjære_ned kutt spare
ryke forsvinne fjerne fjernes bort kuttes
øke økning vekst oppgang stige økt dyrere prisøkning kostnadsøkning
minke minske nedgang reduksjon redusere synke sank falle falt
overskudd mindreforbruk pluss til_overs brukt_mindre brukt_mindre_penger brukt_mindre_pengar stod_igjen sto_igjen stod_att mindre_enn_budsjettert lavere_enn_budsjettert under_budsjett
underskudd merforbruk overforbruk minus i_minus gå_i_minus mer_enn_budsjettert høyere_enn_budsjettert over_budsjett
budsjett ramme driftsramme
regnskap resultat forbruk
bruke_opp forbruk brukt
andel del fordeling prosentandel kostnadsandel
andel eierandel eierbrøk
utdele tildele tildeling innvilge bevilge
betale bidrag dekke finansiere innbetaling betaling
betale andel fordeling fordelt kostnadsandel tilskudd beløp
dele fordele fordelt fordeling splitte kostnadsdeling
egenkapital disposisjonsfond fond reserve sparepenger buffer
lån gjeld låneopptak lånegjeld
rente renter rentekostnader
bevilge bevilget bevilgning løyve avsette avsetning satt_av avsatt sette_av
merverdiavgift mva moms
faktura regning regninger fakturaer
regning beløp
forfall betalingsfrist
bot bøter gebyr
anbud konkurranse anskaffelse utlysning tilbud
tilbud tilbyder tilbydere
kjøpe innkjøp anskaffelse anskaffe skaffe kjøp
selge salg avhende
leie leiepris husleie leieavtale
investere investering
selskap firma bedrift leverandør
leverandør tilbyder firma selskap
avtale kontrakt
rabatt prisavslag
dyrtid prisvekst prisstigning inflasjon
# Decisions and meetings
vedtak beslutning bestemmelse avgjørelse
forslag framlegg innstilling
ja_til godkjenne vedta slutte_seg_til tilslutning
nei_til avslå avvise forkaste takke_nei si_nei
ja_til takke_ja si_ja
kalle_inn innkalle innkalling kaller_inn
godta godtok akseptere innforstått akseptert godkjenne
være_enig enighet enstemmig tilslutning
enighet enstemmig samrøystes
uenig uenighet mindretall dissens
klage anke påklage
utsette utsatt utsettelse forsinket forsinkelse vente_med skyve_på skjøvet_på skubbe_på skuve_på dytte_på si_vent
forsinket forsinkelse utsatt forskjøvet
avlyse avlyst
møteplan møtedatoer møtekalender møtetidspunkter møterytme
årsak grunn skyldes fordi
mål målsetting målsetning
frist dato senest tidsfrist
tidsplan framdriftsplan fremdrift framdrift
medlem medlemmer deltaker
vara varamedlem stedfortreder
nestleder varaleder
avstemning votering stemme stemte stemmer røysting
inhabil ugild habilitet
evaluering vurdering gjennomgang
gransking tilsyn revisjon kontroll
undersøkelse spørreundersøkelse kartlegging
undersøke kartlegge utrede
utrede vurdere utredning
rapport redegjørelse orientering
få_beskjed informere orientere varsle
samarbeid samarbeide fellesskap
høring høyring uttalelse
mene sa syntes uttalte
bekymret engstelig redd uro bekymring
folk_flest publikum tilhørere allmennheten
åpen åpent offentlig
lukket stengt unntatt
vise_fram vise presentere legge_fram
trekke_fram trakk_fram trekte_fram trukket_fram løfte_fram peke_på
legge_fram legge_frem presentere framlegg
bedt_om oppfordret pålagt
tape tapt miste mistet gå_tapt
oppgi røpe gi_fra_seg gi_bort
høre_med spørre forhøre
høre_til tilhøre
ta_til starte begynne
gå_for_seg skje
dra_i_gang starte
ansvar ansvarlig eier
starte oppstart begynne åpne iverksette åpning sette_i_gang satt_i_gang sett_i_gang igangsette under_gjennomføring
varsle bebude annonsere
først_ute som_første
komme_i_gang oppstart starte iverksette
åpne åpning oppstart
juridisk rettslig lov lovverk kommuneloven paragraf hjemmel hjemle
stoppe avslutte nedlegge slutte_med kutte_ut avvikle fase_ut utfase
koble sammenkoble koble_sammen kobling knytte integrere integrasjon
legge_ned nedlegge nedleggelse stenge avvikle
stenge stengt lukke
flytte flytting
bytte skifte erstatte utskifting
bytte_ut skifte_ut erstatte utskifting
gå_over_til innføre ta_i_bruk
innføre innføring ta_i_bruk iverksette
utvide utvidelse øke forlenge lengre
forlenge forlengelse videreføre prolongere
fortsette videreføre forlenge
gjennomføre utføre fullføre
ferdig fullført ferdigstilt sluttført
lansere lansering
navn hete heter kalles døpe
regel regler retningslinjer rutine reglement bestemmelser
lov lovlig tillatt tillate tillatelse
forby forbud forbudt
krav kreve pålegg pålagt
plikt plikter skal
mangle manglet mangler underlisensiert mangel
bedre forbedring forbedret
dårligere redusert lavere svekket
kvalitet leveranse leveranser tjeneste tjenester
problem utfordring utfordringer vanske vansker
løse løsning
fare risiko trussel
# Information technology
mobil mobiltelefon telefon smarttelefon telefoner
mail e-post epost e-mail jobbmail jobb-e-post e-poster
chatbot samtalerobot prateroboten robot
kunstig_intelligens ki ai språkmodell copilot
pc datamaskin maskin laptop
data digital digitale ikt it
dataprogram program programvare software sw system fagsystem
app applikasjon program
nett nettverk bredbånd internett
nettside nettsted hjemmeside nettportal
portal nettportal innbyggerportal
passord pålogging innlogging
logge_inn innlogging pålogging
totrinn tofaktor tofaktorinnlogging flerfaktor totrinnsbekreftelse
sikkerhetskopi sikkerhetskopiering backup
hacke hacking datainnbrudd dataangrep cyberangrep angrep
lure svindel svindle falsk falske bedrageri phishing
svindelforsøk phishing svindel svindler svindlere falsk
virus skadevare løsepengevirus
nedetid driftsavbrudd utfall stans nede brudd
oppetid tilgjengelighet
feil avvik hendelse hendelser uhell
feil bug bugger
alvorlig kritisk
sikkerhet informasjonssikkerhet datasikkerhet
personvern gdpr personopplysninger
oppdatere oppgradere oppdatering oppgradering
server servere tjenermaskin
sky skytjeneste skyløsning
lisens lisenser programvarelisens
sak-arkiv arkivsystem sakssystem saksbehandlingssystem
arkiv arkivering
brukerstøtte kundesenter helpdesk servicedesk support
spørsmål henvendelse henvendelser
henvendelse henvendelser førespurnad førespurnader sak
ringe anrop oppringning telefon
tlf telefon anrop
sentralbord svartjeneste telefontjeneste telefonsentral
besvare besvart svare svart
vente ventetid svartid kø
kø venteliste stå_i_kø
hjelp hjelpe bistand bistå
ventetid svartid
snitt gjennomsnitt gjennomsnittlig middel
åpningstid åpningstider åpent telefontid klokkeslett
utstyr skjerm skriver
melde_på påmelding påmeldt melde_seg registrert
regulere regulert justere justert justering indeksregulere
etterlyse etterlyste savne savnet sakne sakna ønske ønsket be_om ba_om
helg helgen helgene helga lørdag søndag
retur sende_tilbake tilbake sende_attende
vente ventet forventet forventede anslått beregnet regnet_med regne_med regna_med
påløpe påløpt påløper brukt forbruk
bære bærer dekke dekker betale betaler andel
stryke strøket ta_ut tatt_ut fjerne fjernet kutte droppe si_opp
sikkerhetstest penetrasjonstest
positiv enig tilhenger støtte
skeptisk negativ imot motforestilling innvending
advare advarte fraråde frarådet frarådde
eie eier eid eide eierandel
# Places and services
bygning bygg lokale lokaler hus
kontor lokale kontorlokaler
bygge oppføre reise utbygging
pusse_opp oppussing renovere rehabilitere ombygging
ombygging oppussing renovering
tomt tomter eiendom areal
regulering reguleringsplan omregulering
bolig boliger leilighet
skole undervisning skoler
lærer lærere pedagog
elev elever skoleelever
barnehage oppvekst barnehager
sfo skolefritidsordning aktivitetsskolen
sykehjem aldershjem omsorgssenter institusjon
hjemmetjeneste hjemmesykepleie hjemmehjelp
helsestasjon helsesykepleier
legevakt legevakttjeneste
bibliotek boksamling
kultur kulturhus kino
idrett sport idrettshall
svømmehall basseng svømmebasseng
veg vei veger veier
snø brøyting brøyte snørydding
strø strøing glatt
gatelys veglys belysning
vann vannforsyning drikkevann
kloakk avløp
søppel avfall renovasjon
miljø klima natur
brann brannvesen brannfolk brannmannskap
beredskap krise kriseledelse
flom oversvømmelse
skred ras
buss kollektivtransport skyss
bil kjøretøy biler
elbil elektrisk
parkering parkeringsplass
strøm elektrisitet energi kraft
nabokommune nabokommuner
næringsliv bedrifter næring
jordbruk landbruk gårdbruker
nedstengning nedstenging pandemi korona koronapandemien covid
hjemmekontor heimekontor
annonse kunngjøring utlysning
`

const LONGEST_PHRASE = 3

const keyOf = (entry: string): string => entry.split('_').map(stemOf).join('_')

const GROUPS = new Map<string, Set<string>>()
const PHRASES = new Set<string>()
for (const line of SAME.trim().split('\n')) {
  if (line.startsWith('#')) continue
  const entries = line.trim().split(/\s+/)
  for (const key of entries.map(keyOf)) {
    GROUPS.set(key, new Set([...(GROUPS.get(key) ?? []), ...entries]))
    if (key.includes('_')) PHRASES.add(key)
  }
}

const PHRASE_STARTS = new Set([...PHRASES].map((key) => key.split('_')[0]))

/** Words that mean the same as a stem or a phrase in this field; empty when it is in no group. */
export const synonymWordsOf = (stem: string): readonly string[] =>
  [...(GROUPS.get(stem) ?? [])].filter((entry) => !entry.includes('_'))

/** The stems of those words, and the keys of phrases, itself left out. */
export const synonymsOf = (stem: string): readonly string[] => SYNONYMS.get(stem) ?? []

const SYNONYMS = new Map(
  [...GROUPS].map(([stem, entries]) => [stem, [...new Set([...entries].map(keyOf))].filter((other) => other !== stem)]),
)

/** The known phrase that begins at a word: its key ("gå_av") and how many words it takes. */
export function phraseAt(stems: readonly string[], index: number): { key: string; taken: number } | undefined {
  if (!PHRASE_STARTS.has(stems[index] ?? '')) return undefined
  for (let taken = LONGEST_PHRASE; taken > 1; taken--) {
    if (index + taken > stems.length) continue
    const key = stems.slice(index, index + taken).join('_')
    if (PHRASES.has(key)) return { key, taken }
  }
  return undefined
}

/** Words of questions that any document may answer without holding them: they are never required. */
const LIGHT = `
få fikk fekk gi ga gav ta tok tatt ha lage laga begynne begynte begynt bruke brukte gå gikk komme kom kommet stemme overens
sammenligne sammenlignet sammenlikne samanlikna forhold tall tallene tal stor liten sammen utgjøre utgjør totalt samlet samla
inne ligge ligger ytterligere ekstra faktisk egentlig nå no nåværende hele heile hel år året åra årene åri dag dager dagen måned måneder
person personer svar svare svara spørre vite forklare fortelle oppgi oppgitt nevne liste
bør burde trenge nødvendig oppnå gjennomføre gjennomført skje viktig viktigste ny nye nytt ting noe slags type ved utgang utgangen
utløp utløpet dato tidspunkt klokken klokka første halvår andre annet tredje fjerde kvartal tertial periode løpet mellom begge samme forskjell forskjellig mest minst flest
høy høyt høye høg høgt høge lav lavt lave låg lågt låge konsekvens konsekvenser følge følger følgene virkning virkninger påvirke innebære medføre årsak årsaker årsaken årsakene årsaka grunn grunnen grunner hovedårsak hovedårsaken ifølge ifølgje utvikle utviklet utvikla endre endret se ut mulig kunne
informasjon cent en ett eitt én one to tre fire fem seks sju syv åtte ni ti sette satt
lov høsten våren sommeren vinteren hausten haust høst vår vinter beregnet anslått anslag estimert snakk høgst høyst maksimalt maksimum minimum høre hørt lure lurte vite undre rundt omtrent cirka punkt punkter framover fremover
prøve prøvde prøvd forsøkte langt hittil måte måter måtar talet way ways
takke takka takk foreløpig førebels allerede alt endelig etterpå deretter straks snart lenger fremdeles framleis stadig
heretter nylig nyleg ofte alltid altså kanskje samtidig dermed særlig særleg spesielt spesiell hovedsakelig ellers likevel nesten
ganske svært veldig selv sjølv også òg
forrige førre previous status dagens består bestå rolle innebære innebærer more twice several
oppe nede inn ut fram frem tilbake hver hvert både slik ville skulle begge par
take taken put go goes going went come came want wanted consider considered before after anyone anything someone something attempt try tried kind sort
allowed deal dealt according still already yet ever decide
estimate estimated expected according mean means meaning according roughly about approximately maximum minimum highest lowest wonder wondered wondering hear heard belong belonged points point
carry carries fully total shared actually new used use get got give given make made take taken held right really main
see sees seen gets getting got become becomes became
many amount number end beginning year years month months day days people person cause caused reason happen happened work working
`
const LIGHT_STEMS = new Set(LIGHT.trim().split(/\s+/).map(stemOf))

/** "en del av", "hvilken uke"; but "deles likt" and "de første ukene" tell. */
const LIGHT_FORMS = new Set(['del', 'uke', 'veke'])

/** @param word folded */
export const isLight = (stem: string, word: string): boolean => LIGHT_STEMS.has(stem) || LIGHT_FORMS.has(word)
