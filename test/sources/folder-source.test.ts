import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolder } from '../../src/sources/folder-source.ts'

let root: string
let folder: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rakel-folder-'))
  folder = join(root, 'documents')
  mkdirSync(folder)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const put = (...path: string[]): void => {
  mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true })
  writeFileSync(join(folder, ...path), 'Møte')
}
const listed = async (path = folder): Promise<string[]> =>
  (await (await openFolder(path)).list()).files.map((file) => file.path.slice(folder.length + 1))

describe('a folder', () => {
  it('lists files of folders in it, in the same order every time', async () => {
    put('b.txt')
    put('2024', 'a.txt')
    put('2024', 'mars', 'c.txt')
    expect(await listed()).toEqual(['2024/a.txt', '2024/mars/c.txt', 'b.txt'])
  })

  it('passes over READMEs, hidden files, and what editors and systems leave', async () => {
    const leavings = ['README.md', 'readme.txt', 'README', '.hidden.pdf', '~$brev.docx', 'Thumbs.db', 'desktop.ini']
    for (const name of leavings) put(name)
    put('.git', 'a.txt')
    put('referat.md')
    put('readme-om-budsjett.md')
    expect(await listed()).toEqual(['readme-om-budsjett.md', 'referat.md'])
  })

  it('names files in NFC and reads them by the name on the disk', async () => {
    const decomposed = 'møte-på-Å.txt'.normalize('NFD')
    put(decomposed)
    const source = await openFolder(folder)
    const { files } = await source.list()
    expect(files.map((file) => file.path)).toEqual([join(folder, decomposed.normalize('NFC'))])
    expect(new TextDecoder().decode(await source.read(files[0]?.path ?? ''))).toBe('Møte')
  })

  it('refuses links that lead out or nowhere, and lists a file once that a link inside leads to', async () => {
    writeFileSync(join(root, 'outside.txt'), 'hemmelig')
    put('inside.txt')
    symlinkSync(join(root, 'outside.txt'), join(folder, 'out.txt'))
    symlinkSync(root, join(folder, 'up'))
    symlinkSync(join(folder, 'gone.txt'), join(folder, 'broken.txt'))
    symlinkSync(join(folder, 'inside.txt'), join(folder, 'again.txt'))
    const { files, refused } = await (await openFolder(folder)).list()
    expect(files.map((file) => file.path)).toEqual([join(folder, 'inside.txt')])
    expect(refused.map(({ path, failure }) => [path.slice(folder.length + 1), failure.code])).toEqual([
      ['broken.txt', 'outside-folder'],
      ['out.txt', 'outside-folder'],
      ['up', 'outside-folder'],
    ])
  })

  it('that is itself a link is its target', async () => {
    put('a.txt')
    symlinkSync(folder, join(root, 'link'))
    expect(await listed(join(root, 'link'))).toEqual(['a.txt'])
  })

  it('covers what lies below it, whether it exists or not, and nothing beside it', async () => {
    const source = await openFolder(folder)
    expect(source.covers(join(folder, 'gone', 'a.txt'))).toBe(true)
    expect(source.covers(`${folder}-other/a.txt`)).toBe(false)
    expect(source.covers(join(root, 'a.txt'))).toBe(false)
  })

  it('of one file lists and covers that file alone', async () => {
    put('a.txt')
    put('b.txt')
    const source = await openFolder(join(folder, 'a.txt'))
    expect((await source.list()).files.map((file) => file.path)).toEqual([join(folder, 'a.txt')])
    expect(source.covers(join(folder, 'a.txt'))).toBe(true)
    expect(source.covers(join(folder, 'b.txt'))).toBe(false)
    rmSync(join(folder, 'a.txt'))
    expect((await source.list()).files).toEqual([])
  })

  it('that is not there is refused', async () => {
    await expect(openFolder(join(root, 'none'))).rejects.toMatchObject({ name: 'Refused', code: 'no-such-folder' })
  })
})
