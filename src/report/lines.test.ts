import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lines } from './lines.js'

test('A position counts the line ends in front of it, whichever signs end a line', () => {
  const part = fc.constantFrom('a', 'ä', '\n', '\r\n', '\r', '\n\r')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const lines = new Lines(text)
      for (let offset = 0; offset <= text.length; offset++) {
        if (text.slice(offset - 1, offset + 1) === '\r\n') continue // nothing begins between the two
        const before = text.slice(0, offset).split(/\r\n|\r|\n/)
        expect(lines.at(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 })
      }
      expect(text.split(/\r\n|\r|\n/).map((_, index) => lines.line(index + 1))).toEqual(text.split(/\r\n|\r|\n/))
    }),
  )
})
