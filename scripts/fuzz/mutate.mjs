/** Random numbers from a seed (mulberry32), so that a run can be repeated. */
export function randomFrom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit) => Math.floor(next() * limit)
  return { below, pick: (list) => list[below(list.length)] }
}

const strange = [
  '\0',
  '\ufeff',
  '\ud800',
  '\u2028',
  '\u202e',
  '\r\n',
  '\r',
  '\t',
  '“',
  '−',
  '…',
  '×',
  '–',
  '\u00a0',
  'é',
  'ß',
  '𝒳',
  '__proto__',
  'constructor',
]
const numbers = [
  '0',
  '-1',
  '1',
  '00',
  '1e9',
  '0.1',
  '99999999999999999999',
  '0.0000000001',
  '100%',
  '2027-02-29',
  '2027-13-01',
  '9999-12-31',
  '0001-01-01',
]
const piece = /[\p{L}_]+|\d+|\s+|./gsu

/** Each makes another text of one; `words` are those of the grammar, `other` is another text of the corpus. */
const mutations = [
  function dropRange(text, { below }) {
    const at = below(text.length + 1)
    return text.slice(0, at) + text.slice(at + 1 + below(12))
  },
  function putWord(text, { below, pick }, { words }) {
    const at = below(text.length + 1)
    return `${text.slice(0, at)}${pick([' ', '', '\n'])}${pick(words)}${pick([' ', '', '\n'])}${text.slice(at)}`
  },
  function putStrange(text, { below, pick }) {
    const at = below(text.length + 1)
    return text.slice(0, at) + pick(strange) + text.slice(at)
  },
  function changeCharacter(text, { below }) {
    const at = below(text.length)
    return text.slice(0, at) + String.fromCharCode(32 + below(95)) + text.slice(at + 1)
  },
  function changePiece(text, random, { words, other }) {
    const parts = text.match(piece) ?? ['']
    const at = random.below(parts.length)
    const others = other.match(piece) ?? ['']
    parts[at] = random.below(2) ? random.pick(words) : random.pick(others)
    return parts.join('')
  },
  function changeNumber(text, { below, pick }) {
    const found = [...text.matchAll(/\d+/g)]
    if (found.length === 0) return text + pick(numbers)
    const { index, 0: digits } = pick(found)
    const other = below(3) ? String(Math.max(0, Number(digits) + below(40) - 20)).padStart(digits.length, '0') : pick(numbers)
    return text.slice(0, index) + other + text.slice(index + digits.length)
  },
  function swapPieces(text, { below }) {
    const parts = text.match(piece) ?? ['']
    const [a, b] = [below(parts.length), below(parts.length)]
    ;[parts[a], parts[b]] = [parts[b], parts[a]]
    return parts.join('')
  },
  function moveLine(text, { below, pick }) {
    const lines = text.split('\n')
    const [line] = lines.splice(below(lines.length), pick([0, 1]))
    lines.splice(below(lines.length + 1), 0, line ?? pick(lines) ?? '')
    return lines.join('\n')
  },
  function takeLine(text, { below, pick }, { other }) {
    const lines = text.split('\n')
    lines.splice(below(lines.length + 1), 0, pick(other.split('\n')))
    return lines.join('\n')
  },
  function putTogether(text, { below }, { other }) {
    return text.slice(0, below(text.length + 1)) + other.slice(below(other.length + 1))
  },
  function putOneBehindTheOther(text, _random, { other }) {
    return `${text}\n${other}`
  },
]

export function mutated(text, random, material) {
  let changed = text
  for (let times = 1 + random.below(4); times > 0; times--) changed = random.pick(mutations)(changed, random, material)
  return changed
}
