import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operatorOf } from '../../src/domain/asker.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { openRakel, type Rakel } from '../../src/index.ts'

const tenant = tenantId('test')
const minutes = (decision: string): string => `Møtereferat Rådet for Nordvik 14.05.2024

Dato: 14.05.2024
Referent: Kari Berg

2024/M1-001 - Kantine
Vedtak: ${decision}
`

let folder: string
let documents: string
let rakel: Rakel
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakel-cache-'))
  documents = join(folder, 'documents.md')
  rakel = openRakel({ dataFolder: join(folder, 'data'), tenant })
})
afterEach(() => {
  rakel.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (asked = rakel): Promise<string> =>
  (await asked.answer('Hva ble vedtatt i sak 2024/M1-001?', operatorOf(tenant))).answer

it('never answers from what a change has replaced, whichever process made the change', async () => {
  writeFileSync(documents, minutes('Kantina åpnes.'))
  await rakel.index(documents)
  expect(await ask()).toContain('Kantina åpnes.')
  const other = openRakel({ dataFolder: join(folder, 'data'), tenant })
  try {
    writeFileSync(documents, minutes('Kantina stenges.'))
    await other.index(documents)
  } finally {
    other.close()
  }
  expect(await ask()).toContain('Kantina stenges.')
  expect(await ask()).not.toContain('Kantina åpnes.')
})

it('forgets a deleted document at once', async () => {
  writeFileSync(documents, minutes('Kantina åpnes.'))
  await rakel.index(documents)
  expect(await ask()).toContain('Kantina åpnes.')
  for (const { path } of rakel.store.documents.knownFiles(tenant)) {
    unlinkSync(path)
    rakel.store.documents.forgetFile(tenant, path)
  }
  expect(await ask()).not.toContain('Kantina')
})

it('keeps tenants apart', async () => {
  writeFileSync(documents, minutes('Kantina åpnes.'))
  await rakel.index(documents)
  expect(await ask()).toContain('Kantina åpnes.')
  const foreign = await rakel.answer('Hva ble vedtatt i sak 2024/M1-001?', operatorOf(tenantId('other')))
  expect(foreign.answer).not.toContain('Kantina')
})
