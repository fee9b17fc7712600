import { describe, expect, it } from 'vitest'
import { wordsOf } from './matching.js'

describe('the words of a text', () => {
  it('are the same whether or not the text stays within western characters', () => {
    const codes = [...Array.from({ length: 0x100 }, (_, index) => index), 0x2019, 0x2026, 0x2030, 0x2192, 0x21d2]
    for (const code of codes) {
      const text = `One${String.fromCharCode(code)}two`
      expect(wordsOf(`${text} ж`).slice(0, -1), `U+${code.toString(16)}`).toEqual(wordsOf(text))
    }
  })
})
