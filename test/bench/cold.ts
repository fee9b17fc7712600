import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { amount, atLeast, atMost, type Figure, type Limit } from './figures.js'
import { generatedPlan } from './generated-plan.js'
import { alternate, type Command, emptyNode, inFolder, median, mopsCommand, output, root, type Sample } from './processes.js'

const examples = path.join(root, 'examples')
const smallExample = path.join(examples, 'email-churn-q1.mops')
const midExample = path.join(examples, 'one-automation-tool')

const ms = (value: number) => amount(value, 'ms')
const ratioOf = (value: number, to: number) => amount(value / to, '×')

/** How many times as long a command takes as an empty Node in the same run, by the medians. */
function againstEmpty(part: string, what: string, { times, processor, memory }: Sample, empty: Sample, limit?: Limit): Figure {
  const least = [Math.min(...times), Math.min(...empty.times)] as const
  return {
    part,
    what: `${what}, of \`node -e 0\``,
    value: median(times) / median(empty.times),
    unit: '×',
    ...(limit && { limit }),
    detail: `median ${ms(median(times))} of ${ms(median(empty.times))}, minimum ${ms(least[0])} (${ratioOf(...least)}), processor ${ms(processor)} (${ratioOf(processor, empty.processor)}), ${amount(memory, 'MB')}`,
  }
}

/** `mops check` as a new process, with the compiled code that earlier runs have left. */
export function coldChecks(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const part = 'cold'
    const generated = (tasks: number) => {
      const file = path.join(folder, `${tasks}.mops`)
      writeFileSync(file, generatedPlan(tasks))
      return file
    }
    // A user checks the same plan again and again; so each has its own cache.
    const check = (name: string, file: string, warmUps = 5): Command => ({
      ...mopsCommand(path.join(folder, name), folder, 'check', file),
      warmUps,
    })
    const short = await alternate({ empty: emptyNode, small: check('small', smallExample), thousand: check('1000', generated(1000)) }, 15)
    const { large } = await alternate({ large: check('5000', generated(5000)) }, 5)
    const { huge } = await alternate({ huge: check('20000', generated(20_000), 1) }, 2)
    const long = (tasks: string, sample: Sample, time: Limit, memory: Limit): readonly Figure[] => [
      {
        part,
        what: `check of ${tasks} tasks`,
        value: median(sample.times),
        unit: 'ms',
        limit: time,
        detail: `minimum ${ms(Math.min(...sample.times))}, processor ${ms(sample.processor)}`,
      },
      { part, what: `check of ${tasks} tasks, memory`, value: sample.memory, unit: 'MB', limit: memory },
    ]
    return [
      againstEmpty(part, 'check of the small example', short.small, short.empty, atMost(6, 4)),
      { part, what: 'check of the small example, the very first', value: short.small.first, unit: 'ms', detail: 'no compiled code kept' },
      againstEmpty(part, 'check of 1,000 tasks', short.thousand, short.empty, atMost(12, 8)),
      ...long('5,000', large, atMost(3000), atMost(400)),
      ...long('20,000', huge, atMost(8000), atMost(900)),
    ]
  })
}

/** What a pull request on the mid example does: a lower target, a communication less, a task renamed. */
const edits: readonly (readonly [string | RegExp, string])[] = [
  ['to at least 75% in 2027-06', 'to at least 60% in 2027-06'],
  [/communication security_summary[^}]*}\n/, ''],
  [/\bquarterly_report\b/g, 'build_quarterly_report'],
]

/** `mops diff` as a new process: the last commit with the working tree, and two folders. */
export function coldDiffs(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const part = 'diff'
    const before = path.join(folder, 'before')
    const after = path.join(folder, 'after')
    for (const side of [before, after]) cpSync(midExample, side, { recursive: true })
    const git = (...parameters: string[]) => output({ program: 'git', parameters, cwd: after, warmUps: 0 })
    git('init', '--quiet')
    git('add', '.')
    git('-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '--message', 'Before')
    const plan = path.join(after, 'plan.mops')
    const text = edits.reduce((current, [from, to]) => current.replace(from, to), readFileSync(plan, 'utf8'))
    writeFileSync(plan, text)
    const { empty, committed, folders } = await alternate(
      {
        empty: emptyNode,
        committed: mopsCommand(path.join(folder, 'git-cache'), after, 'diff'),
        folders: mopsCommand(path.join(folder, 'cache'), folder, 'diff', before, after),
      },
      15,
    )
    return [
      againstEmpty(part, 'diff of the mid example with git’s HEAD', committed, empty, atMost(10)),
      againstEmpty(part, 'diff of the mid example in two folders', folders, empty, atMost(10)),
    ]
  })
}

/** The command line on a folder of a thousand plans. */
export function manyPlans(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const measured = async (what: string, file: string, rounds: number, limit?: Limit): Promise<Figure> => {
      const plans = path.join(folder, path.basename(file))
      const text = readFileSync(file, 'utf8')
      writePlans(plans, text, 1000)
      const cache = path.join(folder, 'cache')
      for (let run = 0; run < 5; run++) output(mopsCommand(cache, plans, 'check', '--quiet', '0'))
      const { check } = await alternate({ check: { ...mopsCommand(cache, plans, 'check', '--quiet', '.'), warmUps: 1 } }, rounds)
      return {
        part: 'workspace',
        what,
        value: 1000 / (median(check.times) / 1000),
        unit: 'plans/s',
        ...(limit && { limit }),
        detail: `${text.split('\n').length - 1} lines each, median ${ms(median(check.times))}, processor ${ms(check.processor)}, ${amount(check.memory, 'MB')}`,
      }
    }
    return [
      await measured('check of 1,000 drafts', path.join(examples, 'tasso-di-abbandono.mops'), 3, atLeast(200)),
      await measured('check of 1,000 plans as large as the small example', smallExample, 1),
    ]
  })
}

/** Writes a plan many times, each into a folder of its own. */
export function writePlans(folder: string, text: string, count: number): void {
  for (let index = 0; index < count; index++) {
    mkdirSync(path.join(folder, String(index)), { recursive: true })
    writeFileSync(path.join(folder, String(index), 'plan.mops'), text)
  }
}

/** What is sent over a network. */
export function sizes(): readonly Figure[] {
  const kilobytes = (what: string, bytes: number, most: number): Figure => ({
    part: 'sizes',
    what,
    value: bytes / 1000,
    unit: 'kB',
    limit: atMost(most),
  })
  const { out } = output({ ...emptyNode, parameters: [path.join(root, 'bin/mops.cjs'), 'render', path.join(midExample, 'plan.mops')] })
  const packed = output({ ...emptyNode, parameters: [path.join(root, 'scripts/package.mjs')] }).out
  const vsix = /^(\S+\.vsix): /m.exec(packed)?.[1]
  if (vsix === undefined) throw new Error(`The extension was not packed: ${packed}`)
  return [
    kilobytes('page of the mid example', Buffer.byteLength(out), 300),
    kilobytes('script of the preview', readFileSync(path.join(root, 'out/preview/webview.js')).length, 150),
    kilobytes('extension', readFileSync(path.join(root, vsix)).length, 1000),
  ]
}
