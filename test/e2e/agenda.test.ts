import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServedRakel, serveRakel } from './served-rakel.ts'
import { CHROMIUM, hasChromium, openTeamsClient, type TeamsClient } from './teams-client.ts'

const isRequired = process.env['RAKEL_REQUIRE_CHROMIUM'] === '1'
const describeInBrowser = hasChromium || isRequired ? describe : describe.skip
const documents = join(import.meta.dirname, '..', '..', 'documents')

const notice = (room: string, more: readonly string[] = []): string => `# Møteinnkalling

- Utvalg: Fellesrådet for Firklang IKT
- Møtested: Hjelmfoss rådhus, ${room}
- Dato: 10.02.2027
- Tidspunkt: 10:00 - 14:00

## Saksliste

| Saksnummer | Tittel |
|---|---|
| 2027/M1-001 | Godkjenning av innkalling og saksliste |
| 2027/M1-002 | Felles sentralbord |
| 2027/M1-003 | Personalsak om Turid Hansen. Unntatt offentlighet, offl. § 13 |
${more.join('\n')}
`

describeInBrowser('in the browser, half a minute before an agenda is due', () => {
  let folder: string
  let rakel: ServedRakel
  let teams: TeamsClient
  const file = (): string => join(folder, 'fellesradet-2027-02-10-innkalling.md')
  beforeAll(async () => {
    if (!hasChromium) throw new Error(`RAKEL_REQUIRE_CHROMIUM is set, but there is no ${CHROMIUM}.`)
    folder = mkdtempSync(join(tmpdir(), 'rakel-e2e-agenda-'))
    for (const name of ['fellesradet-2023-09-20-referat.docx', 'fellesradet-2025-12-10-referat.docx'])
      copyFileSync(join(documents, name), join(folder, name))
    writeFileSync(file(), notice('møterom Fossen'))
    rakel = await serveRakel({ RAKEL_DOCUMENTS: folder, RAKEL_CLOCK: '2027-02-03T07:59:20+01:00' })
    teams = await openTeamsClient(rakel.playgroundUrl)
  }, 45_000)
  afterAll(async () => {
    await teams?.close()
    await rakel?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const title = () => teams.page.getByText('Saksliste: Fellesrådet for Firklang IKT, onsdag 10. februar 2027')

  it('a secretary sets it up in the channel by chat and is told what comes when', async () => {
    await teams.open('Møter og vedtak')
    await teams.postToRakel('post sakslisten her 7 dager før kl. 08:00')
    await teams.messageWith('Jeg poster sakslisten for Fellesrådet for Firklang IKT i denne kanalen').waitFor()
    await teams.messageWith('møtet onsdag 10. februar 2027 postes onsdag 3. februar 2027 kl. 08:00').waitFor()
  }, 30_000)

  it('the agenda is posted in the channel when the clock is there, without the title of a restricted matter', async () => {
    await title().waitFor({ timeout: 90_000 })
    await teams.page.getByText('Unntatt offentlighet (offl. § 13)').waitFor()
    expect(await teams.page.getByText('Turid Hansen').count()).toBe(0)
    await teams.picture('agenda-posted')
  }, 100_000)

  it('the same post says what changed when the notice is revised', async () => {
    writeFileSync(file(), notice('Storsalen', ['| 2027/M1-004 | Ny lokasjon for datasenter |']))
    await teams.page.getByText('Nytt sted: Hjelmfoss rådhus, Storsalen').waitFor({ timeout: 60_000 })
    await teams.page.getByText('Ny sak: 2027/M1-004 Ny lokasjon for datasenter').waitFor()
    expect(await title().count()).toBe(1)
    await teams.picture('agenda-revised')
  }, 70_000)

  it('a matter is asked about on the card, and answered beneath', async () => {
    await teams.page.getByRole('button', { name: 'Spør om en sak' }).click()
    await teams.page.getByRole('combobox').click()
    await teams.page.getByRole('option', { name: '2027/M1-002 Felles sentralbord' }).click()
    await teams.page.getByRole('button', { name: 'Spør Rakel' }).click()
    await teams.messageWith('Det etableres et felles sentralbord i Hjelmfoss').waitFor()
    await teams.picture('agenda-asked')
  }, 40_000)

  it('who presses «Lest» is counted, and the plan tells', async () => {
    await teams.page.getByRole('button', { name: 'Lest', exact: true }).click()
    await teams.postToRakel('vis plan')
    await teams.page.getByText('Plan for denne kanalen').waitFor()
    await teams.page.getByText('lest av 1').waitFor()
    await teams.picture('agenda-read')
  }, 40_000)

  it('the plan is a card whose buttons postpone and approve the next post', async () => {
    writeFileSync(
      join(folder, 'fellesradet-2027-03-10-innkalling.md'),
      notice('Salen').replace('10.02.2027', '10.03.2027'),
    )
    // What is answered at once knows the notice only when it has been read.
    const next = teams.messageWith('Neste: møtet onsdag 10. mars 2027')
    for (let tries = 0; tries < 5 && !(await next.isVisible()); tries += 1) {
      await teams.postToRakel('post sakslisten her 7 dager før kl. 08:00, etter godkjenning')
      await next.waitFor({ timeout: 8_000 }).catch(() => undefined)
    }
    await next.waitFor({ timeout: 1_000 })
    await teams.postToRakel('vis plan')
    await teams.page.getByText('postes onsdag 3. mars 2027 kl. 08:00').waitFor()
    await teams.picture('agenda-plan')
    await teams.page.getByRole('button', { name: 'Utsett', exact: true }).click()
    await teams.page.getByLabel('Til når?').fill('to dager')
    await teams.picture('agenda-plan-postpone')
    await teams.page.getByRole('button', { name: 'Utsett innlegget' }).click()
    await teams.messageWith('Utsatt: saksliste for Fellesrådet for Firklang IKT').waitFor()
    await teams.page.getByText('postes fredag 5. mars 2027 kl. 08:00', { exact: true }).waitFor()
    await teams.page.getByRole('button', { name: 'Godkjenn' }).click()
    await teams.messageWith('Godkjent: saksliste for Fellesrådet for Firklang IKT').waitFor()
    await teams.page.getByText('planlagt', { exact: true }).waitFor()
    await teams.picture('agenda-plan-approved')
  }, 90_000)
})
