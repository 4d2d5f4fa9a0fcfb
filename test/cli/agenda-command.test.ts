import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'rakel.mjs')

describe('`rakel agenda` as a command', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rakel-agenda-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const rakel = (...args: string[]): { status: number | null; out: string; error: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'agenda', ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder },
      encoding: 'utf8',
    })
    return { status, out: stdout, error: stderr }
  }

  it('keeps a set-up in the store that is named, and lists it', () => {
    const store = ['--data', join(folder, 'other')]
    const add = [
      'add',
      '--channel',
      '19:c@thread.tacv2',
      '--committee',
      'Fellesrådet',
      '--rule',
      'siste virkedag før kl. 12',
    ]
    expect(rakel(...add, ...store)).toMatchObject({ status: 0, error: '' })
    expect(rakel(...store, 'plan').out).toContain('Fellesrådet  →  19:c@thread.tacv2: siste virkedag før kl. 12:00')
    expect(rakel('plan').out).not.toContain('Fellesrådet')
  }, 30_000)

  it('explains itself, and refuses what it does not know with exit code 2', () => {
    expect(rakel('--help')).toMatchObject({ status: 0, out: expect.stringContaining('post-again <slot>') })
    expect(rakel('plan', '--data').status).toBe(2)
    expect(rakel('dance').status).toBe(2)
  }, 30_000)
})
