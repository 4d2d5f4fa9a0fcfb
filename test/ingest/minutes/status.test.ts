import { itemTypeOf, meetingNumberOf, statusOf } from '../../../src/ingest/minutes/status.ts'

describe('what a decision makes of its matter', () => {
  it.each([
    ['Saken utsettes til møtet 12.03.2025. Daglig leder legger da fram en oversikt.', 'postponed'],
    ['Saken utsettes.', 'postponed'],
    ['Saka blir utsett til rådet har avklara fordelinga.', 'postponed'],
    ['Saka vert utsett.', 'postponed'],
    ['Behandlingen av saken utsettes.', 'postponed'],
    ['Sak 12/24 utsettes til neste møte.', 'postponed'],
    ['PS 12/24 ble enstemmig vedtatt utsatt.', 'decided'],
    ['Avventer svar fra Nordby før beslutning om oppstart.', 'postponed'],
    ['Rådet avventer svar fra Nordby.', 'postponed'],
    ['Utsettes.', 'postponed'],
    ['Kommunestyret vedtok å utsette saken.', 'postponed'],
    ['Saken sendes tilbake til administrasjonen for nye opplysninger.', 'sent-back'],
    ['Saka blir sendt attende til kommunedirektøren.', 'sent-back'],
    ['Saken tas til orientering', 'for-information'],
    ['Sakene tas til etterretning.', 'for-information'],
    ['Meldingane vart tekne til vitande.', 'for-information'],
    ['Referatsakene ble tatt til orientering.', 'for-information'],
    ['Saka vert teken til orientering.', 'for-information'],
    ['Rapporten tas til etterretning. Daglig leder bes om å holde igjen på innkjøp.', 'decided'],
    ['Fristen for å søke utsettes til 1. mai.', 'decided'],
    ['Øvelsen flyttes til uke 5.', 'decided'],
    ['1. Planen vedtas.\n2. Arbeidet starter i mars.', 'decided'],
    ['Det ble ikke gjort noe vedtak.', 'none-recorded'],
    ['Ingen vedtak.', 'none-recorded'],
    ['', 'none-recorded'],
    [undefined, 'none-recorded'],
  ] as const)('%s', (text, status) => {
    expect(statusOf(text)).toBe(status)
  })
})

describe('the kind of an item', () => {
  it.each([
    ['PS 12/24', 'Skole', 'PS'],
    ['RS 4/2026', 'Brev', 'RS'],
    ['DS 1/24', 'Dispensasjon', 'DS'],
    ['PS 14/24', 'Referatsaker', 'PS'],
    ['2024/M7-007', 'Orienteringssaker', 'OS'],
    [undefined, 'Meldingar', 'MS'],
    ['12/24', 'Skole', undefined],
    ['Styresak 1/24', 'Skole', undefined],
    [undefined, 'Orienteringssaker om skole', undefined],
  ] as const)('%s %s', (number, title, type) => {
    expect(itemTypeOf(number, title)).toBe(type)
  })
})

describe('the number of a meeting', () => {
  it('is what all items of Decisions share', () => {
    expect(meetingNumberOf(['2024/M3-001', '2024/M3-012'])).toBe('M3')
  })
  it.each([[[]], [['PS 1/24']], [['2024/M3-001', '2024/M4-001']], [['2024/M3-001', 'PS 1/24']]])(
    'is not told by %j',
    (numbers) => {
      expect(meetingNumberOf(numbers)).toBeUndefined()
    },
  )
})
