/** Child of the kill test: puts documents 1 to N that are not there yet, one by one. Arguments: file, N. */
import { tenantId } from '../../src/domain/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openStore } from '../../src/store/sqlite/open-store.ts'
import { fileAt, generatedDocument, splitWords } from '../store/generated-document.ts'

const [file = '', count = '0'] = process.argv.slice(2)
const tenant = tenantId('local')
const store = openStore({ file, clock: systemClock, analyse: splitWords })
const known = new Set(store.documents.knownFiles(tenant).map((entry) => entry.path))
for (let number = 1; number <= Number(count); number += 1) {
  const path = `/filler/${number}.pdf`
  if (!known.has(path)) store.documents.putDocument(tenant, fileAt(path, `${number}`), generatedDocument(number))
}
store.close()
