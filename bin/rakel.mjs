#!/usr/bin/env node
// Starts src/cli.ts on Node 24, which runs TypeScript as it is. An older Node hands over to the one in node_modules.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning' && warning.name !== 'DeprecationWarning') console.error(warning.message)
  })
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(join(root, 'node_modules', '.cache', 'compile'))
  await import('../src/cli.ts')
} else {
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (!existsSync(node)) {
    console.error('rakel needs Node 24. Run `npm ci` in the checkout first; it brings its own.')
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
