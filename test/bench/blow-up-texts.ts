/** Texts by file; `plan.mops` is the plan. */
export type Files = Readonly<Record<string, string>>

/** A kind of text that could cost more than it is long. */
export interface Shape {
  readonly name: string
  /** Of what there are `n`, at the larger of the two sizes that are measured. */
  readonly size: number
  readonly files: (n: number) => Files
}

function repeated(n: number, line: (index: number) => string, separator = '\n'): string {
  return Array.from({ length: n }, (_, index) => line(index)).join(separator)
}

function names(prefix: string, n: number): string {
  return repeated(n, (index) => `${prefix}${index}`, ', ')
}

const strategy = (more = '') =>
  `strategy s "S" { period 2027-01-04 .. 2027-12-31 stage running asof 2027-02-01 owner p0 currency EUR workweek mon..fri 8h ${more} }`
const person = 'person p0 "P" works 40h per week'
const source = 'source src "Src" every month owner p0'
const email = 'channel email "Email" owner p0'
const group = 'stakeholder st "Group" kind customer needs "Less" power low interest low contact p0'
const churn = `measure lost "Lost" in contacts per month sum from src
measure sent "Sent" in contacts per month sum from src at least 1
metric churn "Churn" in % per month lower is better bounds 0% .. 100% = lost / sent`

const goalText = (name: string, more = '') =>
  `goal ${name} "Fewer leave ${name}" specific "Mail" scope email measurable churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-12 achievable "Was so" relevant to st because "They ask" timebound 2027-01-04 .. 2027-12-31 owner p0 ${more}`
const taskText = (index: number, more = '') =>
  `[ ] task t${index} "Do ${index}" housekeeping @p0 1h start 2027-02-02 due 2027-02-05 ${more}`

const frame = [strategy(), person, source, email, group, churn].join('\n')

function plan(...lines: readonly string[]): Files {
  return { 'plan.mops': `${lines.join('\n')}\n` }
}

function framed(...lines: readonly string[]): Files {
  return plan(frame, ...lines)
}

/** A shape that stands in one file behind the common frame. */
function shape(name: string, size: number, lines: (n: number) => readonly string[]): Shape {
  return { name, size, files: (n) => framed(...lines(n)) }
}

const long = 'a_name_that_is_as_long_as_people_write_them_in_spreadsheets_'

function nested(n: number, open: string, close: string, inner = ''): string {
  return `${open.repeat(n)}${inner}${close.repeat(n)}`
}

