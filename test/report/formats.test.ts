import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { checkstyleReport } from '../../src/report/checkstyle.js'
import { githubReport } from '../../src/report/github.js'
import { gitlabReport } from '../../src/report/gitlab.js'
import { junitReport } from '../../src/report/junit.js'
import { markdownReport } from '../../src/report/markdown.js'
import { rdjsonReport } from '../../src/report/rdjson.js'
import type { CheckResult } from '../../src/report/result.js'
import { sarifReport } from '../../src/report/sarif.js'
import { rules } from '../../src/rules/generated/registry.js'
import { finding, result } from './sample.js'
import { gitlabSchema, rdjsonSchema } from './schemas/review.js'
import { sarifLog } from './schemas/sarif.js'
import { attributes, children, xmlRoot } from './xml.js'

const location = (line: number) => ({ file: 'plan.mops', start: { line, column: 1 }, end: { line, column: 5 } })
const three = [
  finding({ related: [{ location: location(1), message: 'The goal.' }] }),
  finding({ code: 'smart/owner-missing', severity: 'warning', location: location(1), message: 'No owner.', fingerprint: 'b' }),
  finding({ code: 'hygiene/note-todo', severity: 'hint', location: location(3), message: 'A note.', fingerprint: 'c' }),
]
const many = Array.from({ length: 3000 }, (_, at) => finding({ fingerprint: String(at), message: `Finding ${at} `.padEnd(60, 'x') }))

describe('SARIF', () => {
  const read = (text: string) => {
    const [run] = sarifLog(text).runs
    if (!run) throw new Error('There is no run.')
    return run
  }

  test('follows the schema, with paths from the root of the repository', () => {
    const { results } = read(sarifReport(result(three.slice(0, 2)), rules))

    expect(results[0]).toMatchObject({
      ruleId: 'smart/baseline-missing',
      level: 'error',
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'plans/plan.mops' }, region: { startLine: 2, startColumn: 33, endColumn: 37 } } },
      ],
      relatedLocations: [{ id: 0, message: { text: 'The goal.' } }],
    })
    expect(results[0]).not.toHaveProperty('suppressions')
  })

  test.each([
    ['"version": "2.1.0"', '"version": "2.0.0"'],
    ['"ruleIndex": 0', '"ruleIndex": -2'],
    ['"level": "error"', '"level": "fatal"'],
    ['"results": [', '"findings": [], "results": ['],
  ])('the schema does not take %s for %s', (part, wrong) => {
    const text = sarifReport(result(three.slice(0, 2)), rules)

    expect(text).toContain(part)
    expect(() => sarifLog(text.replace(part, wrong))).toThrow(/data/)
  })

  test('describes each rule that has a result, once', () => {
    const { tool } = read(sarifReport(result([...three.slice(0, 2), ...three.slice(0, 2)]), rules))

    expect(tool.driver.rules.map(({ id }) => id).sort()).toEqual(['smart/baseline-missing', 'smart/owner-missing'])
  })

  test('every rule can be described', () => {
    const all = rules.map(({ code }) => finding({ code }))

    expect(read(sarifReport(result(all), rules)).tool.driver.rules).toHaveLength(rules.length)
  })

  test('keeps what is silenced as suppressed, and says of the others that they are not', () => {
    const suppressed = [
      { ...finding({ fingerprint: 'd' }), by: 'ignore' as const },
      { ...finding({ fingerprint: 'e' }), by: 'known' as const },
    ]

    const { results } = read(sarifReport(result(three.slice(0, 1), { suppressed }), rules))

    expect(results.map((one) => one.suppressions)).toEqual([[], [{ kind: 'inSource' }], [{ kind: 'external' }]])
  })

  test('leaves out the least severe of more results than GitHub takes, and says so', () => {
    const tooMany = [...Array.from({ length: 25_000 }, () => finding({ severity: 'hint' })), finding()]

    const { results, invocations } = read(sarifReport(result(tooMany), rules))

    expect(results).toHaveLength(25_000)
    expect(results[0]?.level).toBe('error')
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe('25001 findings; the 25000 most severe are listed.')
  })

  test('paths with spaces and umlauts become relative URIs', () => {
    const { results } = read(sarifReport(result([finding()], { repositoryPath: () => 'Pläne 2027/plan.mops' }), rules))

    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('Pl%C3%A4ne%202027/plan.mops')
  })
})

