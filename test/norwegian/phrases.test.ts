import { phrasesWith } from '../../src/norwegian/phrases.ts'

const phrases = phrasesWith({ WHO: 'hvem/kven/who', PROPOSAL: 'forslag/framlegg', THEIR_PROPOSAL: '*PROPOSAL*' })

/** A rule, what it finds, and what it does not. */
const RULES: readonly [promise: string, rule: string, found: readonly string[], not: readonly string[]][] = [
  ['takes words whole', 'råd', ['et råd sa', 'råd'], ['området råder', 'rådet']],
  ['takes any ending for "*"', 'vedta*', ['vedta', 'hva ble vedtatt?'], ['gjenvedta']],
  ['takes an ending for "+"', 'klar+', ['klarte det'], ['er klar']],
  ['takes any beginning for "*"', '*møtet', ['møtet', 'på styremøtet'], ['møter', 'møtetid']],
  ['takes one of the parts in brackets, or none', 'utval(g,get)', ['utval', 'utvalget'], ['utvalgene']],
  ['takes brackets before a word, too', '(under)støtt*', ['støtter', 'understøttet'], ['avstøtte']],
  ['takes several words for one', 'til_stede/med', ['var til stede', 'var med'], ['til og stede']],
  ['takes words one after the other', 'WHO skal/skulle', ['kven skulle gjere det'], ['skal hvem', 'hvem som skal']],
  ['lets a word in brackets out', 'took (the) minutes', ['took minutes', 'took the minutes'], ['took my minutes']],
  [
    'counts words',
    'WHO 1-2_words ansvar*',
    ['hvem har ansvaret', 'who has hele ansvaret'],
    ['hvem ansvar', 'hvem har tatt hele ansvaret', 'hvem har, ansvaret'],
  ],
  ['takes a word at the end', 'stedet for 1_word', ['i stedet for kari'], ['i stedet for 2']],
  ['takes words with hyphens where told', 'på 1_hyphen-word møte', ['på it-rådets møte'], ['på et it-rådets møte']],
  ['keeps to letters where told', 'hvilke 0-9_letters saker', ['hvilke av de saker'], ['hvilke, saker']],
  [
    'counts characters between whole words',
    'hva ...10 frist*',
    ['hva var, fristen', 'hva, frist'],
    ['hva var det nå som var fristen', 'hvafrist', 'hva var tidsfrist'],
  ],
  ['takes anything behind any word', 'hva 1_word ... ble', ['hva slags tiltak ble'], ['hva ble', 'hva tiltakble']],
  ['takes anything for "..."', 'mer ... enn', ['mer brukt på skole i 2024 enn'], ['mer brukt', 'mere enn']],
  ['leaves out what follows', 'deputy !mayor', ['the deputy', 'deputy head'], ['deputy mayor']],
  ['leaves out what goes before', '!personlig oppmøte', ['godt oppmøte'], ['personlig oppmøte']],
  ['leaves out between words', 'stemmer !for* *', ['stemmer det'], ['stemmer', 'stemmer fordi']],
  ['knows the beginning', '^ hvem', ['hvem er'], ['og hvem er']],
  ['knows the end', 'hei $', ['hei', 'hei!'], ['hei du']],
  ['knows the end of a clause', 'til ,', ['fra når til?', 'til, og', 'til. og'], ['til når']],
  ['takes a name within a word', '*PROPOSAL*', ['tilleggsforslaget', 'framlegga'], ['forlag']],
  ['takes names of names', 'THEIR_PROPOSAL falt', ['endringsforslagene falt'], ['forlag falt']],
  ['lets a rule name words of its own', 'OUT = av/bort\nfalle OUT', ['falle bort'], ['falle ned']],
  ['is one of its lines', 'ja\n\n# a remark\nnei', ['nei', 'ja'], ['remark']],
  ['goes on where a line is set in', '  ja/\n    nei\n    da\n  jo', ['ja da', 'nei da', 'jo'], ['ja', 'nei']],
]

describe('a rule of phrases', () => {
  it.each(RULES)('%s', (_, rule, found, not) => {
    const compiled = phrases(rule)
    expect(found.filter((text) => !compiled.test(text))).toEqual([])
    expect(not.filter((text) => compiled.test(text))).toEqual([])
  })

  it('tells of a name that nobody has defined', () => {
    expect(() => phrases('WHOM skal')).toThrow('"WHOM" is not defined')
  })

  it.each(['hv[ae]', 'hva|kva', 'hva//kva', 'hva ^', 'utval(g', '$ hva'])(
    'tells of what it does not know: %s',
    (rule) => {
      expect(() => phrases(rule)).toThrow(SyntaxError)
    },
  )
})
