// Checks the Teams app package as Teams would, offline, and zips it: npm run package
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import { zipSync } from 'fflate'
import { environmentOf } from '../src/config.ts'
import { Refused } from '../src/domain/errors.ts'
import { decodePng, type Image } from './png.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Environment = Readonly<Record<string, string | undefined>>
type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>

/** Settings of the package, with what stands in for them in a build that is only for looking at. */
const LOCAL_DEFAULTS: Readonly<Record<string, string>> = {
  BOT_ID: '00000000-0000-4000-8000-000000000001',
  APP_ID: '00000000-0000-4000-8000-000000000002',
  APP_DEVELOPER: 'Lokal utprøving',
  APP_WEBSITE_URL: 'https://rakel.example',
  APP_PRIVACY_URL: 'https://rakel.example/personvern',
  APP_TERMS_URL: 'https://rakel.example/vilkar',
}

/** What whoever installs the app in a team consents to, for that team alone, when APP_READ_CHANNELS is on. */
const READ_CHANNELS = ['ChannelMessage.Read.Group', 'TeamMember.Read.Group']

/** Strings that users read, so every language must have them. */
const TRANSLATED =
  /^(?:name\.|description\.|bots\[0\]\.commandLists\[\d+\]\.commands\[\d+\]\.(?:title|description|prompt)$|copilotAgents\.customEngineAgents\[0\]\.disclaimer\.text$)/
const SCHEMA_URL =
  /^https:\/\/developer\.microsoft\.com\/json-schemas\/teams\/(v1\.\d{1,2})\/(MicrosoftTeams(?:\.Localization)?\.schema\.json)$/
const MAX_COMMANDS = 12
/** A time of no meaning, so that the same input gives the same bytes. Local, because the format has no zone. */
const ZIP_TIME = new Date(2026, 0, 1)

export interface PackageReport {
  readonly file: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly version: string
  readonly botId: string
  readonly languages: readonly string[]
  readonly entries: readonly string[]
  /** Resource-specific permissions that a team is asked for. */
  readonly permissions: readonly string[]
  /** Settings that were not given: the package is for looking at, not for uploading. */
  readonly placeholders: readonly string[]
}

const refuse = (file: string, what: string): never => {
  throw new Refused('bad-package', `${file} ${what}`)
}

function readJson(folder: string, file: string): Json {
  let text: string
  try {
    text = readFileSync(join(folder, file), 'utf8')
  } catch (cause) {
    throw new Refused('bad-package', `${file} cannot be read.`, { cause })
  }
  try {
    return JSON.parse(text) as Json
  } catch (cause) {
    throw new Refused('bad-package', `${file} is not JSON.`, { cause })
  }
}

/** Every string of a JSON value, by the path that Teams' language files use: `bots[0].commandLists[0]`. */
function* stringsOf(value: Json, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value)) for (const [i, entry] of value.entries()) yield* stringsOf(entry, `${path}[${i}]`)
  else if (value && typeof value === 'object')
    for (const [key, entry] of Object.entries(value)) yield* stringsOf(entry, path ? `${path}.${key}` : key)
}

function fill(value: Json, resolve: (name: string) => string): Json {
  if (typeof value === 'string') return value.replace(/\$\{\{(\w+)\}\}/g, (_placeholder, name: string) => resolve(name))
  if (Array.isArray(value)) return value.map((entry) => fill(entry, resolve))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry, resolve)]))
  return value
}

/** The library would ask the network for a schema it lacks; reading the file ourselves keeps this offline. */
async function checkSchema(file: string, value: Json, kind: string): Promise<void> {
  const url = value && typeof value === 'object' && '$schema' in value ? value['$schema'] : undefined
  const [, version, name] = (typeof url === 'string' && SCHEMA_URL.exec(url)) || []
  if (!version || name !== kind) return refuse(file, `must name a Teams ${kind} of version 1.x in $schema.`)
  const library = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'))
  let schema: Schema
  try {
    const text = readFileSync(join(library, 'json-schemas', 'teams', version, kind), 'utf8')
    // The published language schema holds patterns ("\\b]") that the library itself cannot compile.
    schema = JSON.parse(text.replaceAll(String.raw`\\b]`, String.raw`\\b\\]`)) as Schema
  } catch (cause) {
    throw new Refused('bad-package', `${file} names schema ${version}, which cannot be checked offline.`, { cause })
  }
  const faults = await AppManifestUtils.validateAgainstSchema(value as unknown as TeamsManifest, schema)
  const [first] = faults
  if (first) {
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    const [, where] = /"additionalProperty":("[^"]*")/.exec(first) ?? []
    const fault = first.replace(/\. Details: .*$/s, where ? ` ${where}` : '').trim()
    refuse(file, `is not valid: ${fault}${more}.`)
  }
}

