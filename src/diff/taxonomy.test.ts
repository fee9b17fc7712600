import { describe, expect, it } from 'vitest'
import { aspects } from './facts-of.js'
import { type ChangeClass, changeTypes } from './taxonomy.js'

const types = changeTypes(aspects)
const byCode = new Map(types.map((type) => [type.code, type]))

describe('the taxonomy of changes', () => {
  it('names each change once', () => {
    expect(types.map(({ code }) => code)).toEqual([...byCode.keys()])
  })

  it('has the mirror of each change, and the mirror of the mirror is the change', () => {
    for (const { code, mirror } of types) expect(byCode.get(mirror)?.mirror, code).toBe(code)
  })

  it('never calls a change and its mirror both weakened, nor both strengthened, but for one in place of another, which is a loss both ways', () => {
    const oneWay: readonly ChangeClass[] = ['weakened', 'strengthened']
    for (const { code, mirror, class: own } of types)
      if (mirror !== code && oneWay.includes(own)) expect(byCode.get(mirror)?.class, code).not.toBe(own)
  })
})
