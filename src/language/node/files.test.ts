import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeText } from '../workspace/decode-text.js'
import { readHeadWithin, readText, readWithin } from './files.js'

const most = 10_000_000
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mops-files-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a text', () => {
  test.each([
    ['plain letters', 'a', 1],
    ['umlauts, which take two bytes', '\u00e4', 1],
    ['signs that take three bytes', '\u20ac', 1],
    ['pictures, which are two characters', '\u{1f600}', 2],
  ])('of %s is counted in characters, as an editor has it', (_, character, units) => {
    const bytes = Buffer.from(character.repeat(most / units))
    expect(decodeText(bytes)).not.toBe('too-large')
    expect(decodeText(Buffer.concat([Buffer.from('\ufeff'), bytes]))).toMatchObject({ hasByteOrderMark: true })
    expect(decodeText(Buffer.concat([bytes, Buffer.from(' ')]))).toBe('too-large')
  })
})

describe('a file of 130 MB', () => {
  test('is not read, only its beginning where that is all that is wanted', () => {
    const file = path.join(folder, 'large.mops')
    writeFileSync(file, 'a,b')
    truncateSync(file, 2 ** 27)
    expect(readText(file)).toBe('too-large')
    expect(readWithin(folder, file)).toBe('too-large')
    expect(readHeadWithin(folder, file, 3)).toEqual({ text: 'a,b' })
  })
})
