import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { buildPackage } from '../../scripts/package.ts'
import { encodePng } from '../../scripts/png.ts'

const source = join(import.meta.dirname, '..', '..', 'appPackage')
const given = {
  BOT_ID: '6f1d2c3b-4a59-4e68-8f77-0123456789ab',
  APP_ID: '7a2e3d4c-5b6a-4f79-9088-123456789abc',
  APP_DEVELOPER: 'Firklang "IKS"',
  APP_WEBSITE_URL: 'https://firklang.example',
  APP_PRIVACY_URL: 'https://firklang.example/personvern',
  APP_TERMS_URL: 'https://firklang.example/vilkar',
}

let folder: string
let output: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakel-package-'))
  output = join(folder, 'out', 'rakel.zip')
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith('build') })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const build = (env: Record<string, string> = given) => buildPackage(folder, env, '1.2.3', output)
const change = (file: string, edit: (text: string) => string): void =>
  writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')))

/** Asserts on the one sentence, and that no zip was left behind. */
async function expectRefused(sentence: RegExp, env = given): Promise<void> {
  await expect(build(env)).rejects.toMatchObject({ code: 'bad-package', message: expect.stringMatching(sentence) })
  expect(existsSync(output)).toBe(false)
}

describe('the app package', () => {
  it('is zipped with manifest, icons and languages at its root, every setting filled in', async () => {
    const report = await build()
    expect(report.placeholders).toEqual([])
    const files = unzipSync(readFileSync(output))
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'nn.json', 'outline.png'])
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8'))
    expect(manifest).toMatchObject({
      version: '1.2.3',
      id: given.APP_ID,
      developer: { name: given.APP_DEVELOPER, privacyUrl: given.APP_PRIVACY_URL },
      bots: [{ botId: given.BOT_ID, scopes: ['personal', 'groupChat', 'team'] }],
      copilotAgents: { customEngineAgents: [{ id: given.BOT_ID, type: 'bot' }] },
      localizationInfo: { defaultLanguageTag: 'nb' },
    })
    expect(JSON.stringify(manifest)).not.toContain('${{')
  })

  it('asks a team for nothing, or for reading its channels when told to', async () => {
    const manifestOf = async (env: Record<string, string>) => {
      const { permissions } = await build({ ...given, ...env })
      const file = unzipSync(readFileSync(output))['manifest.json'] ?? []
      return [permissions, JSON.parse(Buffer.from(file).toString('utf8'))]
    }
    const [none, plain] = await manifestOf({ APP_READ_CHANNELS: 'off' })
    expect([none, plain.authorization, plain.webApplicationInfo]).toEqual([[], undefined, undefined])
    const [asked, manifest] = await manifestOf({ APP_READ_CHANNELS: 'on' })
    expect(asked).toEqual(['ChannelMessage.Read.Group', 'TeamMember.Read.Group'])
    expect(manifest).toMatchObject({
      webApplicationInfo: { id: given.BOT_ID, resource: given.APP_WEBSITE_URL },
      authorization: {
        permissions: {
          resourceSpecific: [
            { name: 'ChannelMessage.Read.Group', type: 'Application' },
            { name: 'TeamMember.Read.Group', type: 'Application' },
          ],
        },
      },
    })
    expect({ ...manifest, webApplicationInfo: undefined, authorization: undefined }).toEqual(plain)
    await expect(build({ ...given, APP_READ_CHANNELS: 'ja' })).rejects.toThrow(
      /^APP_READ_CHANNELS must be on or off\.$/,
    )
  })

  it('names every setting that a local build only stands in for', async () => {
    expect((await build({})).placeholders).toEqual(Object.keys(given).sort())
  })

  it('has the same bytes for the same input', async () => {
    expect((await build()).sha256).toBe((await build()).sha256)
  })

  it('needs no network', async () => {
    const fetch = globalThis.fetch
    globalThis.fetch = () => Promise.reject(new Error('the network was used'))
    try {
      await expect(build()).resolves.toMatchObject({ version: '1.2.3' })
    } finally {
      globalThis.fetch = fetch
    }
  })
})

