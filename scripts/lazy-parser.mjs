import { readFile } from 'node:fs/promises'

const written = "import { parseTolerantly } from '../parse/tolerant-parser.js'\n"
const lazy = "const parseTolerantly = (source: string) => require('../parse/tolerant-parser.js').parseTolerantly(source)\n"

/**
 * Evaluates the tolerant parser, with Langium and Chevrotain, when the first text with a fault of syntax needs it: most runs never do, and
 * it takes longer to get ready than a plan takes to be checked.
 */
export const lazyParser = {
  name: 'lazy-parser',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]language[\\/]read[\\/]file-reader\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes(written)) throw new Error(`${path} does not import the tolerant parser as expected.`)
      return { contents: text.replace(written, lazy), loader: 'ts' }
    })
  },
}
