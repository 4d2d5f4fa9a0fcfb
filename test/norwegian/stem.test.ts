import fc from 'fast-check'
import { stem, stemOf, stemsOf } from '../../src/norwegian/stem.ts'

const families = [
  'kommune kommunen kommuner kommunene kommunens kommunar kommunane',
  'møte møtet møter møtene møta',
  'sak saken saka saker sakene',
  'avtale avtalen avtaler avtalene avtalane avtalar',
  'kostnad kostnaden kostnader kostnadene kostnadane',
  'lisens lisensen lisenser lisensene',
  'frekvens frekvensen frekvenser',
  'ordfører ordføraren ordføreren ordførar',
  'vurdering vurderingen vurderinger vurderingar vurderingane vurderinga',
  'mulighet muligheten muligheter moglegheit moglegheiter',
  'skole skolen skoler skolene skule skulen skular skulane',
  'tjeneste tjenesten tjenester teneste tenesta tenester tenestene',
  'vedtak vedtatt vedtok vedteke vedtaket vedtaka vedtas',
  'regnskap regnskapet rekneskap rekneskapen',
  'leder lederen leiar leiaren',
  'betale betaler betalte betalt betales',
  'vise viser viste vist vises',
  'gjennomføre gjennomfører gjennomførte gjennomført',
  'avvise avviser avviste avvist',
  'kreve krever krevde krevd',
  'øke øker økte økt økning økningen økninger auke aukar auka',
  'redusere reduserer redusert reduksjon',
  'glemme glemmer glemte glemt',
  'be ber ba bedt',
  'oppgave oppgaven oppgåve oppgåver',
  'saksbehandler sakshandsamar',
  'tilleggsforslag tilleggsframlegg',
  'rådgiver rådgjevar rådgjevarar',
  'sammenlignet samanlikna',
  'bolig boliger bustad bustader',
  'bruker brukere brukerne brukar brukarar brukarane',
  'lærer lærere lærar lærarar lærarane',
  'årlig årlige årleg årlege',
  'bok bøker bøkene',
  'vedlikehold vedlikehald vedlikehaldet',
  'saksframlegg saksfremlegg saksframlegget',
  'framdrift fremdrift framdrifta',
  'avløpsrør avløpsrøyr',
  'drikkevann drikkevatn drikkevatnet',
  'langtidssykemeldinger langtidssykmelding langtidssjukmeldingar',
  'folketall folketal folketalet',
  'kommunevalget kommunevalet',
  'ikke ikkje',
  'hva kva',
  'følge følgje',
  'avklare avklarer avklarte avklart avklares',
  'forklare forklarer forklarte forklart',
  'anbefale anbefaler anbefalte anbefalt',
  'videreføre videreførte videreført',
  'godkjenne godkjenner godkjente godkjent godkjennes',
  'fordele fordeler fordelte fordelt fordeles',
  'digital digitale digitalt',
  'intern interne internt',
  'spesiell spesielle spesielt',
  'kvalitet kvaliteten kvaliteter kvalitetene',
  'eiendom eiendommen eiendommer',
  'viktig viktige viktigst viktigste',
  'uke uka uken uker ukene',
  'kurs kurset kursene',
  'samle samlet samlede',
  'trekke trakk trukket trekker',
  'sykefravær sykefraværet sjukefråvær sjukefråværet',
]

describe('stemOf', () => {
  it.each(families)('gives one stem to: %s', (family) => {
    expect(new Set(family.split(' ').map(stemOf)).size).toBe(1)
  })
  it.each([
    ['budsjett', 'budbringer'],
    ['rad', 'råd'],
    ['kritisk', 'krise'],
    ['møte', 'måte'],
    ['lege', 'leie'],
    ['kunde', 'kunst'],
    ['kart', 'kar'],
    ['frist', 'fri'],
    ['post', 'pose'],
    ['januar', 'juni'],
    ['tomt', 'tom'],
    ['prosjekt', 'prosjektør'],
    ['ansvar', 'anse'],
  ])('keeps %s and %s apart', (a, b) => expect(stemOf(a)).not.toBe(stemOf(b)))
  it('takes the ending of an abbreviation from behind its hyphen', () => {
    expect(new Set(['pc', 'pc-er', 'pc-ar', 'pc-ane', 'pc-ene'].map(stemOf)).size).toBe(1)
    expect(stemOf('sfo-plass')).toContain('plass')
  })

  it('leaves numbers and short words', () => {
    expect(['2024', 'm7', 'ikt', 'ås'].map(stemOf)).toEqual(['2024', 'm7', 'ikt', 'ås'])
  })
  it('never makes a word longer, nor empty', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zæøå]{1,30}$/), (word) => {
        const found = stem(word)
        expect(found.length).toBeGreaterThan(0)
      }),
    )
  })
  it('settles: stemming a stem again changes at most a short tail', () => {
    const words = families.join(' ').split(' ')
    const settled = words.filter((word) => stem(stem(word)) === stem(word))
    expect(settled.length / words.length).toBeGreaterThan(0.85)
  })
})

describe('stemsOf', () => {
  it('adds what hyphened words are without hyphens, and their parts', () => {
    expect(stemsOf('FJO-IKT-møtene 1 000')).toEqual(['fjo-ikt-møt', 'fjoiktmøt', 'fjo', 'ikt', 'møt', '1000'])
  })
})
