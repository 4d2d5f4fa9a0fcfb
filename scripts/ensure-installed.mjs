// Runs before `npm start` and `npm test`, on whatever Node the machine has: installs the packages when node_modules is
// missing or older than the lockfile, and makes `npx rakel` find this checkout.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const installed = join(root, 'node_modules', '.package-lock.json')
const isCurrent = () =>
  existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs

if (!isCurrent()) {
  console.log('Installing packages (npm ci) …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    console.error('npm ci failed; nothing was started.')
    process.exit(npm.status ?? 1)
  }
}

const link = join(root, 'node_modules', '.bin', 'rakel')
if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../../bin/rakel.mjs', link)
