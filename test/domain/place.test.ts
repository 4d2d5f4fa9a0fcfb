import { fileAt, holderOf, nameAt, placeInside } from '../../src/domain/place.ts'

describe('a place', () => {
  const inMail = placeInside('/d/mars/brev.eml', 'referat.pdf')
  const deeper = placeInside(placeInside('/d/brev.eml', 'inni.msg'), 'a.txt')

  it('is that of a file, or one in a file', () => {
    expect(['/d/a.pdf', inMail, deeper].map(holderOf)).toEqual([undefined, '/d/mars/brev.eml', '/d/brev.eml//inni.msg'])
    expect(['/d/a.pdf', inMail, deeper].map(fileAt)).toEqual(['/d/a.pdf', '/d/mars/brev.eml', '/d/brev.eml'])
  })

  it('is called by the file’s name and what it lies in', () => {
    expect(['/d/a.pdf', inMail, deeper].map(nameAt)).toEqual([
      'a.pdf',
      'brev.eml/referat.pdf',
      'brev.eml/inni.msg/a.txt',
    ])
  })

  it('on a network folder is on a disk', () => {
    expect([holderOf('//server/d/a.pdf'), nameAt('//server/d/a.pdf')]).toEqual([undefined, 'a.pdf'])
  })
})