const objectOf = (value: Json | undefined): { readonly [key: string]: Json } =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as { readonly [key: string]: Json }) : {}
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** The manifest that asks to read the team's channels, to look for a post of unknown fate, and who its owners are. */
function withReadChannels(
  manifest: { readonly [key: string]: Json },
  env: Environment,
): { readonly [key: string]: Json } {
  const choice = env['APP_READ_CHANNELS']?.trim() || 'off'
  if (choice === 'off') return manifest
  if (choice !== 'on') throw new Refused('bad-package', 'APP_READ_CHANNELS must be on or off.')
  return {
    ...manifest,
    // Teams wants a resource here and does nothing with it.
    webApplicationInfo: {
      id: objectOf(listOf(manifest['bots'])[0])['botId'] ?? '',
      resource: objectOf(manifest['developer'])['websiteUrl'] ?? '',
    },
    authorization: {
      permissions: { resourceSpecific: READ_CHANNELS.map((name) => ({ name, type: 'Application' })) },
    },
  }
}

/** Rules of Teams that the schema does not know. */
function checkManifest(manifest: { readonly [key: string]: Json }): string {
  const file = 'manifest.json'
  const bots = listOf(manifest['bots'])
  const bot = objectOf(bots[0])
  const botId = bot['botId']
  if (bots.length !== 1 || typeof botId !== 'string') return refuse(file, 'must have exactly one bot.')
  for (const scope of ['personal', 'groupChat', 'team'])
    if (!listOf(bot['scopes']).includes(scope)) refuse(file, `must give the bot the scope ${scope}.`)
  for (const list of listOf(bot['commandLists']))
    if (listOf(objectOf(list)['commands']).length > MAX_COMMANDS)
      refuse(file, `has more than ${MAX_COMMANDS} commands in a list.`)
  for (const agent of listOf(objectOf(manifest['copilotAgents'])['customEngineAgents']))
    if (objectOf(agent)['id'] !== botId) refuse(file, 'must give the custom engine agent the id of the bot.')
  if (manifest['id'] === botId) refuse(file, 'must have an id of its own: APP_ID is the same as BOT_ID.')
  for (const [path, text] of stringsOf(objectOf(manifest['developer']), 'developer'))
    if (path.endsWith('Url') && !(URL.canParse(text) && new URL(text).protocol === 'https:'))
      refuse(file, `must have an https address in ${path}.`)
  return botId
}

async function checkLanguages(folder: string, manifest: { readonly [key: string]: Json }): Promise<string[]> {
  const info = objectOf(manifest['localizationInfo'])
  const wanted = new Map([...stringsOf(manifest)].filter(([path]) => TRANSLATED.test(path)))
  const languages = [String(info['defaultLanguageTag'] ?? '')]
  for (const entry of listOf(info['additionalLanguages'])) {
    const { languageTag, file } = objectOf(entry)
    if (typeof languageTag !== 'string' || typeof file !== 'string' || !/^[\w-]+\.json$/.test(file))
      return refuse('manifest.json', 'must name its language files plainly, such as "nn.json".')
    const texts = readJson(folder, file)
    await checkSchema(file, texts, 'MicrosoftTeams.Localization.schema.json')
    const given = objectOf(texts)
    const missing = [...wanted.keys()].find((path) => typeof given[path] !== 'string')
    if (missing) refuse(file, `lacks a text for ${missing}.`)
    const stray = Object.keys(given).find((path) => path !== '$schema' && !wanted.has(path))
    if (stray) refuse(file, `has a text for ${stray}, which manifest.json does not have.`)
    languages.push(languageTag)
  }
  if (new Set(languages).size !== languages.length) refuse('manifest.json', 'names a language twice.')
  return languages
}

