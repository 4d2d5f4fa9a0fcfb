import { connect } from 'node:net'
import { type ServedRakel, serveRakel } from './served-rakel.ts'
import { CHROMIUM, hasChromium, openTeamsClient, type TeamsClient } from './teams-client.ts'

const isRequired = process.env['RAKEL_REQUIRE_CHROMIUM'] === '1'
if (!hasChromium && !isRequired)
  console.warn(`End-to-end tests are skipped: there is no ${CHROMIUM} (apt-get install chromium, or CHROMIUM_PATH).`)

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    for (const event of ['connect', 'error'] as const)
      socket.once(event, () => {
        socket.destroy()
        resolve(event === 'connect')
      })
  })

const describeInBrowser = hasChromium || isRequired ? describe : describe.skip

describeInBrowser('in the browser, after `rakel serve` on the sample documents', () => {
  let rakel: ServedRakel
  let teams: TeamsClient
  beforeAll(async () => {
    if (!hasChromium) throw new Error(`RAKEL_REQUIRE_CHROMIUM is set, but there is no ${CHROMIUM}.`)
    rakel = await serveRakel()
    teams = await openTeamsClient(rakel.playgroundUrl)
  }, 45_000)
  afterAll(async () => {
    await teams?.close()
    await rakel?.stop()
  })

  it('Rakel says who she is and what can be asked', async () => {
    await teams.messageWith('Jeg heter Rakel').waitFor()
  })

  it('a question in a personal chat gets the decision word for word, with a chip that shows where it stands', async () => {
    await teams.write('Hva ble vedtatt om felles sentralbord i september 2023?')
    const decision = teams.messageWith('Det etableres et felles sentralbord i Hjelmfoss')
    await decision.waitFor()
    expect(await decision.textContent()).toContain(
      '«Det etableres et felles sentralbord i Hjelmfoss fra 1. mai 2024. ' +
        'Sentralbordet bemannes med fem årsverk og holder åpent mandag til fredag kl. 08:00 - 15:30. ' +
        'Kostnaden fordeles mellom kommunene etter folketall.»',
    )
    expect(await teams.messageWith('Vedtak i sak').textContent()).toBe(
      'Vedtak i sak 2023/M4-003 «Felles sentralbord» (Fellesrådet for Firklang IKT, 20.09.2023):',
    )
    await decision.getByRole('button', { name: '1', exact: true }).hover()
    const card = teams.page.getByText('Møtereferat Fellesrådet for Firklang IKT 20.09.2023')
    await card.waitFor()
    await teams.page.getByText(/^Vedtak: Det etableres et felles sentralbord/).waitFor()
    await teams.picture('personal-chat')
    await teams.page.mouse.move(600, 700)
    await card.waitFor({ state: 'hidden' })
    const link = teams.page.getByRole('link', { name: 'Åpne saken' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/decisions\.example\/firklang\//)
  })

  it('a post in a channel that mentions Rakel is answered beneath, in the language it was asked in', async () => {
    await teams.open('Møter og vedtak')
    await teams.postToRakel('Kva vart vedteke om budsjett 2026?')
    const decision = teams.messageWith('Budsjettet for Firklang IKT for 2026')
    await decision.waitFor()
    expect(await decision.textContent()).toContain(
      '«Budsjettet for Firklang IKT for 2026 fastsettes til 33,575 mill. kr.»',
    )
    const chip = decision.getByRole('button', { name: '1', exact: true })
    await chip.hover()
    await teams.page.getByText(/^Vedtak: Budsjettet for Firklang IKT for 2026/).waitFor()
    await teams.page.getByRole('link', { name: 'Opne saka' }).waitFor()
    await teams.picture('channel')
  })

  it('a matter of which nothing stands in the documents is said to be unknown', async () => {
    await teams.open('Personal Chat')
    await teams.write('Hva ble vedtatt om svømmehallen i Nordby?')
    await teams.messageWith(/finner (?:jeg|eg) ikke/i).waitFor()
    await teams.picture('unknown')
  })

  it('the page asks other machines for nothing but its own fonts and animations', () => {
    const others = teams.blocked.filter((address) => !address.startsWith('https://res-1.cdn.office.net/files/'))
    expect(others).toEqual([])
  })

  it('Ctrl-C ends it at once, its ports free', async () => {
    expect(await rakel.stop()).toBe(0)
    expect(rakel.output()).toMatch(/Stopping …\s*$/)
    expect([await answers(rakel.botUrl), await answers(rakel.playgroundUrl)]).toEqual([false, false])
  })
})
