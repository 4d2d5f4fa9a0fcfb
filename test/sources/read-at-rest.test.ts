import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refused } from '../../src/domain/errors.ts'
import { readAtRest } from '../../src/sources/read-at-rest.ts'

const BYTES = 2_000_000

describe('a file that is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rakel-rest-'))
  const path = join(folder, 'fil')
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is what stands on the disk', async () => {
    writeFileSync(path, 'Vedtak: saken utsettes.')
    expect(Buffer.from(await readAtRest(path)).toString()).toBe('Vedtak: saken utsettes.')
  })

  it('is never half old and half new while a thread overwrites it', async () => {
    writeFileSync(path, Buffer.alloc(BYTES, 'a'))
    const writer = new Worker(
      `const { openSync, writeSync } = require('node:fs')
       const file = openSync(${JSON.stringify(path)}, 'r+')
       const contents = ['b', 'a'].map((letter) => Buffer.alloc(${BYTES / 50}, letter))
       for (let round = 0; ; round++) for (let part = 0; part < 50; part++)
         writeSync(file, contents[round % 2], 0, ${BYTES / 50}, part * ${BYTES / 50})`,
      { eval: true },
    )
    await new Promise((resolve) => writer.once('online', resolve))
    let mixed = 0
    let refused = 0
    for (let attempt = 0; attempt < 5; attempt++) {
      const bytes = await readAtRest(path).catch((error: unknown) => {
        if (error instanceof Refused && error.code === 'being-written') refused++
        else throw error
      })
      if (bytes && new Set(bytes).size > 1) mixed++
    }
    await writer.terminate()
    expect(mixed).toBe(0)
    expect(refused).toBeGreaterThan(0)
  })

  it('throws what the system says when it is gone', async () => {
    const file = openSync(path, 'w')
    writeSync(file, 'x')
    closeSync(file)
    rmSync(path)
    await expect(readAtRest(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
