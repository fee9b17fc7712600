const plan = `strategy spring "Spring" {
  period 2027-01-04 .. 2027-04-09
  asof   2027-02-12
  owner  ben
}
person ben "Ben Cole"
[ ] task write_page "Write the page" @bne 8h
`
const people = 'person ben "Ben Cole"\nperson ana "Ana"\n'
const importing = plan.replace('person ben "Ben Cole"\n', '')
const withData = `${plan}source sheet "Sheet" file "data.csv" dated day owner ben
measure mails "Mails" in mails sum from sheet.sent
`

const hints = '{ "rules": { "plan/unknown-name": "hint" } }'
const off = '{ "rules": { "plan/unknown-name": "off" } }'
const noText = Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)
const tooLong = `// ${'x'.repeat(10_000_001)}\n`

export interface OddWorkspace {
  readonly what: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Links by their paths. */
  readonly links?: Readonly<Record<string, string>>
  /** Paths of pipes, which have no end. */
  readonly pipes?: readonly string[]
}

/** The name of files that nobody may read, in whichever folder. */
export const forbidden = 'forbidden'

/** What people's repositories look like once something has gone wrong in them. */
export const oddWorkspaces: readonly OddWorkspace[] = [
  { what: 'a configuration at the root', files: { 'plan.mops': plan, 'mops.config.json': hints } },
  {
    what: 'a configuration below another',
    files: { 'plan.mops': plan, 'below/plan.mops': plan, 'mops.config.json': hints, 'below/mops.config.json': off },
  },
  {
    what: 'a configuration that is no UTF-8 below a sound one',
    files: { 'plan.mops': plan, 'below/plan.mops': plan, 'mops.config.json': hints, 'below/mops.config.json': noText },
  },
  {
    what: 'a sound configuration below one that is no UTF-8',
    files: { 'plan.mops': plan, 'below/plan.mops': plan, 'mops.config.json': noText, 'below/mops.config.json': hints },
  },
  {
    what: 'a configuration that is no UTF-8 far above the plans',
    files: { 'a/b/c/plan.mops': plan, 'a/mops.config.json': noText, 'mops.config.json': hints },
  },
  {
    what: 'a configuration that nobody may read below a sound one',
    files: { 'below/plan.mops': plan, 'mops.config.json': hints, 'below/mops.config.json': forbidden },
  },
  {
    what: 'a configuration that is no JSON below a sound one',
    files: { 'below/plan.mops': plan, 'mops.config.json': hints, 'below/mops.config.json': '{ "rules": ' },
  },
  {
    what: 'a broken configuration that holds for nothing, since each plan has a nearer one',
    files: { 'below/plan.mops': plan, 'mops.config.json': '{', 'below/mops.config.json': hints },
  },
  { what: 'a broken configuration beside no plan', files: { 'plan.mops': plan, 'other/mops.config.json': '{' } },
  { what: 'an empty configuration', files: { 'plan.mops': plan, 'mops.config.json': '' } },
  {
    what: 'a configuration with unknown rules, levels and settings',
    files: {
      'plan.mops': plan,
      'mops.config.json': '{ "rule": {}, "rules": { "plan/unknow-name": "off", "plan": "loud", "smart": { "lvl": "off" } } }',
    },
  },
  {
    what: 'a configuration with a byte order mark and CRLF',
    files: { 'plan.mops': plan, 'mops.config.json': `\ufeff${hints.replace('{ "rules"', '{\r\n  "rules"')}\r\n` },
  },
  { what: 'a folder in place of the configuration', files: { 'plan.mops': plan, 'mops.config.json/readme.txt': 'x' } },
  { what: 'a pipe in place of the configuration', files: { 'plan.mops': plan }, pipes: ['mops.config.json'] },
  {
    what: 'a configuration that leads out of the workspace',
    files: { 'below/plan.mops': plan, 'mops.config.json': hints },
    links: { 'below/mops.config.json': '/etc/hostname' },
  },
  {
    what: 'a configuration that leads to another in the workspace',
    files: { 'below/plan.mops': plan, 'shared/settings.json': hints },
    links: { 'below/mops.config.json': '../shared/settings.json' },
  },
  { what: 'a configuration that leads to nothing', files: { 'plan.mops': plan }, links: { 'mops.config.json': 'gone.json' } },
  { what: 'a configuration that leads to itself', files: { 'plan.mops': plan }, links: { 'mops.config.json': 'mops.config.json' } },
  { what: 'data with all columns', files: { 'plan.mops': withData, 'data.csv': 'day,sent\n2027-01-01,5\n' } },
  { what: 'data with other columns', files: { 'plan.mops': withData, 'data.csv': '\ufeff"day";"se""nt"\r\n1;2\r\n' } },
  { what: 'data that is not there', files: { 'plan.mops': withData } },
  { what: 'data that nobody may read', files: { 'plan.mops': withData, 'data.csv': forbidden } },
  { what: 'data that is no UTF-8', files: { 'plan.mops': withData, 'data.csv': Uint8Array.of(0x64, 0xe4, 0x79, 0x2c, 0xff, 0x0a) } },
  { what: 'empty data', files: { 'plan.mops': withData, 'data.csv': '' } },
  { what: 'a folder in place of data', files: { 'plan.mops': withData, 'data.csv/readme.txt': 'x' } },
  { what: 'a pipe in place of data', files: { 'plan.mops': withData }, pipes: ['data.csv'] },
  { what: 'data that leads out of the workspace', files: { 'plan.mops': withData }, links: { 'data.csv': '/etc/hostname' } },
  { what: 'data of a kind without columns', files: { 'plan.mops': withData.replace('data.csv', 'data.xlsx'), 'data.xlsx': 'PK' } },
  {
    what: 'one table used from two folders',
    files: { 'a/plan.mops': withData.replace('"data.csv"', '"../data.csv"'), 'b/plan.mops': withData, 'data.csv': 'day,sent\n' },
  },
  { what: 'an import that is not there', files: { 'plan.mops': `import "peple.mops"\n${importing}`, 'people.mops': people } },
  { what: 'an import that leads out of the workspace', files: { 'plan.mops': `import "../people.mops"\n${importing}` } },
  {
    what: 'an import by a link out of the workspace',
    files: { 'plan.mops': `import "people.txt"\n${importing}` },
    links: { 'people.txt': '/etc/hostname' },
  },
  { what: 'an import of a folder', files: { 'plan.mops': `import "people"\n${importing}`, 'people/ben.mops': people } },
  { what: 'an import that is no UTF-8', files: { 'plan.mops': `import "people.mops"\n${importing}`, 'people.mops': noText } },
  { what: 'an import that nobody may read', files: { 'plan.mops': `import "people.mops"\n${importing}`, 'people.mops': forbidden } },
  { what: 'an import of a pipe', files: { 'plan.mops': `import "people.txt"\n${importing}` }, pipes: ['people.txt'] },
  { what: 'an import that is too long', files: { 'plan.mops': `import "people.mops"\n${importing}`, 'people.mops': tooLong } },
  { what: 'an import of another kind of file', files: { 'plan.mops': `import "people.txt"\n${importing}`, 'people.txt': people } },
  {
    what: 'imports in a circle',
    files: { 'plan.mops': `import "a.mops"\n${importing}`, 'a.mops': 'import "b.mops"\n', 'b.mops': `import "a.mops"\n${people}` },
  },
  { what: 'a file that imports itself', files: { 'plan.mops': `import "plan.mops"\n${plan}` } },
  {
    what: 'a chain of imports that breaks off',
    files: { 'plan.mops': `import "a/a.mops"\n${importing}`, 'a/a.mops': 'import "../b/b.mops"\n', 'b/b.mops': 'import "c.mops"\n' },
  },
  {
    what: 'a plan that imports another',
    files: { 'plan.mops': `import "other.mops"\n${importing}`, 'other.mops': plan.replace('spring "Spring"', 'summer "Summer"') },
  },
  { what: 'two strategies in one file', files: { 'plan.mops': `${plan}strategy summer "Summer" { owner ben }\n` } },
  {
    what: 'a library that two plans share',
    files: {
      'a.mops': `import "people.mops"\n${importing}`,
      'b.mops': `import "people.mops"\n${importing}`,
      'people.mops': `${people}person ben "Ben again"\n`,
    },
  },
  {
    what: 'an import of what is installed, which is nobody’s own',
    files: {
      'plan.mops': `import "node_modules/shared/people.mops"\n${importing}`,
      'node_modules/shared/people.mops': `${people}[ ] task lost "Lost" @nobody 8h\n`,
      'node_modules/shared/other.mops': plan,
    },
  },
  {
    what: 'an import of an installed plan',
    files: { 'plan.mops': `import "node_modules/shared/plan.mops"\n${importing}`, 'node_modules/shared/plan.mops': plan },
  },
  {
    what: 'an import of what git ignores',
    files: { '.gitignore': 'private/\n', 'plan.mops': `import "private/people.mops"\n${importing}`, 'private/people.mops': noText },
  },
  { what: 'a plan that git ignores', files: { '.gitignore': 'old.mops\n', 'plan.mops': plan, 'old.mops': plan } },
  { what: 'a file that is no UTF-8 beside a plan', files: { 'plan.mops': plan, 'other.mops': noText } },
  { what: 'nothing but a file that is no UTF-8', files: { 'plan.mops': noText } },
  { what: 'a file that nobody may read beside a plan', files: { 'plan.mops': plan, 'other.mops': forbidden } },
  { what: 'a file that is too long beside a plan', files: { 'plan.mops': plan, 'other.mops': tooLong } },
  { what: 'an empty file', files: { 'plan.mops': plan, 'empty.mops': '' } },
  { what: 'nothing but an empty file', files: { 'empty.mops': '' } },
  { what: 'a byte order mark', files: { 'plan.mops': `\ufeff${plan}` } },
  { what: 'two byte order marks', files: { 'plan.mops': `\ufeff\ufeff${plan}` } },
  { what: 'CRLF at the ends of lines', files: { 'plan.mops': plan.replaceAll('\n', '\r\n') } },
  { what: 'CR at the ends of lines', files: { 'plan.mops': plan.replaceAll('\n', '\r') } },
  { what: 'signs beyond the basic plane in front of a fault', files: { 'plan.mops': plan.replace('the page', '\u{1f600}\u{1f600}') } },
  { what: 'a text broken off', files: { 'plan.mops': plan.slice(0, -12) } },
  { what: 'signs that steer a terminal', files: { 'plan.mops': `${plan}\u0000\u001b[31m task\u2028 x` } },
  { what: 'names with blanks, percent signs and umlauts', files: { 'my plans/50% größer.mops': plan, 'my plans/mops.config.json': '{' } },
  { what: 'a link to a plan', files: { 'plan.mops': plan }, links: { 'link.mops': 'plan.mops' } },
  { what: 'a link to a folder of plans', files: { 'plans/plan.mops': plan }, links: { link: 'plans' } },
  { what: 'a link to nothing', files: { 'plan.mops': plan }, links: { 'link.mops': 'gone.mops' } },
  { what: 'a link to a plan outside of the workspace', files: { 'plan.mops': plan }, links: { 'link.mops': '/etc/hostname' } },
  { what: 'a pipe that is called like a plan', files: { 'plan.mops': plan }, pipes: ['pipe.mops'] },
  { what: 'a folder that is called like a plan', files: { 'plan.mops': plan, 'folder.mops/inner.mops': plan } },
]
