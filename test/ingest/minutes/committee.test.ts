import { findCommittee, withoutKindAndDate } from '../../../src/ingest/minutes/committee.ts'
import { blocksOf } from '../blocks.ts'

const titled = (value: string) => ({ value, quote: value, page: 1 })
const found = (title: string | undefined, fileName: string, ...lines: string[]): string | undefined =>
  findCommittee(undefined, title === undefined ? undefined : titled(title), fileName, blocksOf(...lines))?.value

describe('the body that met', () => {
  it('is what its field says', () => {
    expect(findCommittee(titled('formannskapet'), titled('Møteprotokoll'), 'a.pdf', [])?.value).toBe('Formannskapet')
  })

  it('is told by the line of the treatment', () => {
    expect(found(undefined, 'a.txt', 'Plan- og miljøutvalgets behandling av sak 24/2026 i møte den 02.09.2026:')).toBe(
      'Plan- og miljøutvalget',
    )
  })

  it('is spelled out when the text does so', () => {
    expect(
      found('Møtereferat fellesrådet Nordvik 14.11.2024', 'a.pdf', 'Sak om Fellesrådet for Nordvik IKT og andre.'),
    ).toBe('Fellesrådet for Nordvik IKT')
  })

  it('is found by the word that file name and text share', () => {
    expect(found(undefined, 'samarbeidsradet-2024-11-14.txt', 'Møtene i samarbeidsrådet avlyses.')).toBe(
      'Samarbeidsrådet',
    )
  })

  it.each([
    ['Regionrådet for Indre Fjord', 'Regionrådet for Indre Fjord'],
    ['Møteprotokoll for Formannskapet', 'Formannskapet'],
    ['KONTROLLUTVALGET I NORDVIK KOMMUNE', 'Kontrollutvalget i Nordvik kommune'],
    ['Utvalg for helse og velferd', 'Utvalg for helse og velferd'],
    ['Utvalg         Formannskapet', 'Formannskapet'],
    ['Nordvik formannskap', 'Nordvik formannskap'],
    ['Styret behandlet saken og vedtok budsjettet', undefined],
    ['Vi møttes med formannskapet for å drøfte budsjettet', undefined],
  ])('stands on a line of its own near the top: %s', (line, committee) => {
    expect(found('Nordvik kommune', 'dok.pdf', 'Nordvik kommune', line, 'Møtedato: 15.05.2024')).toBe(committee)
  })

  it('is the body whose meeting the title names', () => {
    expect(found('Protokoll fra representantskapsmøte i Nordvik IKS', 'a.docx')).toBe(
      'Representantskapet i Nordvik IKS',
    )
    expect(found('Referat fra styremøte i Nordvik IKS', 'a.docx')).toBe('Styret i Nordvik IKS')
  })

  it.each(['Oppsummering fra dialogmøtet', 'Sammendrag fra workshop 16.01.2025', undefined])(
    'is unknown: %s',
    (title) => {
      expect(found(title, 'notat.pdf', 'Vi gikk gjennom saken.')).toBeUndefined()
    },
  )
})

describe('a title', () => {
  it.each([
    ['Møtereferat samarbeidsrådet Nordvik 14.11.2024', 'samarbeidsrådet Nordvik'],
    ['Referat fra møte i Fagutvalget for sikkerhet', 'Fagutvalget for sikkerhet'],
    ['Nytt arkiv – møte nr. 7 i prosjektgruppen', 'prosjektgruppen for Nytt arkiv'],
    ['Nytt arkiv – referat fra styringsgruppen, møte 4', 'styringsgruppen for Nytt arkiv'],
    ['Nordvik kommune – Arbeidsmiljøutvalget (AMU)', 'Arbeidsmiljøutvalget (AMU)'],
    ['Møteprotokoll Nordvik formannskap 23.05.2024', 'Nordvik formannskap'],
    ['Innkalling til møte i styret 1. mars 2024', 'styret'],
    ['Styremøte 1. mars 2024', 'Styre'],
    ['Nordvik IKT – referat fra styremøte 12.03.2024', 'styret for Nordvik IKT'],
    ['Nordvik IKS – Protokoll fra representantskapsmøte', 'representantskapet for Nordvik IKS'],
    ['Nordvik helsetun – møte nr. 7 i prosjektgruppen', 'prosjektgruppen for Nordvik helsetun'],
    ['Nytt arkivsystem – referat fra styringsgruppen, møte 4', 'styringsgruppen for Nytt arkivsystem'],
    ['Nordvikrådet – møtereferat', 'Nordvikrådet'],
    ['IKT-møte 8. april 2013', 'IKT'],
  ])('without kind and date: %s', (title, rest) => {
    expect(withoutKindAndDate(title)).toBe(rest)
  })
})
