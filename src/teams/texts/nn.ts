import type { Texts } from './texts.ts'

export const nn: Texts = {
  welcome:
    'Hei! Eg heiter Rakel. Eg les referat og rapportar og svarer med dei orda som står der, og kvar dei står.\n\nSpør til dømes: «Kva vart vedteke om budsjettet?» Skriv «hjelp» for fleire døme.',
  welcomeToGroup:
    'Hei! Eg heiter Rakel. Eg les referat og rapportar og svarer med dei orda som står der, og kvar dei står.\n\nNemn meg med @ og spør, til dømes: «Kva vart vedteke om budsjettet?» Eg svarer berre når eg blir nemnd.',
  help: 'Dette kan du spørje om:\n\n- Kva vart vedteke om … ?\n- Kva saker vart handsama i møtet 13. februar?\n- Kven var til stades? Kven skreiv referatet?\n- Når og kvar var siste møte?\n- Kva står det i årsmeldinga om … ?\n- I ein kanal: «post saklista her 7 dagar før kl. 08:00»\n\nKvart svar viser dokumentet, sida og orda det byggjer på. Finn eg ikkje svaret i dokumenta, seier eg frå.',
  failed: (reference) =>
    `Orsak, eg klarte ikkje å svare på dette no. Prøv gjerne igjen. Meld frå til administrator om det tek seg opp att (referanse ${reference}).`,
  busy: 'Eg held framleis på med dei førre spørsmåla dine. Spør igjen om ein augneblink.',
  empty: 'Kva lurer du på? Skriv spørsmålet som tekst, eller «hjelp» for døme.',
  tooLong: (maxChars) => `Spørsmålet er for langt for meg. Kan du stille det med høgst ${maxChars} teikn?`,
  page: (page) => `side ${page}`,
  openCase: 'Opne saka',
}
