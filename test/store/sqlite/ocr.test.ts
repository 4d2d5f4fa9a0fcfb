import { join } from 'node:path'
import { operatorOf } from '../../../src/domain/asker.ts'
import { tenantId } from '../../../src/domain/ids.ts'
import { fileAt, generatedDocument } from '../generated-document.ts'
import { openAt, temporaryFolder } from './temporary-store.ts'

const file = join(temporaryFolder(), 'rakel.sqlite')

describe('a passage that was recognised from a picture', () => {
  it('is marked wherever it is found again, and the others are not', () => {
    const tenant = tenantId('local')
    const store = openAt(file)
    const made = generatedDocument(1, 4)
    const passages = made.passages.map((passage) =>
      passage.ordinal === 1 ? { ...passage, text: 'Skannet vedtak', isOcr: true as const } : passage,
    )
    const id = store.documents.putDocument(tenant, fileAt('/d/skann.pdf', 'a'), { ...made, passages })
    const stored = store.register.passagesOf(operatorOf(tenant), id)
    expect(stored.map((passage) => passage.isOcr)).toEqual(
      passages.map(({ ordinal }) => (ordinal === 1 ? true : undefined)),
    )
    const [found] = store.passages.match(operatorOf(tenant), ['skannet'], {}, 5)
    expect(found).toMatchObject({ text: 'Skannet vedtak', isOcr: true })
    store.close()
  })
})
