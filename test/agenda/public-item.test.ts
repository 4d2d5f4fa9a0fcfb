import { closedMatters, isRestrictedText, publicItem } from '../../src/agenda/public-item.ts'
import { itemOf } from './meeting-source.ts'

const none = { keys: new Set<string>(), isWhole: false }
const shown = (title: string): string => publicItem(itemOf('5/27', title), none, 'nb').title

// FAULTS F46
describe('a restricted item', () => {
  it.each([
    ['Personalsak. Unntatt offentlighet, offl. § 13', 'Personalsak – unntatt offentlighet (offl. § 13)'],
    ['Oppsigelse av Kari Vang – unntatt offentlighet', 'Unntatt offentlighet'],
    ['Kari Vang, varslingssak. Unntatt fra offentlighet jf. offl. § 23', 'Unntatt offentlighet (offl. § 23)'],
    [
      'Unntatt offentlighet offl. § 13, jf. fvl. § 13 første ledd nr. 1: Klage fra Kari Vang',
      'Unntatt offentlighet (offl. § 13, jf. fvl. § 13 første ledd nr. 1)',
    ],
    ['Kjøp av Storgata 4 (lukket)', 'Unntatt offentlighet'],
    ['Lukket: Forhandlinger med Firma AS', 'Unntatt offentlighet'],
    ['Lukket sak. Forhandlinger med Firma AS', 'Unntatt offentlighet'],
    ['Tilsetting av rektor, Offl § 25', 'Unntatt offentlighet (Offl § 25)'],
    ['Forlik i sak mot Firma AS, offentleglova § 18', 'Unntatt offentlighet (offentleglova § 18)'],
    ['Klagesak – unnateke offentlegheit', 'Klagesak – unntatt offentlighet'],
    ['Handsaming for lukka dører: Kari Vang', 'Unntatt offentlighet'],
    ['Kari Vang. Koml. § 11-5 andre ledd', 'Unntatt offentlighet (Koml. § 11-5 andre ledd)'],
    ['U.off. Kari Vang', 'Unntatt offentlighet'],
    ['UNNTATT OFFENTLIGHET Kari Vang', 'Unntatt offentlighet'],
    ['Barnevernssak Kari Vang – taushetsbelagt', 'Unntatt offentlighet'],
    ['Ikke offentlig: Kari Vang', 'Unntatt offentlighet'],
  ])('"%s" shows "%s"', (title, expected) => {
    const item = publicItem(itemOf('5/27', title, { link: 'https://example.invalid/5' }), none, 'nb')
    expect(item.title).toBe(expected)
    expect(item).toMatchObject({ isRestricted: true, link: undefined, caseNumber: '5/27' })
    expect(item.title).not.toMatch(/Vang|Firma|Storgata|rektor/)
  })

  it.each([
    'Budsjett 2027',
    'Vedlikehold av lukkede avløpsanlegg',
    'Offentlig høring av planprogram',
    'Nytt offentlig toalett',
    'Innsyn i skolenes arbeid',
    'Retningslinjer for åpne møter',
    'Lov om offentlige anskaffelser',
    'Uttalelse om kommuneloven',
  ])('"%s" is none', (title) => {
    expect(shown(title)).toBe(title)
  })

  it('is marked in nynorsk where the notice is', () => {
    expect(publicItem(itemOf('5/27', 'Personalsak, unnateke offentlegheit'), none, 'nn').title).toBe(
      'Personalsak – unnateke offentlegheit',
    )
  })
})

describe('what a notice says beside its titles', () => {
  const closed = (text: string, caseNumber?: string) => closedMatters([{ text, caseNumber }])

  it.each([
    'Møtet er åpent for publikum, bortsett fra behandlingen av sak 5/27.',
    'Sak 5/27 behandles for lukkede dører.',
    'Sak 5/27 er unntatt offentlighet.',
    'Møtet er ope, utanom sak 5/27.',
  ])('"%s" closes the matter', (text) => {
    const found = closed(text)
    expect(publicItem(itemOf('5/27', 'Kari Vang'), found, 'nb').title).toBe('Unntatt offentlighet')
    expect(publicItem(itemOf('4/27', 'Budsjett'), found, 'nb').title).toBe('Budsjett')
  })

  it('closes a matter by a label of its own, not by a report that speaks of the law', () => {
    expect(closed('Unntatt offentlighet, offl. § 25', '5/27').keys.size).toBe(1)
    expect(closed(`Saken gjelder rutiner. ${'Mye tekst om arkiv. '.repeat(20)}`, '5/27').keys.size).toBe(0)
  })

  it('closes them all where the meeting is closed', () => {
    expect(closed('Møtet holdes for lukkede dører.').isWhole).toBe(true)
    expect(closed('Møtet er lukket.').isWhole).toBe(true)
    expect(closed('Møtet er åpent.').isWhole).toBe(false)
  })
})

it('finds markers whatever their spaces and letters', () => {
  for (const text of ['unntatt  offentlighet', 'Unntatt\u00a0offentlighet', 'offl.§13', 'OFFL § 13', 'Off. l. § 23'])
    expect([text, isRestrictedText(text)]).toEqual([text, true])
})
