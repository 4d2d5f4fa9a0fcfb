import { compoundParts } from '../norwegian/compounds.ts'
import { stemOf } from '../norwegian/stem.ts'

/** Words that compounds of minutes and reports are made of; others stay whole, since a wrong cut does more harm. */
const WORDS = `
administrasjon aksjon aktivitet analyse andel ansatt ansvar arbeid areal arkiv arrangement avdeling avgift avløp avtale
avvik bane barn barnehage barnevern bedrift behandling behov bemanning beredskap bevilgning bibliotek bidrag bolig brann
bruker budsjett bygg bygning dagsorden data deltaker departement digitalisering direktør distrikt dokument drift effekt
eiendom eier elev element energi enhet erstatning evaluering faktura familie feil felles ferie finans flyktning folk fond
fordeling foreldre forening forhandling forhold forskning forslag forsvar forum forvaltning framtid frekvens frist fylke
fylkesting gebyr gjeld gjennomføring gjennomgang gruppe grunn grunnlag handling hav havn helse hendelse heving hjelp hjem
hjemme hoved hus høring idrett informasjon infrastruktur inngang innhold innkalling innkjøp innsats innsparing innstilling
inntekt institusjon investering journal jord justering kamp kanal kapasitet kapital kapittel kartlegging kirke klage klima
klasse kommisjon kommune kommunikasjon kompetanse komite konsekvens konsulent kontor kontrakt kontroll koordinator korona
kostnad kraft krise kultur kunde kurs kutt kvalitet kvartal kvinne landbruk landskap ledelse leder ledig lege leie
leverandør levering lisens liste logg lokale lovgivning løft løsning lærer lærling lønn maskin mangel mann medarbeider
medisin medlem melding metode middel miljø ministerium minister mobil modell møte måling måned nabo natur navn nemnd nett
nettverk nivå nøkkel område omsetning omsorg oppgave opplæring oppsigelse oppvekst ordfører ordning organisasjon orientering
overskudd oversikt parti pasient pause penger pensjon periode person personal personvern plan planlegging plass plattform
pleie politi politikk politiker portal portefølje post president pris prioritering problem prosess prosent prosjekt
protokoll prøve punkt pålegg ramme rapport rapportering redning redusering referat reform regel region register regjering
regnskap regulering reise rekruttering renhold rente renovasjon ressurs resultat revisjon risiko rolle rutine rådgiver
sakliste saksliste salg samarbeid samfunn samling sammenslåing sektor sekretær sekretariat selskap senter serie service
sikkerhet sikring situasjon skade skatt skjema skjønn skole skyss spill språk stasjon statistikk stat status stemme stilling
storting strategi struktur strøm student studie styre støtte svar sykdom sykehjem sykehus sykefravær system søknad tabell
takst tall teknologi telefon tema tiltak tjeneste tilbud tilgang tilskudd tilstand tilsyn time trafikk transport trening
trygd turnus ulykke undersøkelse underskudd undervisning ungdom universitet utbygging utdanning utgift utgave utredning
utsending utslipp utstyr utvalg utvikling valg vann varsel varsling vedlegg vedlikehold vedtak vedtekt veileder veiledning
velferd venn ventetid verdi verden verk verneombud virksomhet virus vurdering økonomi åpning årsak årsrapport årsverk
avis bånd bank bilde blad biskop dronning drap dyr elv film fjell flagg flyplass fløy folke fotball første gate grense
hånd hær idretts internasjonal kirke kjøre klubb kommando konge kongress konkurranse krig kunst land landslag liga lokal
luft lufthavn lag mester mesterskap motor musikk mynde nasjon norge offiser olje opera oppland parlament plate premie prest
produksjon produkt program rekord republikk ridder romer roman rett retts rik sang seier sesong skip skuespill slott soldat
spiller sport stil tropp turnering verdens vitenskap vinter sommer
aktør alarm ambulanse anbud anlegg annonse anskaffelse arkitekt arrangør asfalt atferd attest avfall avgjørelse
avstemning bestilling besøk betaling billett biogass brev brøyting buss demens deltakelse dokumentasjon dugnad
erfaring ferge ferje fiber flom flytting forbruk forebygging formål forprosjekt forsikring forsinkelse fritid
funksjon garanti gjest gravlund habilitet hage hall hjelpemiddel hund hytte inkludering inntak innbygger innføring
integrasjon integrering jubileum kalender kamera kandidat kirkegård kjeller kjøkken kollektiv konflikt konkurs
konsern konto korps krav kriterium kunnskap kveld laboratorium lager legevakt leilighet linje mandat marked
medvirkning merking mobbing museum måltid møbel nedbemanning nedstenging nettbrett nettside normering notat nyhet
omlegging ombygging oppfølging oppgradering opprydding oppstart pandemi parkering pendler plast plikt prinsipp
psykiatri pumpe rehabilitering rektor renseanlegg reserve rettighet rullering rundskriv sanering sats selvkost sensor
sentralbord server sertifikat sjåfør skilt skjenking skjerm skog slam stiftelse stipend strand støy svømmehall
svømming sykepleier sykkel tannlege tariff tavle teater tekst telefoni tilbakemelding tildeling tillatelse toalett
tolk tomt torg trapp trinn trussel tunnel turisme utbetaling utleie utlysning utstilling uttalelse utvidelse vaksine
vakt varme verktøy vern vikar vilkår vindkraft virkemiddel visjon
`
const KNOWN = new Set(WORDS.trim().split(/\s+/).map(stemOf))

const isKnown = (stem: string): boolean => KNOWN.has(stem)

/**
 * Stems of the parts of a compound that stands in no passage: any word that some passage has may be a part of it.
 * @param isHeld whether some passage has the stem
 */
export function partsHeld(foldedWord: string, isHeld: (stem: string) => boolean): string[] {
  return compoundParts(foldedWord, (stem) => isKnown(stem) || isHeld(stem))
}

/** Stems of the parts of a compound of the field ("lisenskostnader": lisens, kostnad); empty for any other word. */
export function partsOf(foldedWord: string): string[] {
  return compoundParts(foldedWord, isKnown)
}
