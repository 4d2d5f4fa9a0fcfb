import { Refused, UnknownOutcome } from '../../domain/errors.ts'

const SQLITE_BUSY = 5
const SQLITE_LOCKED = 6
const SQLITE_READONLY = 8
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_CANTOPEN = 14
const SQLITE_NOTADB = 26
/** What SQLite says instead of FULL when the disk has no room for the 32 KB index of the log. */
const SQLITE_IOERR_SHMSIZE = 4874
const SQLITE_IOERR_SHMOPEN = 4618

const isSqliteError = (error: unknown): error is { errcode: number } =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'

export const isBusy = (error: unknown): boolean => isSqliteError(error) && (error.errcode & 0xff) === SQLITE_BUSY

function sentence(errcode: number, file: string): [code: string, message: string] | undefined {
  if (errcode === SQLITE_IOERR_SHMSIZE || errcode === SQLITE_IOERR_SHMOPEN)
    return ['storage-full', `There is no room for the working files of the store ${file}; free some space.`]
  switch (errcode & 0xff) {
    case SQLITE_FULL:
      return ['storage-full', `The disk of the store ${file} is full; nothing was changed.`]
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ['store-busy', `Another process has been writing to the store ${file} for too long; try again.`]
    case SQLITE_READONLY:
      return ['store-read-only', `The store ${file} cannot be written to; check its permissions and its folder's.`]
    case SQLITE_CANTOPEN:
      return ['store-unopened', `The store ${file} cannot be opened; check that the path is a file that may be read.`]
    case SQLITE_NOTADB:
      return ['not-a-store', `The file ${file} is not a store of Rakel; move it away or name another data folder.`]
    case SQLITE_CORRUPT:
      return ['store-damaged', `The store ${file} is damaged; restore a copy, or move it away and index again.`]
    case SQLITE_IOERR:
      return ['storage-failed', `The disk of the store ${file} failed to read or write.`]
    default:
      return undefined
  }
}

/**
 * What a failure of SQLite means to the caller, in one sentence; a bug comes back as it is.
 * SQLite's own message is the cause only: it can name columns, never values.
 */
export function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof Refused || error instanceof UnknownOutcome || !isSqliteError(error)) return error
  const known = sentence(error.errcode, file)
  return known ? new Refused(known[0], known[1], { cause: error }) : error
}
