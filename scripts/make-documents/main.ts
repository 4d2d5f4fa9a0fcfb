/** `npm run documents`: writes the sample documents in documents/ anew and removes those that no source makes. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDocuments } from './make-documents.ts'

const folder = join(import.meta.dirname, '..', '..', 'documents')
const made = await makeDocuments()
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) if (!made.has(name) && name !== 'README.md') rmSync(join(folder, name))
for (const [name, bytes] of made) writeFileSync(join(folder, name), bytes)
console.log(`${made.size} documents written to ${folder}`)
