import fc from 'fast-check'
import { detectLanguage } from '../../src/norwegian/language.ts'

const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

const BOKMAL = lines(`
  Hva ble vedtatt i sak 12?
  Hvem var til stede på møtet?
  Når er neste møte?
  Hvor mye koster lisensene?
  Hvor ble møtet holdt?
  Hvem skrev referatet?
  Hvilke saker sto på sakslisten?
  Ble budsjettet vedtatt enstemmig?
  Hvor mange stemte imot?
  Hvordan fordeles kostnadene mellom kommunene?
  Hva er rammen for 2026?
  Hvorfor ble saken utsatt?
  Hvor høyt var sykefraværet i fjor?
  Hvor mange ansatte har selskapet?
  Vis vedtakene fra mars
  Hva sier årsrapporten om bemanning?
  Er det meldt forfall?
  Hvem ledet møtet?
  Hva skulle leder legge fram?
  Hvilken måned hadde flest kritiske saker?
  Gi meg en oversikt over vedtakene i 2024
  Har vi fått svar fra leverandøren?
  Hva betyr det for skolene?
  Hvor stor andel betaler Fjordvik?
  Når går fristen ut?
  Hvem er nestleder?
  Hvilke tiltak er satt i gang?
  Hva ble resultatet av avstemningen?
  Kan du vise regnskapet for 2023?
  Hvor mange telefoner fikk kundeservice?
  Hva mente utvalget om høringen?
  Er saken ferdig behandlet?
  Hva er status for prosjektet?
  Hvem foreslo endringen?
  Hvor lenge varte møtet?
  Hvilke kommuner er med i samarbeidet?
  Hva har skjedd med hjemmekontor?
  Når ble avtalen inngått?
  Hvor mange elever går på skolen?
  Hvem var ikke til stede?
  Hva står i punkt 4?
  Ble det gjort endringer i økonomiplanen?
  Hvor mye øker budsjettet?
  Hva er det laveste tallet?
  Hvilke møter er avlyst?
  Hvor mange henvendelser kom per e-post?
  Hva er gjennomsnittlig ventetid?
  Noen vedtak om skoleskyss?
  Vet du hvem som er referent?
  Hva sa rådmannen om kuttene?
  Hvilken dato ble referatet godkjent?
  Hva koster det nye systemet?
  Finnes det planer for sykehjemmet?
  Hvor mange medlemmer har styret?
  Hva ble bestemt om parkering?
  Hvilke alternativer skal utredes?
  Var det noen som stemte mot?
  Hvem har ansvar for oppfølgingen?
  Hvor ligger kontoret?
  Hva er neste skritt?
  Skal saken opp igjen?
  Når starter møtene?
  Hva brukes pengene til?
  Hvilke avdelinger har underskudd?
`)
const NYNORSK = lines(`
  Kva vart vedteke i sak 12?
  Kven var til stades på møtet?
  Når er neste møte i utvalet?
  Kor mykje kostar lisensane?
  Kor vart møtet halde?
  Kven skreiv referatet?
  Kva saker stod på saklista?
  Vart budsjettet vedteke samrøystes?
  Kor mange røysta imot?
  Korleis blir kostnadene delte mellom kommunane?
  Kva er ramma for 2026?
  Kvifor vart saka utsett?
  Kor høgt var sjukefråværet i fjor?
  Kor mange tilsette har selskapet?
  Vis vedtaka frå mars
  Kva seier årsmeldinga om bemanning?
  Er det meldt forfall frå nokon?
  Kven leia møtet?
  Kva skulle leiaren leggje fram?
  Kva månad hadde flest kritiske saker?
  Gje meg ei oversikt over vedtaka i 2024
  Har vi fått svar frå leverandøren?
  Kva har det å seie for skulane?
  Kor stor del betaler Fjordvik?
  Når går fristen ut for høyringa?
  Kven er nestleiar?
  Kva tiltak er sette i gang?
  Kva vart resultatet av røystinga?
  Kan du vise rekneskapen for 2023?
  Kor mange telefonar fekk kundeservice?
  Kva meinte utvalet om høyringa?
  Er saka ferdig handsama?
  Kva er status for prosjektet?
  Kven føreslo endringa?
  Kor lenge varte møtet?
  Kva kommunar er med i samarbeidet?
  Kva har skjedd med heimekontor?
  Når vart avtala inngått?
  Kor mange elevar går på skulen?
  Kven var ikkje til stades?
  Kva står i punkt 4?
  Vart det gjort endringar i økonomiplanen?
  Kor mykje aukar budsjettet?
  Kva er det lågaste talet?
  Kva møte er avlyste?
  Kor mange førespurnader kom per e-post?
  Kva er gjennomsnittleg ventetid?
  Nokre vedtak om skuleskyss?
  Veit du kven som er referent?
  Kva sa rådmannen om kutta?
  Kva dato vart referatet godkjent?
  Kva kostar det nye systemet?
  Finst det planar for sjukeheimen?
  Kor mange medlemer har styret?
  Kva vart bestemt om parkering?
  Kva alternativ skal greiast ut?
  Var det nokon som røysta mot?
  Kven har ansvar for oppfølginga?
  Kor ligg kontoret?
  Kva er neste steg?
  Skal saka opp att?
  Når startar møta?
  Kva blir pengane brukte til?
  Kva avdelingar har underskot?
`)
const ENGLISH = lines(`
  What was decided in case 12?
  Who attended the meeting?
  When is the next meeting?
  How much do the licenses cost?
  Where was the meeting held?
  Who took the minutes?
  Which items were on the agenda?
  Was the budget adopted unanimously?
  How many voted against?
  How are costs shared between the municipalities?
  What is the framework for 2026?
  Why was the case postponed?
  How high was sick leave last year?
  How many employees does the company have?
  Show decisions from March
  What does the annual report say about staffing?
  Any absences reported?
  Who chaired the meeting?
  What should the leader present?
  Which month had the most critical cases?
  Give me a list of decisions in 2024
  Have we heard from the supplier?
  What does it mean for schools?
  How big a share does Fjordvik pay?
  When is the deadline?
  Who is deputy leader?
  Which measures have been started?
  What was the result of the vote?
  Can you show the accounts for 2023?
  How many phone calls did customer service get?
  What did the committee think of the hearing?
  Is the matter closed?
  What is the status of the project?
  Who proposed the amendment?
  How long did the meeting last?
  Which municipalities take part in the cooperation?
  What happened to home office?
  When was the agreement signed?
  How many pupils attend the school?
  Who was not present?
  What does item 4 say?
  Were there changes to the financial plan?
  By how much does the budget increase?
  What is the lowest figure?
  Which meetings were cancelled?
  How many requests came by email?
  What is the average waiting time?
  Any decision on school transport?
  Do you know who the secretary is?
  What did the director say about the cuts?
  On which date were the minutes approved?
  What does the new system cost?
  Are there plans for the nursing home?
  How many members does the board have?
  What was agreed about parking?
  Which alternatives will be examined?
  Did anyone vote against it?
  Who is responsible for follow-up?
  Where is the office?
  What is the next step?
  Will the case come back?
  When do meetings start?
  What is the money used for?
  Which departments have a deficit?
`)

