import fc from 'fast-check'
import { fromJson, toJson } from '../../../src/store/sqlite/stored-json.ts'

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), { noNullPrototype: true }),
  ),
}))

describe('a domain object as JSON', () => {
  it('comes back exactly: undefined stays undefined, an empty list stays empty', () => {
    fc.assert(
      fc.property(value, (inner) => {
        expect(fromJson(toJson({ inner }))).toStrictEqual({ inner })
      }),
    )
  })
})
