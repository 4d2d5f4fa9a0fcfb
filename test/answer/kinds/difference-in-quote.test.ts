import { differenceInQuote } from '../../../src/answer/kinds/difference-in-quote.ts'

it('takes the second of two numbers from the first, the smaller from the larger', () => {
  expect(differenceInQuote('I 2024 ble det registrert 31 lekkasjer, mot 19 i 2023.', 'nb')).toEqual({
    text: '31 − 19 = 12',
    derived: { value: '12', operation: 'difference', from: ['31', '19'] },
  })
  expect(differenceInQuote('Ventetiden var 39,5 sekunder, mot 48,0 året før.', 'nb')?.text).toBe('48,0 − 39,5 = 8,5')
})

it('leaves alone what is no single pair of one kind', () => {
  expect(differenceInQuote('Det var 31 lekkasjer i 2024.', 'nb')).toBeUndefined()
  expect(differenceInQuote('Det ble 5 mot 4 i den ene og 7 mot 2 i den andre saken.', 'nb')).toBeUndefined()
  expect(differenceInQuote('Kostnaden er 3 mill. kr, mot 12 % av budsjettet.', 'nb')).toBeUndefined()
})
