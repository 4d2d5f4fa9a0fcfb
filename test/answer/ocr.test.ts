import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operatorOf } from '../../src/domain/asker.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { openRakel } from '../../src/index.ts'

it('says so when the words were read by machine from a picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rakel-ocr-'))
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  copyFileSync(join(import.meta.dirname, '../fixtures/scanned-page.png'), join(documents, 'skannet.png'))
  const tenant = tenantId('test')
  const rakel = openRakel({ dataFolder: join(folder, 'data'), tenant })
  try {
    await rakel.index(documents)
    const answer = await rakel.answer('Hva sier rådet om økonomiplanen for 2025?', operatorOf(tenant))
    expect(answer.outcome).toBe('answered')
    expect(answer.answer).toContain('lest maskinelt av et bilde')
  } finally {
    rakel.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
