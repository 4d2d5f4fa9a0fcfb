import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServedRakel, serveRakel } from './served-rakel.ts'
import { CHROMIUM, hasChromium, openTeamsClient, type TeamsClient } from './teams-client.ts'

const isRequired = process.env['RAKEL_REQUIRE_CHROMIUM'] === '1'
const describeInBrowser = hasChromium || isRequired ? describe : describe.skip
const documents = join(import.meta.dirname, '..', '..', 'documents')
const NOTICE = 'fellesradet-2027-02-10-innkalling.pdf'

describeInBrowser('in the browser, half a minute before an agenda is due', () => {
  let folder: string
  let rakel: ServedRakel
  let teams: TeamsClient
  beforeAll(async () => {
    if (!hasChromium) throw new Error(`RAKEL_REQUIRE_CHROMIUM is set, but there is no ${CHROMIUM}.`)
    folder = mkdtempSync(join(tmpdir(), 'rakel-e2e-agenda-'))
    for (const name of [NOTICE, 'fellesradet-2025-12-10-referat.docx'])
      copyFileSync(join(documents, name), join(folder, name))
    rakel = await serveRakel({ RAKEL_DOCUMENTS: folder, RAKEL_CLOCK: '2027-02-03T07:59:20+01:00' })
    teams = await openTeamsClient(rakel.playgroundUrl)
  }, 45_000)
  afterAll(async () => {
    await teams?.close()
    await rakel?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('a secretary sets it up in the channel by chat and is told what comes when', async () => {
    await teams.open('Møter og vedtak')
    await teams.postToRakel('post sakslisten her 7 dager før kl. 08:00')
    await teams.messageWith('Jeg poster sakslisten for Fellesrådet for Firklang IKT i denne kanalen').waitFor()
    await teams.messageWith('møtet onsdag 10. februar 2027 postes onsdag 3. februar 2027 kl. 08:00').waitFor()
  })

  it('the agenda is posted in the channel when the clock is there', async () => {
    const title = teams.page.getByText('Saksliste: Fellesrådet for Firklang IKT, onsdag 10. februar 2027')
    await title.waitFor({ timeout: 90_000 })
    await teams.page.getByText('Framtidig løsning for sikkerhetskopiering').waitFor()
    await teams.picture('agenda-posted')
  }, 100_000)
})
