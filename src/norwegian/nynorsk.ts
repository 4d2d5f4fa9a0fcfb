/** Nynorsk words and the bokmål word that means the same, one family to a line. */
const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  `
  øving:øvelse øvinga:øvelsen øvingar:øvelser øvingane:øvelsene beredskapsøving:beredskapsøvelse beredskapsøvinga:beredskapsøvelsen
  ope:åpent open:åpen opne:åpne opna:åpnet opnar:åpner opning:åpning opninga:åpningen
  kva:hva kven:hvem korleis:hvordan kor:hvor kvar:hver kvart:hvert kvifor:hvorfor kvifør:hvorfor kvifyr:hvorfor
  kvens:hvem korfor:hvorfor åffer:hvorfor koffor:hvorfor korhen:hvor kvarandre:hverandre kvarhelst:hvor
  eg:jeg me:vi dykk:dere dykkar:deres de:de dei:de deira:deres ho:hun hennar:hennes hennes:hennes vår:vår vårt:vårt
  vald:vold truslar:trusler trugsmål:trusler eig:eier åtte:eide busetje:bosette busett:bosatt busetjing:bosetting
  ein:en eit:et eitt:ett éin:en éitt:ett eineste:eneste einaste:eneste
  ikkje:ikke ikkjeno:ikke inkje:intet ingenting:ingenting aldri:aldri ingen:ingen
  nokon:noen noko:noe nokre:noen nokor:noen sume:noen somme:noen mykje:mye meir:mer mest:mest fleire:flere flest:flest
  frå:fra ifrå:fra ifra:fra mellom:mellom millom:mellom saman:sammen samstundes:samtidig berre:bare no:nå då:da
  enno:ennå ennå:ennå korkje:verken anten:enten sidan:siden medan:mens heile:hele heilt:helt heil:hel sjølv:selv
  sjølve:selve sjølvsagt:selvsagt slik:slik difor:derfor dermed:dermed ettersom:ettersom føre:foran framfor:fremfor
  fram:frem framleis:fremdeles vidare:videre seinare:senere seinast:senest sein:sen seint:sent tidleg:tidlig
  tidlegare:tidligere først:først fyrst:først fyrste:første andre:andre tredje:tredje
  vere:være vera:være vore:vært vart:ble vert:blir verte:bli verta:bli vorte:blitt blei:ble bleiv:ble blive:blitt
  gjer:gjør gjere:gjøre gjera:gjøre gjorde:gjorde gjort:gjort gjerast:gjøres gjev:gir gje:gi gjeve:gi gjevast:gis
  seier:sier seie:si seia:si veit:vet veta:vite vita:vite vite:vite tek:tar take:ta taka:ta teke:tatt tekne:tatt
  kjem:kommer kome:kommet koma:komme komme:komme komen:kommet gjekk:gikk fekk:fikk fann:fant stod:sto står:står
  heiter:heter heite:hete heitte:het skriv:skriver skrive:skrevet skreiv:skrev les:leser leia:ledet leidde:ledet
  leiar:leder leiaren:lederen leiarar:ledere leiarane:lederne leiing:ledelse leiinga:ledelsen nestleiar:nestleder
  møteleiar:møteleder møteleiaren:møtelederen avdelingsleiar:avdelingsleder einingsleiar:enhetsleder
  vedteke:vedtatt vedtekne:vedtatt vedteken:vedtatt vedtek:vedtar vedtaka:vedtakene vedtaket:vedtaket vedtakast:vedtas
  vedtekst:vedtas vedteken:vedtatt samrøystes:enstemmig einstemmig:enstemmig einrøystes:enstemmig samrøystes:enstemmig
  røyst:stemme røyster:stemmer røysta:stemte røyste:stemte røystene:stemmene røysting:votering røystinga:voteringen
  avrøysting:avstemning avrøystinga:avstemningen
  tilråding:innstilling tilrådinga:innstillingen tilrådingar:innstillinger innstillinga:innstillingen
  saksutgreiing:saksfremlegg saksutgreiinga:saksfremlegget utgreiing:utredning utgreiinga:utredningen greie:greie
  framlegg:forslag framlegget:forslaget framlegga:forslagene
  møtestad:møtested møtestaden:møtestedet stad:sted staden:stedet stader:steder stadene:stedene stades:stede
  deltakarar:deltakere deltakarane:deltakerne deltakar:deltaker medlemer:medlemmer medlemene:medlemmene medlemane:medlemmene
  medlemar:medlemmer varamedlemer:varamedlemmer
  utval:utvalg utvalet:utvalget utvala:utvalgene utvalg:utvalg hovudutval:hovedutvalg hovudutvalet:hovedutvalget
  val:valg valet:valget valt:valgt velje:velge vel:velger
  sakliste:saksliste saklista:sakslisten sakslista:sakslisten møtebok:møtebok møteboka:møteboken
  årsmelding:årsmelding årsmeldinga:årsmeldingen rekneskap:regnskap rekneskapen:regnskapet rekneskapet:regnskapet
  årsrekneskap:årsregnskap årsrekneskapen:årsregnskapet rekneskaps:regnskaps rekne:regne
  tilskot:tilskudd tilskotet:tilskuddet tilskota:tilskuddene overskot:overskudd overskotet:overskuddet
  underskot:underskudd underskotet:underskuddet meirforbruk:merforbruk mindreforbruk:mindreforbruk
  løyving:bevilgning løyvinga:bevilgningen løyve:tillatelse løyvd:bevilget løyvde:bevilget løyver:bevilger
  auke:økning aukar:øker auka:økte auken:økningen auking:økning minke:reduksjon minka:redusert minkar:reduserer
  kostnad:kostnad kostnader:kostnader kostnadar:kostnader kostnadane:kostnadene utgifter:utgifter inntekter:inntekter
  skule:skole skulen:skolen skular:skoler skulane:skolene grunnskule:grunnskole grunnskulen:grunnskolen
  barnehagar:barnehager barnehagane:barnehagene born:barn borna:barna elevar:elever elevane:elevene lærar:lærer
  lærarar:lærere lærarane:lærerne tilsette:ansatte tilsett:ansatt tilsetje:ansette tilsettes:ansattes tilsetjing:ansettelse
  sjuk:syk sjuke:syke sjukt:sykt sjukdom:sykdom sjukefråvær:sykefravær sjukefråværet:sykefraværet fråvær:fravær
  fråværet:fraværet sjukmelding:sykmelding sjukmelde:sykmeldte sjukeheim:sykehjem sjukeheimen:sykehjemmet
  sjukeheimar:sykehjem sjukehus:sykehus sjukehuset:sykehuset
  heim:hjem heime:hjemme heimekontor:hjemmekontor heimeteneste:hjemmetjeneste heimetenesta:hjemmetjenesten
  heimeside:hjemmeside heimesida:hjemmesiden heimel:hjemmel
  teneste:tjeneste tenesta:tjenesten tenester:tjenester tenestene:tjenestene tenesteavtale:tjenesteavtale
  eining:enhet eininga:enheten einingar:enheter einingane:enhetene avdelingar:avdelinger avdelingane:avdelingene
  veg:vei vegen:veien vegar:veier vegane:veiene fylkesveg:fylkesvei
  løysing:løsning løysinga:løsningen løysingar:løsninger løysingane:løsningene
  tryggleik:sikkerhet tryggleiken:sikkerheten trygg:trygg sikkerheit:sikkerhet moglegheit:mulighet moglegheiter:muligheter
  moglegheitene:mulighetene mogleg:mulig moglege:mulige høve:anledning høvet:anledningen
  høg:høy høgt:høyt høge:høye høgare:høyere høgast:høyest høgaste:høyeste låg:lav lågt:lavt låge:lave lågare:lavere
  lågast:lavest lågaste:laveste størst:størst største:største mindre:mindre
  høyring:høring høyringa:høringen høyringar:høringer høyringsfrist:høringsfrist høyringsfristen:høringsfristen
  skilnad:forskjell skilnaden:forskjellen skilnader:forskjeller ulik:ulik ulikskap:ulikhet
  tidspunkt:tidspunkt tid:tid veke:uke veka:uken veker:uker vekene:ukene vekes:ukers månad:måned månaden:måneden
  månader:måneder månadene:månedene månadar:måneder kvartal:kvartal årleg:årlig årlege:årlige dag:dag dagar:dager dagane:dagene
  laurdag:lørdag sundag:søndag måndag:mandag tysdag:tirsdag vinteren:vinteren våren:våren hausten:høsten haust:høst
  sumar:sommer sumaren:sommeren
  folk:folk folketal:folketall folketalet:folketallet innbyggjar:innbygger innbyggjarar:innbyggere
  innbyggjarane:innbyggerne tal:tall talet:tallet tala:tallene talsmann:talsmann
  spørsmål:spørsmål spørsmåla:spørsmålene svar:svar svara:svarte
  byrje:begynne byrja:begynte byrjar:begynner starta:startet slutta:sluttet
  arbeidde:arbeidet arbeider:arbeider arbeidar:arbeider arbeidarar:arbeidere
  behov:behov trong:behov treng:trenger trenge:trenge trengst:trengs
  føremål:formål føremålet:formålet føresetnad:forutsetning føresetnader:forutsetninger føreset:forutsetter
  føringar:føringer førebuing:forberedelse førebu:forberede førebels:foreløpig
  utsetjast:utsettes utsetje:utsette utsett:utsatt utsette:utsatte utsetjing:utsettelse
  fastsetje:fastsette fastsett:fastsatt setje:sette sett:sett set:setter
  leggje:legge leggjast:legges leggja:legge legg:legger lagde:lagde la:la
  halde:holde haldne:holdt halden:holdt haldast:holdes held:holder heldt:holdt innhald:innhold innhaldet:innholdet
  fylgje:følge følgje:følge følgjer:følger følgjande:følgende oppfølging:oppfølging oppfølginga:oppfølgingen
  byggje:bygge byggjast:bygges bygning:bygning bygd:bygd
  kjøpe:kjøpe kjøpa:kjøpe kjøpt:kjøpt kjøpte:kjøpte selje:selge selt:solgt
  lyse:lyse avlyst:avlyst avlyse:avlyse avlysast:avlyses
  vatn:vann vatnet:vannet vassverk:vannverk avlaup:avløp
  gjennomføre:gjennomføre gjennomført:gjennomført gjennomføring:gjennomføring
  godkjend:godkjent godkjende:godkjente godkjenne:godkjenne godkjent:godkjent godkjenning:godkjenning
  oppmoding:oppfordring oppmoda:oppfordret ynskje:ønske ynskjer:ønsker ønskje:ønske ønskjer:ønsker ønskt:ønsket
  tilbod:tilbud tilbodet:tilbudet tilboda:tilbudene førespurnad:forespørsel førespurnaden:forespørselen
  førespurnader:forespørsler melding:melding meldinga:meldingen
  skrivar:skriver møteskrivar:møtesekretær skrivaren:skriveren
  rådmann:rådmann ordførar:ordfører ordføraren:ordføreren varaordførar:varaordfører
  kommunedirektør:kommunedirektør kommunedirektøren:kommunedirektøren rettleiing:veiledning rettleiinga:veiledningen
  rettleiar:veileder rettleie:veilede
  personvern:personvern opplæring:opplæring opplæringa:opplæringen utdanning:utdanning utdanninga:utdanningen
  kunnskap:kunnskap kunnskapar:kunnskaper ungdomar:ungdommer ungdommar:ungdommer
  brann:brann næring:næring næringa:næringen verksemd:virksomhet verksemda:virksomheten verksemder:virksomheter
  verksemdene:virksomhetene verknad:virkning verknader:virkninger verknaden:virkningen omsyn:hensyn omsynet:hensynet
  omsorg:omsorg omsorga:omsorgen åtgjerd:tiltak åtgjerder:tiltak tilhøve:forhold tilhøva:forholdene
  attende:tilbake tilbake:tilbake att:igjen attåt:i burte:borte borte:borte heimla:hjemlet eigar:eier eigarar:eiere
  eigarane:eierne eige:eie eigd:eid eigen:egen eiga:egen eigne:egne eigedom:eiendom eigedomen:eiendommen
  eigedomar:eiendommer eigedommar:eiendommer eigarskap:eierskap eigedomsskatt:eiendomsskatt eigedomsskatten:eiendomsskatten
  eldre:eldre gamal:gammel gamalt:gammelt gamle:gamle ny:ny nye:nye
  mål:mål målet:målet måla:målene hovud:hoved hovudmål:hovedmål dessutan:dessuten utanfor:utenfor utan:uten innan:innen
  føresegn:forskrift føresegner:forskrifter forskrift:forskrift lova:loven
  bidrog:bidro bidreg:bidrar annan:annen anna:annet framover:fremover nytta:brukte nyttar:bruker nytte:bruke
  bustad:bolig bustaden:boligen bustader:boliger bustadene:boligene straum:strøm straumen:strømmen utrykking:utrykning
  utrykkingar:utrykninger minske:redusere spurde:spurte meinte:mente meiner:mener meine:mene peika:pekte peikar:peker føreslo:foreslo
  føreslår:foreslår føreslått:foreslått ønskte:ønsket ynskte:ønsket låg:lå ligg:ligger leige:leie leiga:leien leigde:leide løyse:løse
  løyser:løser løyste:løste føresegn:bestemmelse føresegner:bestemmelser grunngjeving:begrunnelse grunngjevinga:begrunnelsen
  raud:rød raudt:rødt raude:røde grøn:grønn grønt:grønt grøne:grønne planlagd:planlagt planlagde:planlagt bug:feil bugar:feil bugane:feilene
  sjå:se sjåast:ses åker:åker åkrar:åkre åkrane:åkrene
  dataa:dataene språk:språk skriftleg:skriftlig munnleg:muntlig offentleg:offentlig offentlege:offentlige særleg:særlig
  sat:satt møttest:møttes møtest:møtes gong:gang gongen:gangen gonger:ganger gongar:ganger høyrer:hører høyrde:hørte høyrt:hørt kvardag:hverdag
  kvardagar:hverdager spørje:spørre månadleg:månedlig månadlege:månedlige føresette:foresatte foreldra:foreldrene
  ferje:ferge ferja:fergen hamn:havn hamna:havnen hamner:havner løyvingar:bevilgninger løyvingane:bevilgningene
  tilrår:innstiller tilrådde:innstilte sel:selger selde:solgte seld:solgt fortelje:fortelle fortel:forteller
  fortalde:fortalte krevje:kreve kravde:krevde kravd:krevd naudsynt:nødvendig naudsynte:nødvendige truleg:trolig
  anskaffing:anskaffelse anskaffinga:anskaffelsen heiltid:heltid ulukke:ulykke ulukka:ulykken ulukker:ulykker
  hending:hendelse hendinga:hendelsen hendingar:hendelser hendingane:hendelsene golv:gulv golvet:gulvet
  vidaregåande:videregående gard:gård garden:gården gardar:gårder tole:tåle toler:tåler tolte:tålte åtvara:advarte
  åtvarar:advarer åtvaring:advarsel åtvaringa:advarselen meining:mening meininga:meningen meiningar:meninger trur:tror
  trudde:trodde kjende:kjente kjend:kjent påpeika:påpekte påpeikar:påpeker truga:truet underteikna:undertegnet åleine:alene
  samansetjing:sammensetning samansetjinga:sammensetningen samansett:sammensatt same:samme brei:bred breie:brede betre:bedre
  sjeldan:sjelden døme:eksempel tenkje:tenke tenkjer:tenker lækjar:lege lækjaren:legen heimfall:hjemfall gjeldande:gjeldende
  `
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** Spellings that run through whole families of words and their compounds ("heimesjukepleie"). */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sjuk/, 'syk'],
  [/^opning(?=s)/, 'åpning'],
  [/sykemeld/, 'sykmeld'],
  [/^løn(?=$|a$|ene$|s)/, 'lønn'],
  [/hald(?!en$|or)/, 'hold'],
  [/saksfr[ae]mlegg/, 'saksfremlegg'],
  [/^haust/, 'høst'],
  [/brukar(?=$|en$|ar$|ane$|\p{L}{4})/u, 'bruker'],
  [/^vekes?(?=\p{L}{3})/u, 'uke'],
  [/^va(?:ss|tn)s?(?=\p{L}{3})/u, 'vann'],
  [/(?<=opp|ut)gåv(?=e)/, 'gav'],
  [/framlegg(?=$|et$|a$)/, 'forslag'],
  [/handsam/, 'behandl'],
  [/gjevar(?=$|en$|ar$|ane$)/, 'giver'],
  [/^samanlikn/, 'sammenlign'],
  [/søkjar/, 'søker'],
  [/utsetjing/, 'utsettelse'],
  [/forsein(?=k)/, 'forsin'],
  [/skjenkeløyve(?:t|a|ne)?$/, 'skjenkebevilling'],
  [/utval(?=$|et$|a$|s)/, 'utvalg'],
  [/tilknyting/, 'tilknytning'],
  [/^symj/, 'svømm'],
  [/^heime/, 'hjemme'],
  [/skul(?=e|en|ar|ane|es?$)/, 'skol'],
  [/tenest/, 'tjenest'],
  [/fråvær/, 'fravær'],
  [/løysing/, 'løsning'],
  [/rekneskap/, 'regnskap'],
  [/eigedom/, 'eiendom'],
  [/høyring/, 'høring'],
  [/^hovud/, 'hoved'],
  [/^frå/, 'fra'],
  [/skjøn(?=s?mid|$)/, 'skjønn'],
  [/^eigar(?=\p{L}{4})/u, 'eier'],
  [/^leige(?=\p{L}{3})/u, 'leie'],
  [/(?<=\p{L}{3})veg(?=$|en$|ar$|ane$)/u, 'vei'],
  [/høgsk[uo]l/, 'høyskol'],
  [/tilskot/, 'tilskudd'],
  [/leiar(?=$|en$|ar$|ane$|s$)/, 'leder'],
  [/fram(?=[a-zæøå]{3})/, 'frem'],
  [/mogleg/, 'mulig'],
  [/vatn/, 'vann'],
  [/røyr(?!s)/, 'rør'],
  [/kj?øyr/, 'kjør'],
  [/straum/, 'strøm'],
  [/flaum/, 'flom'],
  [/leidning/, 'ledning'],
  [/kyrkj/, 'kirk'],
  [/verksemd/, 'virksomhet'],
  [/utgreiing/, 'utredning'],
  [/heim(?=$|en$|ar$|ane$)/, 'hjem'],
  [/tilsett(?=$|e$|a$|ing)/, 'ansatt'],
  [/[yø]nskj(?=e)/, 'ønsk'],
  [/avgjerd(?=$|a$|er$|ene$|s)/, 'avgjørelse'],
  [/auking|auke(?=$|n$)/, 'økning'],
  [/(?<=folke|elev|røyste|års|brukar|bruker|medlems|side|nøkkel|besøks|stillings|timar?)tal(?=$|et$|a$)/, 'tall'],
  [/(?<=kommune|stortings|vege?|fylkestings|styre)val(?=$|et$|a$)/, 'valg'],
  [/([gkln rl])([gk])je(?=[a-zæøå]{0,3}$)/, '$1$2e'],
]

/** The bokmål word for a nynorsk one; any other word as it is. For meeting in the index, not for showing. */
export function toBokmal(foldedWord: string): string {
  const whole = Object.hasOwn(WORDS, foldedWord) ? WORDS[foldedWord] : undefined
  if (whole !== undefined) return whole
  return SPELLINGS.reduce((word, [nynorsk, bokmal]) => word.replace(nynorsk, bokmal), foldedWord)
}
