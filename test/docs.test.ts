import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const documents = [
  'README.md',
  'CHANGELOG.md',
  'test/golden/README.md',
  'documents/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]
const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
const settings = new Set(
  read('.env.example')
    .match(/^#[A-Z_]+(?==)/gm)
    ?.map((line) => line.slice(1)),
)
/** Of tests and of continuous integration, not of Rakel. */
const TEST_SETTINGS = new Set(['RAKEL_FAULT', 'RAKEL_REQUIRE_CHROMIUM', 'CHROMIUM_PATH'])

const codeIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '')
const PATH = /^(?:src|test|scripts|docs|bin|appPackage|documents|\.ci)\/[^\s*<>{}]*$|^\.(?:env\.example|m365\S+)$/

describe.each(documents)('%s', (file) => {
  const text = read(file)

  it('names only files that are there', () => {
    const paths = codeIn(text).filter((code) => PATH.test(code))
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([])
  })

  it('names only scripts of package.json and settings of .env.example', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script]) => script ?? '')
    expect(named.filter((script) => !scripts.includes(script))).toEqual([])
    const set = codeIn(text).flatMap((code) => /^([A-Z]+(?:_[A-Z]+)+)(?:=\S*)?$/.exec(code)?.[1] ?? [])
    expect(set.filter((setting) => !settings.has(setting) && !TEST_SETTINGS.has(setting))).toEqual([])
  })
})

describe('docs/design.md', () => {
  it('has a table that says where to change what, and names a file in every row', () => {
    const [, table = ''] = read('docs/design.md').split('## Change X → file\n')
    const rows =
      table
        .split('\n## ')[0]
        ?.split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(1) ?? []
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((row) => !codeIn(row).some((code) => PATH.test(code)))).toEqual([])
  })

  it('names every part of src/', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    const parts = new Set(files.filter((file) => file.endsWith('.ts')).map((file) => file.split(/[\\/]/)[0]))
    const named = read('docs/design.md')
    expect([...parts].filter((part) => !named.includes(`src/${part}`))).toEqual([])
  })

  it('gives reason and licence of every package that is shipped', () => {
    const [, table = ''] = read('docs/design.md').split('## Dependencies\n')
    const packages = Object.keys(JSON.parse(read('package.json')).dependencies)
    expect(packages.filter((name) => !table.includes(name))).toEqual([])
  })
})

describe('docs/decisions', () => {
  it('are numbered without a gap, under the title of their file name', () => {
    const files = readdirSync(join(root, 'docs/decisions')).sort()
    expect(files.length).toBeGreaterThan(0)
    for (const [at, file] of files.entries()) {
      const number = String(at + 1).padStart(4, '0')
      expect(file).toMatch(new RegExp(`^${number}-[a-z0-9-]+\\.md$`))
      expect(read(`docs/decisions/${file}`)).toMatch(
        new RegExp(`^# ${number}: .+\n\n\\*\\*Decided\\*\\* \\d{4}-\\d{2}-\\d{2}\\.`),
      )
    }
  })
})

describe('.env.example', () => {
  it('explains every setting that config.ts reads, and no other', () => {
    const config = read('src/config.ts') + read('scripts/package.ts')
    const known = new Set(config.match(/(?<=')[A-Z]+(?:_[A-Z]+)*(?=')|\b(?:BOT_ID|APP_[A-Z_]+)(?=:)/g))
    expect([...settings].filter((setting) => !known.has(setting))).toEqual([])
    const read_ = [...read('src/config.ts').matchAll(/\b(?:text|choice|port|list|guid)\(env, '([A-Z_]+)'/g)]
    const asked = read_.map(([, name]) => name ?? '')
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((setting) => !settings.has(setting))).toEqual([])
  })
})