function readIcon(folder: string, file: string, side: number): Image {
  let image: Image
  try {
    image = decodePng(readFileSync(join(folder, file)))
  } catch (cause) {
    const why = cause instanceof Error && !('code' in cause) ? cause.message : 'it cannot be read'
    throw new Refused('bad-package', `${file} is no usable icon: ${why}.`, { cause })
  }
  if (image.width !== side || image.height !== side)
    refuse(file, `must be ${side} × ${side} pixels; it is ${image.width} × ${image.height}.`)
  return image
}

/** The colour icon fills its square; the outline is pure white on nothing. */
function checkIcons(folder: string, colourFile: string, outlineFile: string): void {
  const colour = readIcon(folder, colourFile, 192).rgba
  let hasColour = false
  for (let i = 0; i < colour.length; i += 4) {
    if (colour[i + 3] !== 255) refuse(colourFile, 'must be opaque to its edges.')
    if (colour[i] !== colour[i + 1] || colour[i] !== colour[i + 2]) hasColour = true
  }
  if (!hasColour) refuse(colourFile, 'must be in full colour; it is grey.')
  const outline = readIcon(folder, outlineFile, 32).rgba
  let clear = 0
  let white = 0
  for (let i = 0; i < outline.length; i += 4) {
    if (outline[i + 3] === 0) clear++
    else if (outline[i] === 255 && outline[i + 1] === 255 && outline[i + 2] === 255) white++
    else refuse(outlineFile, 'must be white on transparent; it has another colour.')
  }
  if (clear === 0 || white === 0) refuse(outlineFile, 'must be white on transparent; it is one even surface.')
}

/**
 * Checks the package and writes the zip, all of it or nothing.
 * @throws Refused `bad-package` with one sentence that names the file at fault
 */
export async function buildPackage(
  folder: string,
  env: Environment,
  version: string,
  output: string,
): Promise<PackageReport> {
  const placeholders = new Set<string>()
  const filled = objectOf(
    fill(readJson(folder, 'manifest.json'), (name) => {
      if (name === 'VERSION') return version
      const given = env[name]?.trim()
      if (given && name in LOCAL_DEFAULTS) return given
      placeholders.add(name)
      return LOCAL_DEFAULTS[name] ?? refuse('manifest.json', `has an unknown placeholder, ${name}.`)
    }),
  )
  const manifest = withReadChannels(filled, env)
  await checkSchema('manifest.json', manifest, 'MicrosoftTeams.schema.json')
  const botId = checkManifest(manifest)
  const languages = await checkLanguages(folder, manifest)
  const { color, outline } = objectOf(manifest['icons'])
  if (color !== 'color.png' || outline !== 'outline.png')
    refuse('manifest.json', 'must name its icons color.png and outline.png.')
  checkIcons(folder, 'color.png', 'outline.png')

  const languageFiles = listOf(objectOf(manifest['localizationInfo'])['additionalLanguages']).map((entry) =>
    String(objectOf(entry)['file']),
  )
  const files: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }
  for (const name of ['color.png', 'outline.png', ...languageFiles]) files[name] = readFileSync(join(folder, name))
  const zip = zipSync(files, { level: 9, mtime: ZIP_TIME })
  mkdirSync(dirname(output), { recursive: true })
  writeFileSync(`${output}.part`, zip)
  renameSync(`${output}.part`, output)
  return {
    file: output,
    sizeBytes: zip.length,
    sha256: createHash('sha256').update(zip).digest('hex'),
    version,
    botId,
    languages,
    entries: Object.keys(files),
    permissions: listOf(objectOf(objectOf(manifest['authorization'])['permissions'])['resourceSpecific']).map((entry) =>
      String(objectOf(entry)['name']),
    ),
    placeholders: [...placeholders].sort(),
  }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const output = join(root, 'appPackage', 'build', 'rakel.zip')
    const report = await buildPackage(join(root, 'appPackage'), environmentOf(root), version, output)
    console.log(`manifest.json: valid, version ${report.version}, languages ${report.languages.join(', ')}`)
    console.log('color.png, outline.png: as Teams wants them')
    console.log(`${relative(root, output)}: ${report.entries.length} files, ${report.sizeBytes} bytes`)
    console.log(`Permissions asked of a team: ${report.permissions.join(', ') || 'none (see APP_READ_CHANNELS)'}`)
    if (report.placeholders.length)
      console.log(`For looking at only, not for uploading: set ${report.placeholders.join(', ')} (see .env.example).`)
    console.log(JSON.stringify({ ...report, file: relative(root, output) }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
