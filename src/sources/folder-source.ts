import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { Refused } from '../domain/errors.ts'
import type { FileSource } from '../ingest/index-files.ts'
import type { FileFailure, FileStamp } from '../ingest/ports.ts'
import { readAtRest } from './read-at-rest.ts'

/** Files that are never documents: editors' and systems' leavings. A README beside the documents explains them. */
const PASSED_OVER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|README(?:\.md|\.txt)?$)/i
const MAX_DEPTH = 20

const OUTSIDE: FileFailure = { code: 'outside-folder', message: 'The file is a link that leads out of the folder.' }
const UNREADABLE: FileFailure = {
  code: 'unreadable',
  message: 'The folder could not be opened; check who may read it.',
}

interface Found {
  readonly files: FileStamp[]
  /** The name as the disk spells it, by its NFC form: macOS writes "å" as two characters. */
  readonly onDisk: Map<string, string>
  readonly refused: { path: string; failure: FileFailure }[]
}

/** @returns whether a path is the root or stands below it */
const isWithin = (path: string, root: string): boolean => path === root || path.startsWith(root + sep)

async function walk(folder: string, root: string, found: Found, depth: number): Promise<void> {
  if (depth > MAX_DEPTH) return
  let names: string[]
  try {
    names = await readdir(folder)
  } catch {
    found.refused.push({ path: folder.normalize('NFC'), failure: UNREADABLE })
    return
  }
  for (const name of names.sort()) {
    if (PASSED_OVER.test(name)) continue
    const path = join(folder, name)
    const entry = await lstat(path).catch(() => undefined)
    if (!entry) continue
    if (entry.isDirectory()) await walk(path, root, found, depth + 1)
    else if (entry.isSymbolicLink()) {
      const target = await realpath(path).catch(() => undefined)
      if (target === undefined || !isWithin(target, root))
        found.refused.push({ path: path.normalize('NFC'), failure: OUTSIDE })
      // A link that stays inside leads to a file that is listed at its own place.
    } else if (entry.isFile()) {
      found.onDisk.set(path.normalize('NFC'), path)
      found.files.push({ path: path.normalize('NFC'), sizeBytes: entry.size, modifiedMs: Math.trunc(entry.mtimeMs) })
    }
  }
}

/**
 * Documents of a folder and the folders in it, or one single file. Links that lead out, devices and sockets are not followed.
 * @throws Refused `no-such-folder` when the path is not there or may not be opened
 */
export async function openFolder(path: string): Promise<FileSource> {
  const given = resolve(path)
  const entry = await stat(given).catch(() => undefined)
  if (!entry) throw new Refused('no-such-folder', `${given} does not exist or may not be opened.`)
  const isFolder = entry.isDirectory()
  if (!isFolder && !entry.isFile()) throw new Refused('no-such-folder', `${given} is neither a folder nor a file.`)
  const root = await realpath(isFolder ? given : dirname(given))
  const only = isFolder ? undefined : join(root, basename(given)).normalize('NFC')
  const onDisk = new Map<string, string>()
  return {
    async list() {
      if (only !== undefined) {
        const now = await stat(only).catch(() => undefined)
        const files = now ? [{ path: only, sizeBytes: now.size, modifiedMs: Math.trunc(now.mtimeMs) }] : []
        return { files, refused: [] }
      }
      const found: Found = { files: [], onDisk, refused: [] }
      await walk(root, root, found, 0)
      return found
    },
    read: (file) => readAtRest(onDisk.get(file) ?? file),
    covers: (file) => (only === undefined ? isWithin(file, root.normalize('NFC')) : file === only),
  }
}
