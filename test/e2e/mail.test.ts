import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeEml, makeMsg } from '../../scripts/mails.ts'
import type { Answer } from '../../src/domain/answer.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'rakel-mail-'))
const documents = join(folder, 'documents')

function rakel(...args: string[]): { code: number | null; out: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'bin/rakel.mjs'), ...args, '--data', join(folder, 'data')],
    { cwd: folder, encoding: 'utf8' },
  )
  return { code: status, out: stdout }
}
const attached = (name: string, as: string) => ({ name: as, bytes: readFileSync(join(root, 'documents', name)) })

beforeAll(() => {
  mkdirSync(documents)
  const first = {
    subject: 'Referat fra Fellesrådet',
    text: 'Hei, se vedlagt referat.',
    attachments: [attached('fellesradet-2023-03-15-referat.pdf', 'referat mars.pdf')],
  }
  const second = {
    subject: 'VS: referat',
    html: '<p>Til orientering.</p>',
    mails: [
      {
        subject: 'Referat',
        text: 'Her er det.',
        attachments: [attached('fellesradet-2023-09-20-referat.docx', '../../ut.docx')],
      },
    ],
  }
  writeFileSync(join(documents, 'brev.eml'), makeEml(first))
  writeFileSync(join(documents, 'videre.msg'), makeMsg(second))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('minutes that came by e-mail are read, shown and cited with the e-mail they came in', () => {
  expect(rakel('index', documents)).toEqual({ code: 0, out: '4 documents read.\n' })
  const { out: status } = rakel('status')
  for (const name of ['brev.eml', 'brev.eml/referat mars.pdf', 'videre.msg', 'videre.msg/ut.docx'])
    expect(status).toMatch(new RegExp(` ${name}$`, 'm'))

  const shown = JSON.parse(rakel('show', 'referat mars.pdf', '--json').out)
  expect(shown).toMatchObject({ name: 'brev.eml/referat mars.pdf', date: '2023-03-15', pageCount: 2 })
  expect(shown.meeting.items).toHaveLength(7)
  expect(rakel('show', 'videre.msg/ut.docx').out).toMatch(/date +2023-09-20/)

  const ask = (question: string): Answer => JSON.parse(rakel('ask', question, '--json').out)
  const first = ask('Hva ble vedtatt i sak 2023/M2-004 om felles sentralbord?')
  expect(first.answer).toContain('utsettes')
  expect(first.citations[0]).toMatchObject({
    document: 'brev.eml/referat mars.pdf',
    page: 1,
    meetingDate: '2023-03-15',
  })
  const second = ask('Når ble saken om felles sentralbord utsatt, og når ble den vedtatt?')
  expect(new Set(second.citations.map(({ document }) => document))).toEqual(
    new Set(['brev.eml/referat mars.pdf', 'videre.msg/ut.docx']),
  )
}, 60_000)