describe('GitHub annotations', () => {
  test('name the place and the rule', () => {
    expect(githubReport(result(three))).toMatchInlineSnapshot(`
      "::error file=plans/plan.mops,line=2,endLine=2,col=33,endColumn=37,title=smart/baseline-missing::+25%25 of what? \`clicks\` has no baseline in \`größe\`.
      ::warning file=plans/plan.mops,line=1,endLine=1,col=1,endColumn=5,title=smart/owner-missing::No owner.
      ::notice file=plans/plan.mops,line=3,endLine=3,col=1,endColumn=5,title=hygiene/note-todo::A note.
      1 error, 1 warning, 1 hint in 1 plan (1 file).
      Status date 2027-02-12, from \`asof\`.
      "
    `)
  })

  test('no more than ten of a kind; the others stand in the log', () => {
    const lines = githubReport(result(many.slice(0, 12))).split('\n')

    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(lines[10]).toBe('GitHub shows 10 annotations of each kind; 2 findings beyond that:')
    expect(lines[11]).toMatch(/^plan\.mops:2:33 error Finding 10 /)
  })

  test('give no columns where several lines are meant', () => {
    const long = finding({ location: { file: 'plan.mops', start: { line: 1, column: 3 }, end: { line: 3, column: 2 } } })

    expect(githubReport(result([long]))).toContain('::error file=plans/plan.mops,line=1,endLine=3,title=')
  })
})

describe('JUnit', () => {
  test('errors and warnings fail, the rest passes, by file', () => {
    const root = xmlRoot(junitReport(result(three)))

    expect(attributes(root)).toEqual({ name: 'mops', tests: '3', failures: '2', errors: '0' })
    const [suite] = children(root)
    expect(suite && attributes(suite)).toMatchObject({ name: 'plan.mops', tests: '3', failures: '2' })
    expect(suite && children(suite).map((test) => [attributes(test).name, children(test)[0]?.nodeName])).toEqual([
      ['smart/baseline-missing 2:33', 'failure'],
      ['smart/owner-missing 1:1', 'failure'],
      ['hygiene/note-todo 3:1', 'system-out'],
    ])
  })

  test('a plan without findings is a test that passes', () => {
    const root = xmlRoot(junitReport(result([])))

    expect(attributes(root)).toMatchObject({ tests: '1', failures: '0' })
  })
})

test('Checkstyle has a file with its errors', () => {
  const root = xmlRoot(checkstyleReport(result(three)))

  expect(root.nodeName).toBe('checkstyle')
  expect(children(root).map(attributes)).toEqual([{ name: 'plan.mops' }])
  expect(children(root).flatMap(children).map(attributes)).toMatchObject([
    { line: '2', column: '33', severity: 'error', source: 'mops.smart.baseline-missing' },
    { line: '1', severity: 'warning' },
    { line: '3', severity: 'info' },
  ])
})

test('GitLab gets severities of its own and paths in the repository', () => {
  const report = gitlabSchema.parse(JSON.parse(gitlabReport(result(three))))

  expect(report.map(({ severity, location: { path } }) => [severity, path])).toEqual([
    ['critical', 'plans/plan.mops'],
    ['major', 'plans/plan.mops'],
    ['info', 'plans/plan.mops'],
  ])
})

test('rdjson counts columns in bytes of UTF-8', () => {
  const behindUmlauts = finding({ location: { file: 'plan.mops', start: { line: 1, column: 12 }, end: { line: 1, column: 20 } } })

  const { diagnostics } = rdjsonSchema.parse(JSON.parse(rdjsonReport(result([behindUmlauts, ...three]))))

  expect(diagnostics[0]?.location.range).toEqual({ start: { line: 1, column: 14 }, end: { line: 1, column: 24 } })
})

describe('Markdown', () => {
  test('the most severe stands first', () => {
    expect(markdownReport(result([...three].reverse()))).toMatchInlineSnapshot(`
      "### mops: 1 error, 1 warning, 1 hint

      | Place | Severity | Finding | Rule |
      | --- | --- | --- | --- |
      | plan.mops:2 | error | \\+25% of what? \`clicks\` has no baseline in \`größe\`. | \`smart/baseline-missing\` |
      | plan.mops:1 | warning | No owner. | \`smart/owner-missing\` |
      | plan.mops:3 | hint | A note. | \`hygiene/note-todo\` |

      1 error, 1 warning, 1 hint in 1 plan (1 file).  
      Status date 2027-02-12, from \`asof\`.
      "
    `)
  })

  test('stays under what a comment may hold and says what it leaves out', () => {
    const text = markdownReport(result(many))

    expect(text.length).toBeLessThan(60_000)
    expect(text).toMatch(/^\d+ findings do not fit here; `mops check` shows all\.$/m)
  })
})

test.each([
  ['sarif.golden.json', (all: CheckResult) => sarifReport(all, rules).replaceAll(`"${version}"`, '"0.0.0"')],
  ['gitlab.golden.json', gitlabReport],
  ['rdjson.golden.json', rdjsonReport],
  ['junit.xml', junitReport],
  ['checkstyle.xml', checkstyleReport],
])('%s is as it was', async (name, print) => {
  const suppressed = [{ ...finding({ fingerprint: 'd' }), by: 'ignore' as const }]

  await expect(print(result(three, { suppressed }))).toMatchFileSnapshot(`../golden/reports/${name}`)
})
