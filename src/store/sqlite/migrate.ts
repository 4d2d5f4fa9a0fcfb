import { readdirSync, readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { Refused } from '../../domain/errors.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const APPLICATION_ID = 0x52414b45

const steps: readonly { readonly version: number; readonly file: string }[] = readdirSync(FOLDER)
  .filter((name) => /^\d{4}-.*\.sql$/.test(name))
  .sort()
  .map((file) => ({ version: Number(file.slice(0, 4)), file }))

/** The newest schema this code knows. */
export const SCHEMA_VERSION = steps.at(-1)?.version ?? 0

function pragma(db: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0)
}

/** @throws Refused when the file belongs to a newer Rakel, or to another program */
export function checkVersion(db: DatabaseSync, file: string): number {
  const version = pragma(db, 'user_version')
  const application = pragma(db, 'application_id')
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (!isEmpty && application !== APPLICATION_ID)
    throw new Refused('not-a-store', `The database ${file} belongs to another program; name another data folder.`)
  if (version > SCHEMA_VERSION)
    throw new Refused(
      'store-too-new',
      `The store ${file} was written by a newer Rakel (schema ${version}, this one knows ${SCHEMA_VERSION}); update Rakel.`,
    )
  return version
}

/**
 * Brings the schema up to date: all missing steps in one transaction, so that a kill leaves the old schema or the new.
 * Processes that start together wait for the first one, then find nothing to do.
 */
export function migrate(db: DatabaseSync, file: string): void {
  if (checkVersion(db, file) === SCHEMA_VERSION) return
  db.exec('BEGIN IMMEDIATE')
  try {
    const version = checkVersion(db, file)
    for (const step of steps) {
      if (step.version <= version) continue
      db.exec(readFileSync(new URL(step.file, FOLDER), 'utf8'))
      db.exec(`PRAGMA user_version = ${step.version}`)
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