/** Everything that grew faster than its text once, and what stands beside it. */
export const shapes: readonly Shape[] = [
  // ---- people, work and time
  shape('one team of n people, n tasks of the team', 2000, (n) => [
    repeated(n - 1, (i) => `person p${i + 1} "P${i + 1}" works 40h per week`),
    `team te "Te" members ${names('p', n)} owner p0`,
    repeated(n, (i) => `task t${i} "T" housekeeping { @te 100h start 2027-01-05 due 2027-12-20 }`),
  ]),
  shape('n teams of the same n people, a task of all teams', 300, (n) => [
    repeated(n - 1, (i) => `person p${i + 1} "P${i + 1}" works 40h per week`),
    repeated(n, (i) => `team te${i} "Te" members ${names('p', n)} owner p0`),
    repeated(n, (i) => `task t${i} "T" housekeeping { @te${i} 100h start 2027-01-05 due 2027-12-20 }`),
  ]),
  shape('one role of n people, n tasks of the role', 2000, (n) => [
    'role ro "Ro" duties "All"',
    repeated(n - 1, (i) => `person p${i + 1} "P${i + 1}" works 40h per week fills ro`),
    repeated(n, (i) => `task t${i} "T" housekeeping { @ro 100h start 2027-01-05 due 2027-12-20 }`),
  ]),
  shape('one person, n long tasks at once', 4000, (n) => [
    repeated(n, (i) => `task t${i} "T" housekeeping { @p0 100h start 2027-01-05 due 2027-12-20 }`),
  ]),
  shape('one task of n people', 8000, (n) => [
    repeated(n - 1, (i) => `person p${i + 1} "P${i + 1}" works 40h per week`),
    `task t "T" housekeeping start 2027-01-05 due 2027-12-20 ${repeated(n, (i) => `@p${i} 10h`, ' ')}`,
  ]),
  {
    name: 'n absences of one person, n tasks',
    size: 4000,
    files: (n) =>
      plan(
        strategy(),
        `person p0 "P" works 40h per week away ${repeated(n, (i) => day(2 * i), ', ')}`,
        source,
        repeated(n, (i) => `task t${i} "T" housekeeping { @p0 1h start 2027-01-05 due 2027-12-20 }`),
      ),
  },
  {
    name: 'n holidays, n people, n tasks',
    size: 3000,
    files: (n) =>
      plan(
        strategy(`holidays ${repeated(n, (i) => day(2 * i), ', ')}`),
        repeated(n, (i) => `person p${i} "P${i}" works 40h per week away 2027-03-01 .. 2027-03-05`),
        repeated(n, (i) => `task t${i} "T" housekeeping { @p${i} 1h start 2027-01-05 due 2027-12-20 }`),
      ),
  },
  shape('each task after all before it', 500, (n) => [repeated(n, (i) => taskText(i, i ? `after ${names('t', i)}` : ''))]),
  shape('n tasks after one', 5000, (n) => [taskText(0), repeated(n, (i) => taskText(i + 1, 'after t0'))]),
  shape('one task after n', 5000, (n) => [repeated(n, (i) => taskText(i)), taskText(n, `after ${names('t', n)}`)]),
  shape('layers of ten, each after all ten before', 5000, (n) => [
    repeated(n, (i) => taskText(i, i < 10 ? '' : `after ${repeated(10, (k) => `t${i - (i % 10) - 10 + k}`, ', ')}`)),
  ]),
  shape('a chain of n tasks', 5000, (n) => [
    repeated(n, (i) => `[ ] task t${i} "Do ${i}" housekeeping @p0 1h takes 1wd ${i ? `after t${i - 1}` : ''}`),
  ]),
  shape('a loop of n tasks', 5000, (n) => [repeated(n, (i) => taskText(i, `after t${(i + 1) % n}`))]),
  shape('n tasks that wait for each other in pairs of loops', 5000, (n) => [repeated(n, (i) => taskText(i, `after t${i ^ 1}`))]),
  shape('one name n times in `after`', 20_000, (n) => [taskText(0), taskText(1, `after ${repeated(n, () => 't0', ', ')}`)]),
  shape('n checklist items', 20_000, (n) => [`${taskText(0)} {`, repeated(n, (i) => `[ ] "Step ${i}" @p0`), '}']),
  shape('n skills of n people, n tasks', 2000, (n) => [
    repeated(n - 1, (i) => `person p${i + 1} "P${i + 1}" works 40h per week skills skill_${i}`),
    repeated(n, (i) => taskText(i, `requires skill_${n - i}x`)),
  ]),
  shape('a phase of n tasks, n tasks after it', 2500, (n) => [
    'phase ph "Ph" {',
    repeated(n, (i) => taskText(i)),
    '}',
    repeated(n, (i) => taskText(n + i, 'after ph')),
  ]),
  shape('n phases, each after the one before', 3000, (n) => [
    repeated(n, (i) => `phase ph${i} "Ph" { [ ] task t${i} "T${i}" housekeeping @p0 1h ${i ? `after ph${i - 1}` : ''} }`),
  ]),
  // ---- goals and the people they are for
  shape('n stakeholders, n goals, n communications', 600, (n) => [
    repeated(
      n,
      (i) =>
        `stakeholder g${i} "Group ${i}" kind customer needs "Less" power high interest high attitude resistant to supportive contact p0`,
    ),
    repeated(n, (i) => goalText(`goal_${i}`)),
    repeated(n, (i) => `communication c${i} "News" to g${i} expect "More" on 2027-03-01 via email owner p0`),
  ]),
  shape('one goal for n stakeholders, n communications to all', 300, (n) => [
    repeated(n, (i) => `stakeholder g${i} "Group ${i}" kind customer needs "Less" power low interest low contact p0`),
    `goal g "G" measurable churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-12 relevant to ${names('g', n)} because "So" timebound 2027-01-04 .. 2027-12-31 owner p0`,
    repeated(n, (i) => `communication c${i} "News" to ${names('g', n)} expect "More" on 2027-03-01 via email owner p0`),
  ]),
  shape('n goals with one number, n tasks for all goals', 300, (n) => [
    repeated(n, (i) => goalText(`goal_${i}`)),
    repeated(n, (i) => `[ ] task t${i} "T" for ${names('goal_', n)} @p0 1h start 2027-02-02 due 2027-02-05 expects churn down by 0.01pp`),
  ]),
  shape('n goals with one number', 2000, (n) => [repeated(n, (i) => goalText(`goal_${i}`))]),
  shape('one goal, n tasks', 5000, (n) => [
    goalText('g'),
    repeated(n, (i) => `[ ] task t${i} "T ${i}" for g @p0 1h start 2027-02-02 due 2027-02-05 expects churn down by 0.01pp`),
  ]),
  shape('one goal with n checkpoints', 10_000, (n) => [
    goalText(
      'g',
      repeated(n, (i) => `checkpoint ${day(i % 300)} at 0.70%`, '\n'),
    ),
  ]),
  shape('one goal with n guards', 5000, (n) => [
    goalText(
      'g',
      repeated(n, () => 'guard lost at most 100', '\n'),
    ),
  ]),
  shape('one goal with n numbers', 3000, (n) => [
    repeated(n, (i) => `measure m${i} "M${i}" in leads per month sum from src`),
    goalText(
      'g',
      repeated(n, (i) => `measurable m${i} increase from 10 in 2026-12 to at least 20 in 2027-12`, '\n'),
    ),
  ]),
  shape('n reports that show n numbers', 250, (n) => [
    repeated(n, (i) => `measure m${i} "M${i}" in leads per month sum from src`),
    repeated(n, (i) => `report r${i} "R" to st every month shows ${names('m', n)} owner p0 via email`),
  ]),
  shape('n problems and objectives, n goals that support them', 1500, (n) => [
    repeated(n, (i) => `problem pr${i} "Pr ${i}" hurts st symptom "Bad" solution "Good" by goal_${i}`),
    repeated(n, (i) => `objective ob${i} "Ob ${i}" owner p0`),
    repeated(n, (i) => goalText(`goal_${i}`, `supports ob${i}, pr${i}`)),
  ]),
  // ---- numbers
  shape('a chain of n formulas with long names', 2000, (n) => [
    `measure ${long}0 "M0" in leads per month sum from src`,
    repeated(n, (i) => `metric ${long}${i + 1} "M${i + 1}" in leads per month higher is better = ${long}${i} + 1`),
  ]),
  shape('a chain of n formulas, each twice the one before', 2000, (n) => [
    'measure m0 "M0" in leads per month sum from src',
    repeated(n, (i) => `metric m${i + 1} "M${i + 1}" in leads per month higher is better = m${i} + m${i}`),
  ]),
  shape('a chain of n quotients', 1000, (n) => [
    'measure m0 "M0" in leads per month sum from src',
    repeated(n, (i) => `metric m${i + 1} "M${i + 1}" per month higher is better = m${i} / m${Math.floor(i / 2)}`),
  ]),
  shape('n units multiplied in one formula', 2000, (n) => [
    repeated(n, (i) => `measure m${i} "M${i}" in unit_${i} per month sum from src`),
    `metric all "All" per month higher is better = ${repeated(n, (i) => `m${i}`, ' * ')}`,
  ]),
  shape('one formula of n terms', 5000, (n) => [
    repeated(n, (i) => `measure m${i} "M${i}" in leads per month sum from src`),
    `metric all "All" in leads per month higher is better = ${repeated(n, (i) => `m${i}`, ' + ')}`,
  ]),
  shape('one formula of n products with numbers', 5000, (n) => [
    'measure m "M" in leads per month sum from src',
    `metric all "All" in leads per month higher is better = m ${'* 1.001 '.repeat(n)}`,
  ]),
  shape('n formulas in a loop', 3000, (n) => [
    repeated(n, (i) => `metric m${i} "M${i}" in leads per month higher is better = m${(i + 1) % n} + 1`),
  ]),
  shape('n rows of actual values', 10_000, (n) => ['actuals lost {', repeated(n, (i) => `${day(i)} ${i}`), '}', goalText('g')]),
  shape('n blocks of actual values of one number', 3000, (n) => [repeated(n, (i) => `actuals lost { ${day(i)} ${i} }`), goalText('g')]),
  shape('n parts of one whole', 3000, (n) => [
    'measure whole "Whole" in leads per month sum from src',
    repeated(n, (i) => `measure m${i} "M${i}" in leads per month sum part of whole from src`),
  ]),
  shape('n metrics that say the same', 3000, (n) => [
    repeated(n, (i) => `metric m${i} "Cost per lead" in % per month lower is better = lost / sent`),
  ]),
  shape('n benchmarks of one number', 4000, (n) => [repeated(n, (i) => `benchmark b${i} "B" of churn is 0.55% in 2025-09`)]),
  // ---- money, channels, campaigns
  shape('one budget with n lines, n costs', 3000, (n) => [
    'budget b "B" total 100_000 EUR owner p0 {',
    repeated(n, (i) => `line l${i} "L${i}" 10 EUR`),
    '}',
    repeated(n, (i) => taskText(i, `costs 10 EUR from l${i}`)),
  ]),
  shape('one line with n rows', 6000, (n) => [
    'budget b "B" total 100_000 EUR owner p0 { line l "L" 10 EUR {',
    repeated(n, (i) => `${day(i)} 1 EUR`),
    '} }',
  ]),
  shape('one campaign with n sends on one day', 5000, (n) => [
    'segment seg "Seg" rule "All" owner p0',
    'campaign ca "Ca" via email period 2027-03 .. 2027-04 to st owner p0 {',
    repeated(n, () => 'send 2027-03-09 "Mail" to seg'),
    '}',
  ]),
  shape('n communications to one group on one day', 4000, (n) => [
    repeated(n, (i) => `communication c${i} "News" to st expect "More" on 2027-03-01 via email owner p0`),
  ]),
  shape('n tools that connect to all tools', 250, (n) => [
    repeated(n, (i) => `tool to${i} "To" kind crm costs 0 EUR per year owner p0 connects ${names('to', n)} keep`),
  ]),
  shape('n journey stages, n workflows', 2500, (n) => [
    'journey jo "Jo" {',
    repeated(n, (i) => `stage sta${i} "Sta" when "So"`),
    '}',
    repeated(n, (i) => `workflow w${i} "W" trigger "So" action "Mail" stage sta${i} watch churn to st owner p0`),
  ]),
  shape('one scoring with n scores', 8000, (n) => ['scoring sc "Sc" threshold 65 owner p0 {', repeated(n, () => 'score "Page" 15'), '}']),
  // ---- names, files, form
  shape('n elements of one name', 5000, (n) => [
    repeated(n, () => '[ ] task same "T" housekeeping @p0 1h start 2027-02-02 due 2027-02-05'),
  ]),
  shape('n elements of one name, n references to it', 3000, (n) => [
    repeated(n, () => taskText(0)),
    repeated(n, (i) => taskText(i + 1, 'after t0')),
  ]),
  shape('n unknown names beside n known ones', 4000, (n) => [repeated(n, (i) => taskText(i, `after tx${i}`))]),
  shape('n unknown long names beside n known long ones', 1500, (n) => [
    repeated(n, (i) => `[ ] task ${long}${i} "T" housekeeping @p0 1h start 2027-02-02 due 2027-02-05 after ${long}x${i}`),
  ]),
  shape('n unknown clauses', 10_000, (n) => [`${taskText(0)} {`, repeated(n, (i) => `afterr${i} t0`), '}']),
  shape('n unknown elements', 10_000, (n) => [repeated(n, (i) => `tusk t${i} "T"`)]),
  shape('one clause n times', 20_000, (n) => [`${taskText(0)} {`, repeated(n, () => 'category content'), '}']),
  shape('n tags on one element', 20_000, (n) => [`${taskText(0)} {`, repeated(n, (i) => `#tag_${i}`, ' '), '}']),
  shape('n links on one element', 10_000, (n) => [
    `${taskText(0)} {`,
    repeated(n, (i) => `link "https://example.org/${i}"\nlink "no address ${i}"`),
    '}',
  ]),
  shape('n notes with addresses of people', 10_000, (n) => [`${taskText(0)} {`, repeated(n, (i) => `note "Ask ann${i}@gmail.com"`), '}']),
  shape('n ignores on one element', 10_000, (n) => [`${taskText(0)} {`, repeated(n, () => 'ignore "schedule/overdue" because "So"'), '}']),
  shape('n ignores on an element with n findings', 5000, (n) => [
    `${taskText(0)} {`,
    repeated(n, (i) => `ignore "hygiene/link-not-a-url" because "So"\nlink "no address ${i}"`),
    '}',
  ]),
  shape('n ignores of unknown rules', 5000, (n) => [
    `${taskText(0)} {`,
    repeated(n, (i) => `ignore "schedule/overdued${i}" because "So"`),
    '}',
  ]),
  { name: 'n × `}`', size: 1_000_000, files: (n) => plan('}'.repeat(n)) },
  { name: 'n × `{`', size: 100_000, files: (n) => plan('{'.repeat(n)) },
  { name: 'n × `}` in lines', size: 200_000, files: (n) => framed('}\n'.repeat(n)) },
  { name: 'n × `"` in lines', size: 100_000, files: (n) => framed('"\n'.repeat(n)) },
  { name: 'n × `(` in a formula', size: 20_000, files: (n) => framed(`metric m "M" = ${nested(n, '(', ')', 'lost')}`) },
  { name: 'n × `-` in a formula', size: 20_000, files: (n) => framed(`metric m "M" = ${'-'.repeat(n)}lost`) },
  { name: 'n calls in each other', size: 5000, files: (n) => framed(`metric m "M" = ${nested(n, 'abs(', ')', 'lost')}`) },
  { name: 'phases in each other', size: 5000, files: (n) => framed(nested(n, 'phase p "P" {\n', '}\n')) },
  { name: 'tasks in each other', size: 5000, files: (n) => framed(nested(n, 'task t "T" {\n', '}\n')) },
  { name: 'unknown elements in each other', size: 5000, files: (n) => framed(nested(n, 'tusk t "T" {\n', '}\n')) },
  { name: 'one text of n words', size: 100_000, files: (n) => framed(`${taskText(0)} note "${'word '.repeat(n)}"`) },
  { name: 'one title of n letters', size: 500_000, files: (n) => framed(`[ ] task t "${'x'.repeat(n)}" housekeeping @p0 1h`) },
  { name: 'one name of n letters, unknown', size: 500_000, files: (n) => framed(taskText(0), taskText(1, `after ${'t'.repeat(n)}`)) },
  { name: 'one number of n digits', size: 100_000, files: (n) => framed(`actuals lost { 2027-01 ${'9'.repeat(n)} }`, goalText('g')) },
  { name: 'n comments', size: 50_000, files: (n) => framed('/* so */ // so\n'.repeat(n)) },
  { name: 'n spaces', size: 1_000_000, files: (n) => framed(`${' '.repeat(n)}x`) },
  { name: 'n strategies', size: 3000, files: (n) => framed(repeated(n, (i) => `strategy s${i} "S" { period 2027 stage draft }`)) },
  {
    name: 'n files that import each other',
    size: 120,
    files: (n) => ({
      'plan.mops': `${frame}\n${repeated(n, (i) => `import "f${i}.mops"`)}\n`,
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `f${i}.mops`,
          `${repeated(n, (k) => (k === i ? '' : `import "f${k}.mops"`))}\nchannel c${i} "C" owner p0\n`,
        ]),
      ),
    }),
  },
  {
    name: 'a chain of n files',
    size: 500,
    files: (n) => ({
      'plan.mops': `${frame}\nimport "f0.mops"\n`,
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`f${i}.mops`, `${i + 1 < n ? `import "f${i + 1}.mops"` : ''}\nchannel c${i} "C" owner p0\n`]),
      ),
    }),
  },
  {
    name: 'n plans that import one library of n elements',
    size: 150,
    files: (n) => ({
      'library.mops': `${repeated(n, (i) => `channel c${i} "C" owner p0`)}\n`,
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [i === 0 ? 'plan.mops' : `p${i}.mops`, `import "library.mops"\n${frame}\n`]),
      ),
    }),
  },
  shape('one import n times', 5000, (n) => [repeated(n, () => 'import "plan.mops"')]),
]

/** A day of 2027 and the years after it. */
function day(index: number): string {
  return new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10)
}
