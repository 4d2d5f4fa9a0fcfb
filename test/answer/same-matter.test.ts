import { isSameMatter, matterOf } from '../../src/answer/same-matter.ts'

const isSame = (left: string, right: string, isOneBody = true): boolean =>
  isSameMatter(matterOf(left), matterOf(right), isOneBody)

describe('one matter under two titles', () => {
  it.each([
    ['Felles sentralbord', 'Felles sentralbord, endret oppstart'],
    ['Felles sentralbord, åpningstid', 'Felles sentralbord, endret oppstart'],
    ['Sikkerhetskopiering', 'Framtidig løsning for sikkerhetskopiering'],
    ['Innbyggerportal, tilknytning for Nordvik', 'Deltakelse i felles innbyggerportal'],
    ['Felles innbyggjarportal', 'Felles innbyggerportal, status'],
    ['Nytt sak- og arkivsystem', 'Nytt sak- og arkivsystem'],
    ['Budsjett 2024', 'Rammer for budsjett 2024'],
  ])('%s / %s', (left, right) => {
    expect([isSame(left, right), isSame(right, left)]).toEqual([true, true])
  })

  it.each([
    ['Felles sentralbord', 'Felles innbyggerportal'],
    ['Budsjett 2024', 'Budsjett 2025'],
    ['Orienteringssaker', 'Orienteringssaker'],
    ['Godkjenning av møtereferat', 'Godkjenning av møtereferat'],
    ['Regnskap 2022', 'Foreløpig regnskap 2026'],
    ['Nytt sak- og arkivsystem', 'Ny skole'],
    ['Gjennomgang av PR', 'Gjennomgang av issues'],
    ['Arbeid framover', 'Arbeid framover'],
    ['', ''],
  ])('is not: %s / %s', (left, right) => {
    expect([isSame(left, right), isSame(right, left)]).toEqual([false, false])
  })

  it('is not the budget of another body', () => {
    expect(isSame('Budsjett 2024', 'Budsjett 2024', false)).toBe(false)
    expect(isSame('Felles sentralbord', 'Sentralbord', false)).toBe(true)
  })
})
