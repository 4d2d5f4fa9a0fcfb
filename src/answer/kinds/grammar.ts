import { stemOf } from '../../norwegian/stem.ts'

const stemsOfWords = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean).map(stemOf))

/** Words that ask for a vote, and are no matter. */
export const VOTE_GRAMMAR = stemsOfWords(
  `stemte stemmer stemme stemmene stemt røysta røyste røystene røystinga votering voteringen avstemning avstemningen voted vote votes
  voting mot imot for against falt fall enstemmig samrøystes unanimous stemmegivning resultat resultatet forslag forslaget forslagene framlegg framlegget tilleggsforslag tilleggsforslaget
  endringsforslag endringsforslaget endringsframlegg endringsframlegget tilleggsframlegg tilleggsframlegget alternativt proposal amendment
  vedtatt vedtas nedstemt avvist falt stemmetall stemmetallet røystetal røystetalet close narrow utfallet utfall jevnt heter heiter navn namn names
  representant representanter representantane medlem medlemmer politiker politikere parti partier folk deltok behandlet behandla flest representatives
  members councillors party parties most`,
)

/** Words that ask for a proposal, and are no matter. */
export const PROPOSAL_GRAMMAR = stemsOfWords(
  `forslag forslaget forslagene framlegg framlegget framlegga tilleggsforslag tilleggsforslaget tilleggsforslagene endringsforslag
  endringsforslaget endringsframlegg endringsframlegget tilleggsframlegg tilleggsframlegget alternativt alternative utsettelsesforslag
  foreslo foreslått foreslår fremmet fremma fremme fremja la kom gjorde gjort ville ha ønsket proposal proposals propose proposed
  amendment motion motions falt fall fell nedstemt vedtatt vedteke vedteken avvist flertall fleirtal stemt ned lost rejected carried adopted
  majority trakk trekke trekt trukket withdrew withdrawn høre hører hørte til parti partiet party ble vart gikk gjekk gå ut på navn namn heter`,
)

/** Words that ask why, and are no matter. */
export const REASON_GRAMMAR = stemsOfWords(
  `hvorfor kvifor korfor why grunn grunnen årsak årsaken reason utsatt utsette utsett utsetjing skjøvet skuva put off postponed
  ble vart blei opning åpning oppstart`,
)

/** Words that ask for a promise, and are no matter. */
export const FOLLOW_UP_GRAMMAR = stemsOfWords(
  `skulle skal legge fram lagt legges lovet lova lovte love gjøre gjere gjort komme tilbake med frist fristen oppgave oppgaver tiltak
  ansvar ansvarlig ansvarleg åpent åpne ope opne står oppfølging følges følge fikk rådet supposed promised promise deadline task
  report present open høre høyre spørre spørje spør ask gått gjekk ansvaret responsible responsibility action points aksjonspunkt aksjonspunkter aksjonspunktene hva var
  ble vart blei slik sånn bestemt vedtatt avtalt gjort noe noko ut av come came became become anything happen happened ever`,
)

/** Words that ask what became of something, and are no matter. */
export const FATE_GRAMMAR = stemsOfWords(
  `kommunedirektør kommunedirektøren kommunedirektørens kommunedirektørene rådmann rådmannen rådmannens administrasjonen innstilling innstillingen
  tilråding tilrådinga forslag forslaget framlegg framlegget ble vart blei sånn slik gjennom gikk gjekk gå gjort fulgt følgt opp annen anna
  lovet lova lovte ville ønsket ønska ba bedt bestemt vedtatt kom kjem fram noe noko av ut slutt director executive chief recommended recommendation
  recommend anything come came became become happen happened wanted want through go went ever actually promised decided planned
  viljen sin vilja si medhold follow followed way got get`,
)

/** Words that ask how a matter went, and are no matter. */
export const HISTORY_GRAMMAR = stemsOfWords(
  `historikk historie historien historia forløp forløpet utsatt utsette utsett vedtatt vedta endret endra endre erstattet postponed
  decided changed history behandlet behandla tidligere tidlegare først deretter`,
)
