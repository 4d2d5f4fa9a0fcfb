import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Refused } from '../domain/errors.ts'
import { type ContentHash, contentHash, type TenantId } from '../domain/ids.ts'
import { fileAt, holderOf, placeInside } from '../domain/place.ts'
import { type AttachedFile, MAX_MAIL_DEPTH, type ParsedFile } from './attached-file.ts'
import { emptyRoom, hasTrouble, type Room, takeRoom } from './attachment-room.ts'
import { parseFile } from './parse-file.ts'
import { mayPass } from './passing-failure.ts'
import type { DocumentStore, FileFailure, FileStamp, KnownFile } from './ports.ts'
import { failure, MAX_FILE_BYTES } from './read-file.ts'
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
  /** New or changed and read. The attachments of an e-mail count as documents of their own here, and nowhere else. */
  readonly indexed: number
  readonly unchanged: number
  /** Renamed files and copies of content that is stored already. */
  readonly moved: number
  /** Files that are gone, but for those that moved. */
  readonly removed: number
  /** Attachments that could not be read are among them. */
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
export type ParseFile = (bytes: Uint8Array, name: string) => Promise<ParsedFile | FileFailure>

type Outcome = 'read' | 'placed' | 'failed' | 'stopped'

const hashOf = (bytes: Uint8Array): ContentHash => contentHash(createHash('sha256').update(bytes).digest('hex'))

const isSameStamp = (known: KnownFile | undefined, file: FileStamp): boolean =>
  known !== undefined && known.sizeBytes === file.sizeBytes && known.modifiedMs === file.modifiedMs

/**
 * Brings the store up to what the source holds. One file is one transaction, so a crash loses at most the file it was
 * at, and the next run goes on from there. An e-mail is put after its attachments: while it is missing they are read again.
 * Files that are gone are forgotten last, so that a renamed one is found first.
 */
export async function indexFiles(
  source: FileSource,
  store: DocumentStore,
  options: IndexOptions,
): Promise<IndexReport> {
  const { tenant, parse = parseFile } = options
  const known = new Map(store.knownFiles(tenant).map((file) => [file.path, file]))
  const { files, refused } = await source.list()
  /** Content that an older version of the reader read: its files count as changed. */
  const outdated = new Set(
    [...known.values()]
      .filter(({ readerVersion }) => readerVersion !== undefined && readerVersion < READER_VERSION)
      .map((file) => file.contentHash),
  )
  const inside = Map.groupBy(
    [...known.values()].filter(({ path }) => holderOf(path) !== undefined),
    ({ path }) => fileAt(path),
  )
  /** Content that holds other files: where those lie is known only by opening it. */
  const holding = new Set(
    [...known.keys()].map((path) => known.get(holderOf(path) ?? '')?.contentHash).filter((hash) => hash !== undefined),
  )
  const present = new Set<string>()
  const failed: { path: string; failure: FileFailure }[] = []
  let indexed = 0
  let unchanged = 0
  let moved = 0
  const movedContent = new Set<ContentHash | undefined>()

  const fail = (file: FileStamp, hash: ContentHash | undefined, why: FileFailure): Outcome => {
    present.add(file.path)
    store.putFailure(tenant, file, hash, why)
    failed.push({ path: file.path, failure: why })
    return 'failed'
  }

  async function take(file: FileStamp, bytes: Uint8Array, depth: number, room: Room): Promise<Outcome> {
    present.add(file.path)
    const hash = hashOf(bytes)
    const hashed = { ...file, contentHash: hash }
    const mayBeStored = !options.isForced && !outdated.has(hash)
    if (mayBeStored && !holding.has(hash) && store.putLocation(tenant, hashed)) return 'placed'
    const parsed = await parse(bytes, basename(file.path))
    if ('code' in parsed) {
      if (mayPass(parsed)) room.troubles++
      return fail(file, hash, parsed)
    }
    const attachments = parsed.attachments ?? []
    if (!takeRoom(room, attachments)) return fail(file, hash, failure('too-large-inside'))
    if (attachments.length > 0) holding.add(hash)
    for (const attached of attachments) if (!options.stop?.aborted) await takeAttached(file, attached, depth + 1, room)
    // Not put, so that it is begun again.
    if (attachments.length > 0 && options.stop?.aborted) return 'stopped'
    if (mayBeStored && store.putLocation(tenant, hashed)) return 'placed'
    store.putDocument(tenant, hashed, parsed)
    outdated.delete(hash)
    indexed++
    return 'read'
  }

  async function takeAttached(mail: FileStamp, attached: AttachedFile, depth: number, room: Room): Promise<void> {
    const place = {
      ...mail,
      path: placeInside(mail.path, attached.name),
      sizeBytes: 'bytes' in attached ? attached.bytes.length : 0,
    }
    if ('failure' in attached) fail(place, undefined, failure(attached.failure))
    else if (depth > MAX_MAIL_DEPTH) fail(place, undefined, failure('too-deep-inside'))
    else if (hasTrouble(room)) fail(place, undefined, failure('took-too-long'))
    else await take(place, attached.bytes, depth, room)
  }

  /** What is in a file that failed for a passing reason is tried again with it. */
  const isWhole = (path: string): boolean => !inside.get(path)?.some((file) => file.failure && mayPass(file.failure))

  async function indexFile(file: FileStamp): Promise<void> {
    const before = known.get(file.path)
    const isKept = before?.document && !outdated.has(before.contentHash) && isWhole(file.path)
    if (isKept && isSameStamp(before, file) && !options.isForced) {
      present.add(file.path)
      for (const { path } of inside.get(file.path) ?? []) present.add(path)
      unchanged++
      return
    }
    if (file.sizeBytes > MAX_FILE_BYTES) {
      fail(file, undefined, failure('too-large'))
      return
    }
    let bytes: Uint8Array
    try {
      bytes = await source.read(file.path)
    } catch (error) {
      const isRefused = error instanceof Refused && error.code === 'being-written'
      fail(file, undefined, failure(isRefused ? 'being-written' : 'unreadable'))
      return
    }
    if ((await take(file, bytes, 0, emptyRoom())) !== 'placed') return
    const hash = hashOf(bytes)
    if (before?.contentHash === hash) unchanged++
    else {
      moved++
      movedContent.add(hash)
    }
  }

  for (const [done, file] of files.entries()) {
    if (options.stop?.aborted) return { indexed, unchanged, moved, removed: 0, failed }
    options.onProgress?.({ done, total: files.length, path: file.path })
    await indexFile(file)
  }
  if (options.stop?.aborted) return { indexed, unchanged, moved, removed: 0, failed }
  for (const entry of refused) fail({ path: entry.path, sizeBytes: 0, modifiedMs: 0 }, undefined, entry.failure)

  const gone = [...known.keys()].filter((path) => !present.has(path) && source.covers(fileAt(path)))
  for (const path of gone) store.forgetFile(tenant, path)
  options.onProgress?.({ done: files.length, total: files.length, path: '' })
  const removed = gone.filter(
    (path) => holderOf(path) === undefined && !movedContent.has(known.get(path)?.contentHash),
  ).length
  return { indexed, unchanged, moved, removed, failed }
}