describe('a package that Teams would not take is refused in one sentence:', () => {
  it('a name that is too long', async () => {
    change('manifest.json', (text) => text.replace(`"short": "Spør 'o Rakel"`, `"short": "${'R'.repeat(31)}"`))
    await expectRefused(/^manifest\.json is not valid: \/name\/short must NOT have more than 30 characters\.$/)
  })

  it('a text that is too long in another language', async () => {
    change('nn.json', (text) => text.replace('Svar frå møtereferat', 'Svar '.repeat(20)))
    await expectRefused(/^nn\.json is not valid: \/description\.short must NOT have more than 80 characters\.$/)
  })

  it('a disclaimer over 500 characters', async () => {
    change('en.json', (text) => text.replace('Rakel quotes', 'Rakel '.repeat(90)))
    await expectRefused(/^en\.json is not valid: .*disclaimer.* 500 characters\.$/)
  })

  it('more than twelve commands', async () => {
    change('manifest.json', (text) => {
      const manifest = JSON.parse(text)
      const [list] = manifest.bots[0].commandLists
      list.commands = Array.from({ length: 13 }, () => list.commands[0])
      return JSON.stringify(manifest)
    })
    await expectRefused(/^manifest\.json is not valid: .*commands must NOT have more than 12 items\.$/)
  })

  it('an id that is no GUID', () =>
    expectRefused(/^manifest\.json is not valid: \/bots\/0\/botId /, { ...given, BOT_ID: 'rakel' }))

  it('an app id that is the bot id', () =>
    expectRefused(/^manifest\.json must have an id of its own/, { ...given, APP_ID: given.BOT_ID }))

  it('an address that is not https', () =>
    expectRefused(/^manifest\.json must have an https address in developer\.termsOfUseUrl\.$/, {
      ...given,
      APP_TERMS_URL: 'http://firklang.example',
    }))

  it('an agent that is not the bot', async () => {
    change('manifest.json', (text) => text.replace(/"id": "\$\{\{BOT_ID\}\}"/, `"id": "${given.APP_ID}"`))
    await expectRefused(/^manifest\.json must give the custom engine agent the id of the bot\.$/)
  })

  it('a scope that is missing', async () => {
    change('manifest.json', (text) =>
      text.replace(
        '"scopes": ["personal", "groupChat", "team"],\n      "isNot',
        '"scopes": ["personal"],\n      "isNot',
      ),
    )
    await expectRefused(/^manifest\.json must give the bot the scope groupChat\.$/)
  })

  it('a field that the schema does not know', async () => {
    change('manifest.json', (text) => text.replace('"accentColor"', '"accentColour": "#000000", "accentColor"'))
    await expectRefused(/^manifest\.json is not valid: must NOT have additional properties "accentColour"\.$/)
  })

  it('a schema that cannot be checked offline', async () => {
    change('manifest.json', (text) => text.replace('teams/v1.28', 'teams/v1.99'))
    await expectRefused(/^manifest\.json names schema v1\.99, which cannot be checked offline\.$/)
  })

  it('an unknown placeholder, even when the environment has it', async () => {
    change('manifest.json', (text) => text.replace('APP_DEVELOPER', 'BOT_SECRET'))
    await expectRefused(/^manifest\.json has an unknown placeholder, BOT_SECRET\.$/, {
      ...given,
      BOT_SECRET: 'x',
    } as typeof given)
  })

  it('a text that one language lacks', async () => {
    change('nn.json', (text) => text.replace(/ {2}"bots\[0\]\.commandLists\[0\]\.commands\[3\]\.title".*\n/, ''))
    await expectRefused(/^nn\.json lacks a text for bots\[0\]\.commandLists\[0\]\.commands\[3\]\.title\.$/)
  })

  it('a text for a command that is gone', async () => {
    change('manifest.json', (text) => {
      const manifest = JSON.parse(text)
      manifest.bots[0].commandLists[0].commands.pop()
      return JSON.stringify(manifest)
    })
    await expectRefused(/^nn\.json has a text for .*commands\[6\]\.title, which manifest\.json does not have\.$/)
  })

  it('a manifest that is no JSON, or is not there', async () => {
    change('manifest.json', (text) => text.slice(1))
    await expectRefused(/^manifest\.json is not JSON\.$/)
    rmSync(join(folder, 'manifest.json'))
    await expectRefused(/^manifest\.json cannot be read\.$/)
  })

  it('an icon of the wrong size', async () => {
    writeFileSync(join(folder, 'color.png'), encodePng({ width: 96, height: 96, rgba: new Uint8Array(96 * 96 * 4) }))
    await expectRefused(/^color\.png must be 192 × 192 pixels; it is 96 × 96\.$/)
  })

  it('a colour icon that is see-through or grey', async () => {
    const rgba = new Uint8Array(192 * 192 * 4)
    writeFileSync(join(folder, 'color.png'), encodePng({ width: 192, height: 192, rgba }))
    await expectRefused(/^color\.png must be opaque to its edges\.$/)
    writeFileSync(join(folder, 'color.png'), encodePng({ width: 192, height: 192, rgba: rgba.fill(255) }))
    await expectRefused(/^color\.png must be in full colour; it is grey\.$/)
  })

  it('an outline in a colour, or without an outline', async () => {
    const rgba = new Uint8Array(32 * 32 * 4)
    writeFileSync(join(folder, 'outline.png'), encodePng({ width: 32, height: 32, rgba }))
    await expectRefused(/^outline\.png must be white on transparent; it is one even surface\.$/)
    rgba.set([0, 0, 0, 255], 400)
    writeFileSync(join(folder, 'outline.png'), encodePng({ width: 32, height: 32, rgba }))
    await expectRefused(/^outline\.png must be white on transparent; it has another colour\.$/)
  })

  it('an icon that is no PNG, or is not there', async () => {
    writeFileSync(join(folder, 'outline.png'), 'GIF89a')
    await expectRefused(/^outline\.png is no usable icon: not a PNG file\.$/)
    rmSync(join(folder, 'outline.png'))
    await expectRefused(/^outline\.png is no usable icon: it cannot be read\.$/)
  })
})
