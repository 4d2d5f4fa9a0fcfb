import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

const src = resolve(import.meta.dirname, '../src')
/** What a part may import of ours, besides itself. See docs/design.md. */
const BASE = ['platform', 'norwegian', 'domain']
const MIDDLE = [...BASE, 'ingest', 'search', 'answer', 'agenda']
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  norwegian: [],
  domain: [],
  ...Object.fromEntries(['ingest', 'search', 'answer', 'agenda'].map((part) => [part, BASE])),
  ...Object.fromEntries(['teams', 'model', 'sources', 'store', 'cli'].map((part) => [part, MIDDLE])),
}
/** May import everything; `cli/` holds what cli.ts prints. */
const ROOF = /^(?:(?:index|cli|config|playground)\.ts$|cli\/)/
/** Parts that may import packages; of ingest only the readers, for file formats. */
const PACKAGED = /^(?:teams|model|sources|store|ingest\/readers)\//
const TEAMS_PACKAGE = /^(?:botbuilder|botframework-|@microsoft\/(?:teams|agents)|@azure\/identity|restify|jose)/
/** Types of what the roof hands down, and the ports a store implements: gone before anything runs. */
const TYPES_OF: Readonly<Record<string, readonly string[]>> = {
  store: ['teams/ports.ts'],
  teams: ['config.ts'],
}

const IMPORT =
  /^\s*(?:import|export)\s(?:(type)\s)?(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/gm

function faultOf(file: string, target: string, isType: boolean): string | undefined {
  const part = file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined
  if (!target.startsWith('.')) {
    if (target.startsWith('node:')) return undefined
    if (TEAMS_PACKAGE.test(target)) return part === 'teams' ? undefined : 'is a package of teams/ alone'
    return PACKAGED.test(file) ? undefined : 'is a package'
  }
  if (ROOF.test(file)) return undefined
  if (part === undefined) return 'is imported by a file that is not of the roof'
  const imported = relative(src, resolve(src, file, '..', target))
    .split(sep)
    .join('/')
  const from = imported.slice(0, Math.max(0, imported.indexOf('/')))
  if (from === part || ARROWS[part]?.includes(from)) return undefined
  return isType && TYPES_OF[part]?.includes(imported) ? undefined : 'is against the arrows'
}

describe('imports of src/', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(sep).join('/'))
  const imports = files.flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(IMPORT)].map(([, type, from, lazy, required]) => {
      const target = from ?? lazy ?? required ?? ''
      return { file, target, fault: faultOf(file, target, type === 'type') }
    }),
  )

  it('point only the way the design says', () => {
    expect(imports.length).toBeGreaterThan(files.length)
    const faults = imports.filter(({ fault }) => fault)
    expect(faults.map(({ file, target, fault }) => `${file}: ${target} ${fault}`)).toEqual([])
  })

  it('come from a part that the design names', () => {
    expect(files.filter((file) => !ROOF.test(file) && !((file.split('/')[0] ?? '') in ARROWS))).toEqual([])
  })
})
