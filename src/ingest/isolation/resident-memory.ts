import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** Linux counts in pages of 4 kB on the machines Node is built for. */
const PAGE_BYTES = 4096

/**
 * How much memory a process holds, seen from outside: a process in an endless loop cannot tell it.
 * @returns undefined when it has ended, or on Windows, where only the limits inside the process hold
 */
export async function residentBytes(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') {
    const pages = (await readFile(`/proc/${pid}/statm`, 'latin1').catch(() => undefined))?.split(' ')[1]
    return pages === undefined ? undefined : Number(pages) * PAGE_BYTES
  }
  if (process.platform === 'win32') return undefined
  const kilobytes = await new Promise<string>((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (_, stdout) => resolve(stdout.trim()))
  })
  return kilobytes === '' ? undefined : Number(kilobytes) * 1024
}
