const WORDS = new Set(
  `
  og i å er en et ei av på til for som med at det den de ikke om fra var ble blir bli blitt være vært har hadde ha kan
  kunne skal skulle vil ville må måtte bør burde får fikk så men eller enn når da nå der her dette denne disse seg sin
  sitt sine hans hennes dens dets deres vår vårt våre min mitt mine din ditt dine jeg du han hun vi dere dem meg deg oss
  man noen noe noen ingen alle alt hver hvert både også bare kun selv samt ved under over etter før mot mellom gjennom
  uten innen inn ut opp ned hos via per pr ifølge hva hvem hvor hvordan hvorfor hvilken hvilket hvilke hvis mens fordi siden
  blei vorte bedt altså da jo vel nå sånn så slags altså egentlig kanskje visst faktisk liksom
  gjør gjøre gjorde gjort sa sier si skjedde skjer finnes fins heter het stod sto står gjelder hvorvidt dermed derfor
  mye mange mer mest flere flest ganger annet annen andre samme egen eget egne slik slike veldig meget litt nok igjen
  vennligst fortell meg takk hei kan
  ikkje eg me ho dei dykk dykkar deira ein eit eitt nokon noko nokre kva kven kor korleis kvifor kvar kvart frå vart vert
  verte vorte vere vore gjer gjere seier veit mykje meir fleire berre no då medan anten utan innan sjølv same sin difor
  the a an of in on at to for from by with and or is are was were be been being has have had do does did can could will
  would shall should may might must this that these those it its he she they them his her their we us our you your i me my
  what who whom whose which when where why how many much not no nor so than then there here as if into about over under
  between during any some all each please tell
  `
    .trim()
    .split(/\s+/),
)

/** Function and question words of bokmål, nynorsk and English: they tell a query's kind, not its matter. */
export function isStopWord(foldedWord: string): boolean {
  return WORDS.has(foldedWord)
}
