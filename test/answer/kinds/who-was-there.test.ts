import { type Asking, havingRead } from '../ask.ts'

let rakel: Asking
beforeAll(async () => {
  rakel = await havingRead({
    'vannradet-2025-03-20.txt': `Møtereferat Vannrådet for Nordvik og Sørby 20.03.2025

Dato: 20.03.2025
Tid: 09:00 - 11:00
Til stede: Kari Nesvold, kommunedirektør Nordvik (møteleder); Ola Dahlmo, daglig leder Nordvik vann; Per Vikhaug, kommuneoverlege Sørby (til og med sak 1/25)
Fra revisjonen: Liv Bergstø, Sørby revisjon
Forfall: Jon Eidsvik (brukerrepresentant, eldrerådet)
Referent: Marit Haugland, Sørby

Sak 1/25 Ramme
Vedtak: Rammen settes til 33,900 mill. kr.

Sak 2/25 Eventuelt
Ferja var forsinket.`,
    'vannradet-2025-09-25.txt': `Møtereferat Vannrådet for Nordvik og Sørby 25.09.2025

Dato: 25.09.2025
Tid: 10:00 - 12:00
Til stede: Kari Nesvold, kommunedirektør Nordvik (møteleder); Nina Øygard, daglig leder Nordvik vann
Forfall: Ingen

Sak 3/25 Takster
Vedtak: Takstene økes med 4 %.`,
    'administrasjonsutvalget-2025-03-05.txt': `Møteprotokoll Administrasjonsutvalget 05.03.2025

Dato: 05.03.2025
Til stede: Eva Moen, Hans Åsrud og Ingrid Lundrem
Fra administrasjonen: HR-sjef Nils Bergrud
Skrivar: Nils Bergrud

Sak 1/25 Fravær
Hans Åsrud (H) fikk permisjon og forlot møtet kl. 12:50.
Vedtak: Saken tas til orientering.`,
  })
}, 60_000)
afterAll(() => rakel.close())

it.each([
  ['Hvem fra revisjonen møtte i vannrådet 20.03.2025?', ['Liv Bergstø'], 'Kari Nesvold'],
  ['Hvem representerte eldrerådet i vannrådet 20.03.2025?', ['Jon Eidsvik', 'forfall'], 'Kari Nesvold'],
  ['Who represented eldrerådet on 20 March 2025 at the meeting?', ['Jon Eidsvik'], 'Kari Nesvold'],
  ['Hvem møtte fra Nordvik i september?', ['Kari Nesvold'], 'Ola Dahlmo'],
  ['Hvor mange møtte i administrasjonsutvalget i mars 2025?', ['3 står oppført', 'Eva Moen'], 'Nils Bergrud'],
  ['Hvem fra administrasjonen møtte i administrasjonsutvalget?', ['Nils Bergrud'], 'Eva Moen'],
  ['Var Per Vikhaug til stede på hele møtet i mars 2025?', ['Ja', 'til og med sak 1/25'], 'Ola Dahlmo'],
  ['Hvem var med på begge møtene i vannrådet?', ['1 står oppført', 'Kari Nesvold'], 'Ola Dahlmo'],
  ['Who attended both meetings of vannrådet?', ['Kari Nesvold'], 'Nina Øygard'],
  ['Hvem møtte fra revisjonen i vannrådet i mars 2025?', ['Liv Bergstø'], 'Kari Nesvold'],
  ['Hvem fra vannrådet møtte i mars 2025?', ['Kari Nesvold', 'Ola Dahlmo'], 'Jon Eidsvik'],
  ['Hvem av de faste medlemmene møtte ikke i vannrådet i mars 2025?', ['Jon Eidsvik'], 'Kari Nesvold'],
  ['Hvem var ikke på vannrådsmøtet i mars 2025?', ['Jon Eidsvik'], 'Kari Nesvold'],
  ['Who was not at the meeting of vannrådet on 20 March 2025?', ['Jon Eidsvik'], 'Kari Nesvold'],
  ['Who was the secretary of the meeting on 5 March 2025?', ['Nils Bergrud'], 'Eva Moen'],
  ['Når forlot Hans Åsrud møtet?', ['12:50'], 'Hvilket møte'],
  ['Hvem var skrivar i administrasjonsutvalget?', ['Nils Bergrud'], 'Eva Moen'],
])('the list tells who is meant: %s', async (question, told, others) => {
  const { outcome, answer } = await rakel.ask(question)
  expect(outcome).toBe('answered')
  for (const words of told) expect(answer).toContain(words)
  expect(answer).not.toContain(others)
})

it.each([
  ['Hvem er daglig leder for Nordvik vann?', 'Nina Øygard', 'Kari Nesvold'],
  ['Hvem er kommuneoverlege i Sørby?', 'Per Vikhaug', 'Kari Nesvold'],
  ['Hvilken kommune kommer Marit Haugland fra?', 'Marit Haugland: Sørby', 'Marit Haugland: Nordvik'],
])('what a list says that somebody is answers who holds it: %s', async (question, told, others) => {
  const { answer } = await rakel.ask(question)
  expect(answer).toContain(told)
  expect(answer).not.toContain(others)
})

it('when a meeting began is asked in English, too; why it was late asks for no time', async () => {
  const { answer } = await rakel.ask('Where was the meeting on 25 September 2025 held, and when did it start?')
  expect(answer).toContain('10:00')
  const { reason } = await rakel.ask('Hvorfor begynte møtet 25.09.2025 for sent?')
  expect(reason).not.toBe('meeting-time')
})
