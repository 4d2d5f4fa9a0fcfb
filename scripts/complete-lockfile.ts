/**
 * Adds to package-lock.json the optional packages of other platforms that a registry mirror may not serve, so that
 * `npm ci` finds the lockfile complete on every machine. Run after `npm install`: `npm run lockfile`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

interface Lockfile {
  packages: Record<string, LockedPackage>
}

const SYSTEMS = new Set([
  'android',
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
])
const PROCESSORS = new Set(['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64'])

/** What npm itself writes for a platform's package, read off its name: "@swc/core-darwin-arm64". */
function entryFor(name: string, version: string, isDev: boolean): LockedPackage | undefined {
  const words = name.split(/[-/]/)
  const os = words.filter((word) => SYSTEMS.has(word))
  const cpu = words.filter((word) => PROCESSORS.has(word))
  if (os.length === 0 || !/^\d+\.\d+\.\d+/.test(version)) return undefined
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(isDev && { dev: true }),
    ...(libc && { libc }),
    optional: true,
    os,
  }
}

const file = join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lockfile
const added: string[] = []
for (const [path, { optionalDependencies, dev }] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    if (lock.packages[`${path}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`]) continue
    const entry = entryFor(name, version, dev === true)
    if (!entry) continue
    lock.packages[`node_modules/${name}`] = entry
    added.push(name)
  }
const { '': root, ...others } = lock.packages
const sorted = Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)))
lock.packages = root ? { '': root, ...sorted } : sorted
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(JSON.stringify({ added: added.length }))