const rightIn = (questions: readonly string[], language: string): number =>
  questions.filter((question) => detectLanguage(question) === language).length / questions.length

describe('detectLanguage', () => {
  it.each([
    ['nb', BOKMAL, 0.95],
    ['nn', NYNORSK, 0.9],
    ['en', ENGLISH, 0.95],
  ] as const)('knows short questions in %s', (language, questions, least) => {
    expect(new Set(questions).size).toBeGreaterThanOrEqual(60)
    expect(rightIn(questions, language)).toBeGreaterThanOrEqual(least)
  })
  it.each([
    [
      'nb',
      'Saken gjelder orientering om økonomistatus for andre kvartal. Styret ba om en ny vurdering før budsjettet legges fram. Leder viste til at kostnadene har økt mer enn ventet, og at det derfor ikke er rom for nye stillinger.',
    ],
    [
      'nn',
      'Saka gjeld orientering om økonomistatus for andre kvartal. Styret bad om ei ny vurdering før budsjettet vert lagt fram. Leiaren viste til at kostnadene har auka meir enn venta, og at det difor ikkje er rom for nye stillingar.',
    ],
    [
      'en',
      'The matter concerns the financial status for the second quarter. The board asked for a new assessment before the budget is presented. The manager noted that costs had grown more than expected and that there is no room for new positions.',
    ],
  ])('knows a paragraph in %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
    expect(detectLanguage(text.toUpperCase())).toBe(language)
  })
  it('is not misled by a name in another language', () => {
    expect(detectLanguage('Hvem er regissør av The Sound of the Fjord?')).toBe('nb')
    expect(detectLanguage('Hva koster Microsoft Office for the future?')).toBe('nb')
    expect(detectLanguage('Who is the leader of Fjordvik kommune?')).toBe('en')
  })
  it('answers something for anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ['nb', 'nn', 'en'].includes(detectLanguage(text))))
    expect(detectLanguage('')).toBe('nb')
  })
})
