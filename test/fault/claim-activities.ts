/** Child of the ledger test: claims keys 1 to N and prints the ones it got. Arguments: file, N. */
import { systemClock } from '../../src/platform/clock.ts'
import { openStore } from '../../src/store/sqlite/open-store.ts'

const [file = '', count = '0'] = process.argv.slice(2)
const store = openStore({ file, clock: systemClock, analyse: () => [] })
const won: string[] = []
for (let number = 1; number <= Number(count); number += 1)
  if (store.activities.claim(`activity-${number}`, systemClock.nowMs())) won.push(`activity-${number}`)
store.close()
process.stdout.write(JSON.stringify(won))
