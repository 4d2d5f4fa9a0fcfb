import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Refused } from '../../domain/errors.ts'
import { checkVersion, migrate, SCHEMA_VERSION } from './migrate.ts'
import { asRefusal, isBusy } from './refusal.ts'

export type Parameters = Record<string, SQLInputValue>

/** One open file. Statements are compiled once. The only place that knows how a transaction begins and ends. */
export interface Connection {
  /** Row types are the caller's word: they name the columns of the SQL beside them. */
  all<Row>(sql: string, parameters?: Parameters): Row[]
  one<Row>(sql: string, parameters?: Parameters): Row | undefined
  /** @returns the number of rows changed */
  run(sql: string, parameters?: Parameters): number
  /** Several statements that see one state of the store. */
  read<Result>(work: () => Result): Result
  /**
   * One transaction, durable when it returns. Waits for other writers.
   * @throws Refused `storage-full`, `store-busy`, `store-read-only` …; then nothing was changed
   */
  write<Result>(work: () => Result): Result
  /**
   * Empties the log into the file, so that no text that was deleted is left in it. While another process reads it is
   * put off to the next write, close or opening.
   */
  flush(): void
  close(): void
}

const BUSY_TIMEOUT_MS = 5_000
/** Short: the caller's work is done, and the process answers nobody meanwhile. */
const FLUSH_TIMEOUT_MS = 200
/** Holds the store of some 20,000 passages: a match took 8 ms at p95, and 10.5 with SQLite's own 2 MB. */
const CACHE_KB = 32_768
const OPEN_ATTEMPTS = 100
const OPEN_PAUSE_MS = 50

const pause = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** SQLite does not wait when a file changes to WAL, whatever its busy timeout: processes that start together must. */
function patiently<Result>(work: () => Result): Result {
  for (let attempt = 1; ; attempt += 1)
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || attempt === OPEN_ATTEMPTS) throw error
      pause(OPEN_PAUSE_MS)
    }
}

function checkFolder(file: string, readOnly: boolean): void {
  if (file === ':memory:') return
  const folder = dirname(file)
  if (!existsSync(folder)) throw new Refused('data-folder-missing', `The data folder ${folder} does not exist.`)
  if (readOnly) {
    if (!existsSync(file)) throw new Refused('store-missing', `There is no store ${file}; index some documents first.`)
    return
  }
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new Refused('data-folder-read-only', `The data folder ${folder} cannot be written to.`, { cause })
  }
}

function prepareToWrite(db: DatabaseSync, file: string): void {
  // Looked at first: to set WAL on another program's database would change it.
  checkVersion(db, file)
  const mode = db.prepare('PRAGMA journal_mode').get()?.['journal_mode']
  if (mode !== 'wal') patiently(() => db.exec('PRAGMA journal_mode = WAL'))
  // FULL: a commit is on the disk before it is promised. secure_delete: deleted text is overwritten with zeros.
  db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON')
  patiently(() => migrate(db, file))
}

function checkReadable(db: DatabaseSync, file: string): void {
  const version = checkVersion(db, file)
  if (version < SCHEMA_VERSION)
    throw new Refused('store-too-old', `The store ${file} is of an older Rakel; start rakel serve or index once.`)
}

function openDatabase(file: string, readOnly: boolean): DatabaseSync {
  checkFolder(file, readOnly)
  const db = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS })
  try {
    // Sorting must not spill document text into the temporary folder.
    db.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${CACHE_KB}`)
    if (readOnly) patiently(() => checkReadable(db, file))
    else prepareToWrite(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** @throws Refused with one sentence when the file cannot be opened, is no store, or is of a newer version */
export function openConnection(file: string, readOnly: boolean): Connection {
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw asRefusal(error, file)
    }
  }
  const db = guarded(() => openDatabase(file, readOnly))
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) return known
    const prepared = db.prepare(sql)
    statements.set(sql, prepared)
    return prepared
  }
  const transaction = <Result>(begin: string, work: () => Result): Result => {
    db.exec(begin)
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
  let isFlushDue = false
  const flush = (): void => {
    isFlushDue = true
    try {
      db.exec(`PRAGMA busy_timeout = ${FLUSH_TIMEOUT_MS}`)
      isFlushDue = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] !== 0
    } catch {
      // What was committed is safe either way.
    } finally {
      db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
    }
  }
  // A process that was killed between a deletion and its flush left deleted text in the log.
  if (!readOnly) flush()
  return {
    all: <Row>(sql: string, parameters: Parameters = {}) => guarded(() => statement(sql).all(parameters) as Row[]),
    one: <Row>(sql: string, parameters: Parameters = {}) =>
      guarded(() => statement(sql).get(parameters) as Row | undefined),
    run: (sql, parameters = {}) => guarded(() => Number(statement(sql).run(parameters).changes)),
    read: (work) => (db.isTransaction ? work() : guarded(() => transaction('BEGIN', work))),
    write: (work) => {
      const result = guarded(() => transaction('BEGIN IMMEDIATE', work))
      if (isFlushDue) flush()
      return result
    },
    flush,
    close: () => {
      if (!db.isOpen) return
      if (!readOnly) flush()
      db.close()
    },
  }
}
