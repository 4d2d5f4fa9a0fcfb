import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ParsedDocument } from '../domain/document.ts'
import { Refused } from '../domain/errors.ts'
import { type ContentHash, contentHash, type TenantId } from '../domain/ids.ts'
import { parseDocument } from './parse-document.ts'
import type { DocumentStore, FileFailure, FileStamp, KnownFile } from './ports.ts'
import { failure, MAX_FILE_BYTES, readFileBytes } from './read-file.ts'
import { READER_VERSION } from './reader-version.ts'

/** Where files come from. */
export interface FileSource {
  /** The files there are now, and entries that may not be followed. */
  list(): Promise<{
    readonly files: readonly FileStamp[]
    readonly refused: readonly { path: string; failure: FileFailure }[]
  }>
  /** @throws when the file cannot be opened or has gone; Refused `being-written` when it does not rest */
  read(path: string): Promise<Uint8Array>
  /** Whether a stored path is one that `list` would name if it still existed. */
  covers(path: string): boolean
}

export interface IndexProgress {
  readonly done: number
  readonly total: number
  readonly path: string
}

export interface IndexReport {
  /** New or changed and read. */
  readonly indexed: number
  readonly unchanged: number
  /** Renamed files and copies of content that is stored already. */
  readonly moved: number
  /** Files that are gone, but for those that moved. */
  readonly removed: number
  readonly failed: readonly { readonly path: string; readonly failure: FileFailure }[]
}

export interface IndexOptions {
  readonly tenant: TenantId
  readonly onProgress?: (progress: IndexProgress) => void
  /** Reads files again although they are unchanged: after a new version that reads better. */
  readonly isForced?: boolean
  /** Stops before the next file. What was read is kept, and nothing is forgotten; the next run goes on from there. */
  readonly stop?: AbortSignal
  /** Reads a file's bytes; by default in this process. The service reads in others, which a hostile file may end. */
  readonly parse?: ParseFile
}

/** @returns the document, or the one reason why there is none; throws when it was told to stop */
export type ParseFile = (bytes: Uint8Array, name: string) => Promise<ParsedDocument | FileFailure>

const parseHere: ParseFile = async (bytes, name) => {
  const read = await readFileBytes(bytes, name)
  return 'code' in read ? read : parseDocument(read, name)
}

const hashOf = (bytes: Uint8Array): ContentHash => contentHash(createHash('sha256').update(bytes).digest('hex'))

const isSameStamp = (known: KnownFile | undefined, file: FileStamp): boolean =>
  known !== undefined && known.sizeBytes === file.sizeBytes && known.modifiedMs === file.modifiedMs

/**
 * Brings the store up to what the source holds. One file is one transaction, so a crash loses at most the file it was
 * at, and the next run goes on from there. Files that are gone are forgotten last, so that a renamed file is found first.
 */
export async function indexFiles(
  source: FileSource,
  store: DocumentStore,
  options: IndexOptions,
): Promise<IndexReport> {
  const { tenant, parse = parseHere } = options
  const known = new Map(store.knownFiles(tenant).map((file) => [file.path, file]))
  const { files, refused } = await source.list()
  /** Content that an older version of the reader read: its files count as changed. */
  const outdated = new Set(
    [...known.values()]
      .filter(({ readerVersion }) => readerVersion !== undefined && readerVersion < READER_VERSION)
      .map((file) => file.contentHash),
  )
  const failed: { path: string; failure: FileFailure }[] = []
  let indexed = 0
  let unchanged = 0
  let moved = 0
  const movedContent = new Set<ContentHash | undefined>()

  const fail = (file: FileStamp, hash: ContentHash | undefined, why: FileFailure): void => {
    store.putFailure(tenant, file, hash, why)
    failed.push({ path: file.path, failure: why })
  }

  async function indexFile(file: FileStamp): Promise<void> {
    const before = known.get(file.path)
    const isKept = before?.document && !outdated.has(before.contentHash)
    if (isKept && isSameStamp(before, file) && !options.isForced) {
      unchanged++
      return
    }
    if (file.sizeBytes > MAX_FILE_BYTES) return fail(file, undefined, failure('too-large'))
    let bytes: Uint8Array
    try {
      bytes = await source.read(file.path)
    } catch (error) {
      const isRefused = error instanceof Refused && error.code === 'being-written'
      return fail(file, undefined, failure(isRefused ? 'being-written' : 'unreadable'))
    }
    const hash = hashOf(bytes)
    const hashed = { ...file, contentHash: hash }
    if (!options.isForced && !outdated.has(hash) && store.putLocation(tenant, hashed)) {
      if (before?.contentHash === hash) unchanged++
      else {
        moved++
        movedContent.add(hash)
      }
      return
    }
    const parsed = await parse(bytes, basename(file.path))
    if ('code' in parsed) return fail(file, hash, parsed)
    store.putDocument(tenant, hashed, parsed)
    outdated.delete(hash)
    indexed++
  }

  for (const [done, file] of files.entries()) {
    if (options.stop?.aborted) return { indexed, unchanged, moved, removed: 0, failed }
    options.onProgress?.({ done, total: files.length, path: file.path })
    await indexFile(file)
  }
  for (const entry of refused) fail({ path: entry.path, sizeBytes: 0, modifiedMs: 0 }, undefined, entry.failure)

  const present = new Set([...files.map((file) => file.path), ...refused.map((entry) => entry.path)])
  const gone = [...known.keys()].filter((path) => !present.has(path) && source.covers(path))
  for (const path of gone) store.forgetFile(tenant, path)
  options.onProgress?.({ done: files.length, total: files.length, path: '' })
  const removed = gone.filter((path) => !movedContent.has(known.get(path)?.contentHash)).length
  return { indexed, unchanged, moved, removed, failed }
}
