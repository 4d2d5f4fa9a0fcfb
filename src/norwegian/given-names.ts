/**
 * Common given names in Norway: enough to tell "Dahl, Kari" (one person) from "Dag, Kari" (two). A list that holds
 * none of them falls back on the shape of the names.
 */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aina alf alexander alice amalie amanda anders andrea andreas andré ane anette anita anja anna anne annbjørg annelise anniken
  are arild arne arnfinn arnt arve arvid asbjørn aslaug asle astrid atle aud audun august aurora axel bente benjamin berit
  bernt birgit birgitte bjarne bjørg bjørn bjørnar bodil borghild brede brit brita britt børge børre camilla carina caroline
  cathrine cecilie celine charlotte christer christian christina christine christoffer dag dagfinn dagny dagrun daniel david
  ditte dorthe edel edvard egil eigil einar eirik eirin eivind elin eline elisabeth elise ella ellen elling else emil emilie emma
  endre erik erika erlend erling ester eva evelyn even eystein fatima finn fred fredrik frida frode frøydis geir georg gerd
  gisle gjermund grete grethe gro gry gudmund gudrun gunhild gunn gunnar gunvor guri guro gustav halvard halvor hanna hanne hannah
  hans harald harry hege heidi helen helena helene helga helge henning henriette henrik henry herborg hilde hilmar hjalmar håkon
  håvard ida idar ine ingar inge ingebjørg ingeborg inger ingrid ingunn ingvar ingvild irene iren iselin ivar iver jakob jan jane
  janne jannicke jarl jarle jens jesper jo joakim johan johanna johanne johannes john jon jonas jonny jorunn jostein josefine julia julie
  jørgen jørn jøran kai kaja kaia kamilla karen kari karin karina karl karoline kasper katarina katrine kenneth ketil kevin
  kim kirsten kirsti kjartan kjell kjersti kjetil knut konrad kris kristian kristin kristina kristine kristoffer kåre laila
  lars lasse laura leif lena lene leon lilly lillian lina linda line linn linnea lise lisbeth liv lone lucas ludvig lukas
  mads magne magni magnhild magnus maja malin margaret margareth margit margrete margrethe mari maria mariann marianne marie marit
  marius markus marta marte martha marthe martin martine marja mathias mathilde mats maud may mehmet merete mette mia michael mikkel milla
  mohamed mohammed mona monica monika morten nicolai nils nina nora odd oddbjørg oddbjørn oddgeir oddmund oddny oddrun oddvar
  ola olaf olav ole oliver olga omar oscar oskar otto ottar per pernille peter petra petter pia preben pål ragna ragnar ragnhild rakel
  randi rasmus rebecca reidar reidun renate richard roar robert roger roald rolf ronny rune runar ruth sander sandra sara
  sebastian selma sidsel signe sigmund sigrid sigrun sigurd sigve silje simen simon siri siv sjur snorre sofia sofie solfrid
  solveig sondre stein steinar stian stig stine stephan sturla svein sveinung sverre svetlana synne synnøve sølvi tarjei terje
  thea theodor thomas thor thorbjørn thore thormod tina tobias tom tomas tommy tone tonje tor torbjørg torbjørn tore torfinn torgeir
  torhild toril torill torkel torleif tormod torstein torunn torvald trine trond truls trude trygve tuva turid tyra ulf ulrik una
  unn unni vanja vegard vegar vera vibeke victor victoria vidar vilde vilhelm viggo vigdis vilja vivian yngvar yngve yvonne øistein
  ørjan øystein øyvind øivind åge ågot åse åshild åsmund åsne aase aage aslak ashild ali ahmed amina amir aisha hassan ibrahim
  ismail jamal khadija leila maryam nadia noor samir yasmin yusuf zahra anton anastasia jelena katarzyna krzysztof marek piotr`
    .split(/\s+/)
    .filter(Boolean),
)

/** @param name a name or its first part; "Hege-Beate" and "Per Sverre" count by their first word */
export function isGivenName(name: string): boolean {
  const [first = ''] = name
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)
  return GIVEN_NAMES.has(first)
}
