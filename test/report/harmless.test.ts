import { describe, expect, test } from 'vitest'
import { checkstyleReport } from '../../src/report/checkstyle.js'
import { githubReport } from '../../src/report/github.js'
import { gitlabReport } from '../../src/report/gitlab.js'
import { jsonReport } from '../../src/report/json.js'
import { junitReport } from '../../src/report/junit.js'
import { markdownReport } from '../../src/report/markdown.js'
import { rdjsonReport } from '../../src/report/rdjson.js'
import { sarifReport } from '../../src/report/sarif.js'
import { textReport } from '../../src/report/text.js'
import { rules } from '../../src/rules/generated/registry.js'
import { finding, result } from './sample.js'
import { xmlRoot } from './xml.js'

const attacks = {
  'a terminal escape': '\u001B[2J\u001B]0;owned\u0007 \u009B31m',
  'a turned direction': 'abc\u202Egnp.exe',
  'a workflow command': '\n::set-output name=a::b\r\n::add-mask::x ##[add-path]/tmp',
  'an end of a command': '::error::x%0A,title=y:z',
  'a line separator': 'one\u2028two\u0085three',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)> &lt;',
  'an end of CDATA': ']]> <!-- --> <?xml?> \u0000 \uFFFF',
  Markdown: '| # *bold* [link](javascript:1) ![i](x) `code` @somebody #12 https://evil.example',
} as const

const formats: Readonly<Record<string, (message: string) => string>> = {
  text: (message) => textReport(result([finding({ message })]), { hasColors: false, isQuiet: false }),
  json: (message) => jsonReport(result([finding({ message })])),
  sarif: (message) => sarifReport(result([finding({ message })]), rules),
  github: (message) => githubReport(result(Array.from({ length: 12 }, () => finding({ message })))),
  junit: (message) => junitReport(result([finding({ message })])),
  gitlab: (message) => gitlabReport(result([finding({ message })])),
  checkstyle: (message) => checkstyleReport(result([finding({ message })])),
  rdjson: (message) => rdjsonReport(result([finding({ message })])),
  markdown: (message) => markdownReport(result([finding({ message })])),
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not occur
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202E]/
const tableRow = /^(?:[^|\\]|\\.)*$/s

describe.each(Object.entries(attacks))('%s in a plan', (_, attack) => {
  test.each(Object.entries(formats))('never leaves %s', (format, print) => {
    const output = print(`Before ${attack} behind.`)

    expect(output).not.toMatch(control)
    expect(output.split('\n')).toHaveLength(print('Harmless.').split('\n').length)
    switch (format) {
      case 'github':
        expect(
          output
            .split('\n')
            .filter((line) => line.startsWith('::'))
            .every((line) => line.startsWith('::error file=')),
        ).toBe(true)
        expect(
          output
            .split('\n')
            .filter((line) => !line.startsWith('::'))
            .join(),
        ).not.toContain('##[')
        break
      case 'junit':
      case 'checkstyle':
        expect(xmlRoot(output)).toBeDefined()
        break
      case 'json':
      case 'sarif':
      case 'gitlab':
      case 'rdjson':
        expect(() => JSON.parse(output)).not.toThrow()
        break
      case 'markdown': {
        const cell = /^\| plan\.mops:2 \| error \| (.*) \| `smart/m.exec(output)?.[1] ?? '|'
        expect(cell).toMatch(tableRow)
        expect(cell).not.toMatch(/[<>]|(?<!\\)[*[\]|]|@\w|#\d|(?<!\\):\/\//)
        break
      }
    }
  })
})
