// A thread of the reader's process. A reader in an endless loop does not notice that the process which started it was
// killed; this thread does, and ends the process.
import { workerData } from 'node:worker_threads'

const CHECK_MS = 500
const parent = Number(workerData)

function isGone(): boolean {
  if (process.ppid !== parent) return true
  try {
    process.kill(parent, 0)
    return false
  } catch {
    return true
  }
}

setInterval(() => {
  if (isGone()) process.kill(process.pid, 'SIGKILL')
}, CHECK_MS)
