import type { Texts } from './texts.ts'

export const nb: Texts = {
  welcome:
    'Hei! Jeg heter Rakel. Jeg leser referater og rapporter og svarer med de ordene som står der, og hvor de står.\n\nSpør for eksempel: «Hva ble vedtatt om budsjettet?» Skriv «hjelp» for flere eksempler.',
  welcomeToGroup:
    'Hei! Jeg heter Rakel. Jeg leser referater og rapporter og svarer med de ordene som står der, og hvor de står.\n\nNevn meg med @ og spør, for eksempel: «Hva ble vedtatt om budsjettet?» Jeg svarer bare når jeg blir nevnt.',
  help: 'Dette kan du spørre om:\n\n- Hva ble vedtatt om … ?\n- Hvilke saker ble behandlet i møtet 13. februar?\n- Hvem var til stede? Hvem skrev referatet?\n- Når og hvor var siste møte?\n- Hva står det i årsrapporten om … ?\n- I en kanal: «post sakslisten her 7 dager før kl. 08:00»\n\nHvert svar viser dokumentet, siden og ordene det bygger på. Finner jeg ikke svaret i dokumentene, sier jeg fra.',
  failed: (reference) =>
    `Beklager, jeg klarte ikke å svare på dette nå. Prøv gjerne igjen. Meld fra til administrator hvis det gjentar seg (referanse ${reference}).`,
  busy: 'Jeg holder fortsatt på med de forrige spørsmålene dine. Spør igjen om et øyeblikk.',
  empty: 'Hva lurer du på? Skriv spørsmålet som tekst, eller «hjelp» for eksempler.',
  tooLong: (maxChars) => `Spørsmålet er for langt for meg. Kan du stille det med høyst ${maxChars} tegn?`,
  page: (page) => `side ${page}`,
  openCase: 'Åpne saken',
}
