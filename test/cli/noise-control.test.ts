import { readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { folder, git, mops, put } from './mops.js'

// Every test starts processes of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const plan = `strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  owner  ben
}
person ben "Ben" works 24h per week
channel email "Email" owner bem
channel web "Website" owner bne
`

function codes(parameters: readonly string[], cwd: string): string[] {
  return JSON.parse(mops(['check', '--format', 'json', ...parameters], { cwd }).stdout).findings.map(
    (finding: { code: string; message: string }) => finding.code,
  )
}

describe('configuration', () => {
  test('the nearest mops.config.json above a plan holds', () => {
    const root = folder({
      'mops.config.json': '{ "rules": { "plan": "off" } }',
      'a.mops': plan,
      'strict/mops.config.json': '{ "rules": { "plan/unknown-name": "hint" } }',
      'strict/b.mops': plan,
    })

    expect(codes(['a.mops'], root)).not.toContain('plan/unknown-name')
    expect(codes(['strict/b.mops'], root)).toContain('plan/unknown-name')
    expect(mops(['check', 'strict/b.mops'], { cwd: root }).stdout).toMatch(/^7:29 hint /m)
  })

  test('what is wrong in it is a finding with a place in it', () => {
    const root = folder({ 'mops.config.json': '{\n  "rules": { "plan/unknown-nam": "off" }\n}\n', 'a.mops': plan })

    const { stdout } = mops(['check'], { cwd: root })

    expect(stdout).toContain(
      [
        'mops.config.json',
        '',
        '2:14 warning There is no rule `plan/unknown-nam`. Did you mean `plan/unknown-name`? [plan/unknown-rule]',
        '  2 |   "rules": { "plan/unknown-nam": "off" }',
        '    |              ^^^^^^^^^^^^^^^^^^',
      ].join('\n'),
    )
  })
})

describe('known findings', () => {
  test('listed findings are counted and not shown, and new ones are', () => {
    const root = folder({ 'a.mops': plan })

    const written = mops(['check', '--known', 'known.json', '--write-known'], { cwd: root })
    const checked = mops(['check', '--known', 'known.json'], { cwd: root })
    put(root, { 'a.mops': `${plan}channel social "Social" owner bob\n` })

    expect(written.status).toBe(0)
    expect(checked.stdout).toMatch(/^No findings in 1 plan \(1 file\)\.\n\d known findings not shown\.\nStatus date/)
    expect(checked.status).toBe(0)
    expect(codes(['--known', 'known.json'], root)).toContain('plan/unknown-name')
    expect(mops(['check', '--known', 'known.json'], { cwd: root }).stdout).toContain('9:31 error')
  })

  test('the list has one finding per line, sorted, and survives moved lines, other line ends and a byte order mark', () => {
    const root = folder({ 'a.mops': plan })
    mops(['check', '--known', 'known.json', '--write-known'], { cwd: root })
    const list = readFileSync(path.join(root, 'known.json'), 'utf8')

    put(root, { 'a.mops': `\uFEFF// moved\n\n${plan.replaceAll('  ', '    ')}`.replaceAll('\n', '\r\n') })

    expect(list.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(JSON.parse(list).findings.length)
    expect(codes(['--known', 'known.json'], root)).toEqual([])
  })

  test('entries that no longer occur are reported, never fail the run, and are removed by --prune-known', () => {
    const root = folder({ 'a.mops': plan })
    mops(['check', '--known', 'known.json', '--write-known'], { cwd: root })
    put(root, { 'a.mops': plan.replace('bem', 'ben') })

    const checked = mops(['check', '--known', 'known.json'], { cwd: root })
    const pruned = mops(['check', '--known', 'known.json', '--prune-known'], { cwd: root })

    expect(checked.stdout).toMatch(/^Listed as known, and gone: a\.mops \[plan\/unknown-name\] .*`bem`/m)
    expect(checked.status).toBe(0)
    expect(pruned.stdout).toContain('The list was cleared of what is gone.')
    expect(readFileSync(path.join(root, 'known.json'), 'utf8')).not.toContain('bem')
    expect(mops(['check', '--known', 'known.json'], { cwd: root }).stdout).not.toContain('gone')
  })

  test('a run over some of the files leaves the entries of the others alone', () => {
    const root = folder({ 'a.mops': plan, 'b.mops': plan.replace('strategy small', 'strategy other') })
    mops(['check', '--known', 'known.json', '--write-known'], { cwd: root })

    const checked = mops(['check', 'a.mops', '--known', 'known.json', '--prune-known'], { cwd: root })

    expect(checked.stdout).not.toContain('gone')
    expect(codes(['--known', 'known.json'], root)).toEqual([])
  })
})

describe('a plan that is copied', () => {
  const copy = plan.replace('"Small"', '"Small, again"')
  const listed = ['--known', 'known.json']
  const count = codes([], folder({ 'a.mops': plan })).length

  test('shows its own findings, whatever is known of the plan that it was copied from', () => {
    const root = folder({ 'a/plan.mops': plan })
    mops(['check', ...listed, '--write-known'], { cwd: root })
    put(root, { 'b/plan.mops': copy })

    const { status, stdout } = mops(['check', ...listed], { cwd: root })

    expect(status).toBe(1)
    expect(stdout).toMatch(/^b\/plan\.mops$/m)
    expect(stdout).not.toMatch(/^a\/plan\.mops$/m)
    expect(stdout).toContain(`\n${count} known findings not shown.`)
    expect(codes(listed, root)).toHaveLength(count)
    expect(codes([...listed, 'b'], root)).toHaveLength(count)
    expect(codes([...listed, 'a'], root)).toEqual([])
  })

  test('shows its own findings where only the other one was committed', () => {
    const root = folder({ 'a/plan.mops': plan })
    git(root, 'init', '-q')
    git(root, 'add', '.')
    git(root, 'commit', '-q', '-m', 'first')
    put(root, { 'b/plan.mops': copy, 'c/plan.mops': copy.replace('asof   2027-02-12', 'asof   2027-02-15') })

    expect(codes(['--new-only', 'HEAD'], root)).toHaveLength(2 * count)
    expect(codes(['--new-only', 'HEAD', 'b'], root)).toHaveLength(count)
    expect(codes(['--new-only', 'HEAD', 'a'], root)).toEqual([])
  })

  test('is written down besides the other one, and taken off when it is gone', () => {
    const root = folder({ 'a/plan.mops': plan, 'b/plan.mops': copy })
    mops(['check', ...listed, '--write-known'], { cwd: root })
    const entries = () => JSON.parse(readFileSync(path.join(root, 'known.json'), 'utf8')).findings

    expect(entries()).toHaveLength(2 * count)
    expect(codes(listed, root)).toEqual([])
    rmSync(path.join(root, 'b'), { recursive: true })
    expect(mops(['check', ...listed, '--prune-known'], { cwd: root }).stdout).toContain('The list was cleared of what is gone.')
    expect(entries()).toHaveLength(count)
    expect(codes(listed, root)).toEqual([])
  })

  test('is known where the other one was moved there, once', () => {
    for (const options of [listed, ['--new-only', 'HEAD']]) {
      const root = folder({ 'a/plan.mops': plan })
      git(root, 'init', '-q')
      git(root, 'add', '.')
      git(root, 'commit', '-q', '-m', 'first')
      mops(['check', ...listed, '--write-known'], { cwd: root })
      renameSync(path.join(root, 'a'), path.join(root, 'moved'))
      expect(codes(options, root)).toEqual([])
      put(root, { 'z/plan.mops': copy.replace('asof   2027-02-12', 'asof   2027-02-15') })
      expect(codes(options, root)).toHaveLength(count)
      expect(mops(['check', ...options], { cwd: root }).stdout).toMatch(/^z\/plan\.mops$/m)
    }
  })

  test('hides nothing of a library, which is known where it was moved to', () => {
    const library = 'channel email "Email" owner bem\n'
    const root = folder({ 'a/lib.mops': library })
    mops(['check', ...listed, '--write-known'], { cwd: root })
    const before = codes([], root)
    put(root, { 'b/lib.mops': library })

    expect(before).not.toEqual([])
    expect(codes(listed, root)).toEqual(before)
    rmSync(path.join(root, 'a'), { recursive: true })
    expect(codes(listed, root)).toEqual([])
  })

  test('has identities of its own in every report', () => {
    const twice = `${copy}metric m "M" in mails = 1 / 0 + 1 / 0\nmetric m "M" in mails = 1\n`
    const files = {
      'a/plan.mops': plan,
      'b/plan.mops': copy,
      'c/plan.mops': twice,
      'd/lib.mops': 'channel x "X" owner b\n',
      'e/lib.mops': 'channel x "X" owner b\n',
    }
    const root = folder(files)
    mops(['check', ...listed, '--write-known', 'a'], { cwd: root })
    const reported = (format: string) => mops(['check', '--format', format, '--fail-on', 'never', ...listed], { cwd: root }).stdout
    const identities = {
      json: JSON.parse(reported('json')).findings.map((one: { fingerprint: string }) => one.fingerprint),
      gitlab: JSON.parse(reported('gitlab')).map((one: { fingerprint: string }) => one.fingerprint),
      sarif: JSON.parse(reported('sarif')).runs[0].results.map(
        (one: { partialFingerprints: { primaryLocationLineHash: string } }) => one.partialFingerprints.primaryLocationLineHash,
      ),
      junit: [...reported('junit').matchAll(/<testcase name="([^"]+)" classname="([^"]+)"/g)].map(([, name, file]) => `${file} ${name}`),
    }
    for (const [format, all] of Object.entries(identities)) {
      expect(all.length).toBeGreaterThan(2 * count)
      expect({ format, all: [...new Set(all)] }).toEqual({ format, all })
    }
  })
})

describe('--new-only', () => {
  test('and known findings each count what they hide alone', () => {
    const root = folder({ 'a.mops': plan })
    git(root, 'init', '--quiet')
    git(root, 'add', '.')
    git(root, 'commit', '--quiet', '--message', 'one')
    const old = codes([], root).length
    put(root, { 'a.mops': `${plan}channel social "Social" owner bob\nchannel print "Print" owner bib\n` })
    const all = JSON.parse(mops(['check', '--format', 'json'], { cwd: root }).stdout).findings
    const isPrint = ({ message }: { message: string }) => message.includes('bib')
    mops(['check', '--known', 'known.json', '--write-known'], { cwd: root })
    const list = JSON.parse(readFileSync(path.join(root, 'known.json'), 'utf8'))
    put(root, { 'known.json': JSON.stringify({ ...list, findings: list.findings.filter(isPrint) }) })
    const known = all.filter(isPrint).length

    const { stdout } = mops(['check', '--new-only', 'HEAD', '--known', 'known.json'], { cwd: root })

    expect(known).toBe(1)
    expect(stdout).toContain(`${old} `)
    expect(stdout).toMatch(new RegExp(`\\b${old} .*HEAD`))
    expect(stdout).toMatch(/^1 known finding not shown\.$/m)
    expect(codes(['--new-only', 'HEAD', '--known', 'known.json'], root)).toHaveLength(all.length - old - known)
  })

  function repository(files: Readonly<Record<string, string>>): string {
    const root = folder(files)
    git(root, 'init', '-q')
    git(root, 'add', '.')
    git(root, 'commit', '-q', '-m', 'first')
    return root
  }

  test('shows what the change since a revision brought, by identity and not by line', () => {
    const root = repository({ 'a.mops': plan })
    put(root, { 'a.mops': `// moved\n${plan}channel social "Social" owner bob\n` })

    const { stdout, status } = mops(['check', '--new-only', 'HEAD'], { cwd: root })

    expect(stdout).toMatch(/^10:31 error .*`bob`/m)
    expect(stdout).not.toContain('`bem`')
    expect(stdout).toMatch(/^\d+ findings that were there at HEAD not shown\.$/m)
    expect(status).toBe(1)
  })

  test('compares on the same status date, so that a later date alone brings nothing', () => {
    const overdue = `${plan}goal g "Fewer unwanted mails"\n[ ] task t "Write it" for g @ben 8h start 2027-01-11 due 2027-01-22\n`
    const root = repository({ 'a.mops': overdue.replace('2027-02-12', '2027-01-11') })
    put(root, { 'a.mops': overdue })

    expect(codes(['--new-only', 'HEAD'], root)).toEqual([])
    expect(codes(['--new-only', 'HEAD', '--today', '2027-06-01'], root)).toEqual([])
  })

  test('a plan that was split over files, or moved, brings nothing new', () => {
    const root = repository({ 'a.mops': plan })
    put(root, {
      'a.mops': `import "lists/people.mops"\n${plan.replace('person ben "Ben" works 24h per week\n', '')}`,
      'lists/people.mops': 'person ben "Ben" works 24h per week\n',
    })

    expect(codes(['--new-only', 'HEAD'], root)).toEqual([])
  })

  test('an unknown revision is wrong usage', () => {
    const root = repository({ 'a.mops': plan })

    expect(mops(['check', '--new-only', 'nowhere'], { cwd: root })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'mops: git knows no revision `nowhere`.\n',
    })
  })
})

describe('--fix', () => {
  const scaled = plan
    .replace('bem', 'ben')
    .replace('bne', 'ben')
    .concat(
      'measure clicks "Clicks" in clicks per month sum // counted\nmeasure sent "Sent" in mails per month sum at least 1\n',
      'metric rate "Rate" in % per month = clicks ÷ sent * 100\n',
    )

  test('applies the safe fixes, leaves the rest of the file as it is, and finds nothing more to do', () => {
    const root = folder({ 'a.mops': `\uFEFF${scaled}`.replaceAll('\n', '\r\n') })

    const { stdout } = mops(['check', '--fix'], { cwd: root })

    const fixed = readFileSync(path.join(root, 'a.mops'), 'utf8')
    expect(fixed).toBe(`\uFEFF${scaled.replace('clicks ÷ sent * 100', 'clicks / sent')}`.replaceAll('\n', '\r\n'))
    expect(stdout).toMatch(/^Fixes applied: 2, in 1 file\.$/m)
    expect(mops(['check', '--fix'], { cwd: root }).stdout).toContain('Nothing to fix without a person’s judgement.')
    expect(readFileSync(path.join(root, 'a.mops'), 'utf8')).toBe(fixed)
  })

  test('--fix-dry-run prints the difference and writes nothing', () => {
    const root = folder({ 'a.mops': scaled })

    const { stdout } = mops(['check', '--fix-dry-run'], { cwd: root })

    expect(stdout).toContain('--- a/a.mops\n+++ b/a.mops\n')
    expect(stdout).toContain(
      '-metric rate "Rate" in % per month = clicks ÷ sent * 100\n+metric rate "Rate" in % per month = clicks / sent\n',
    )
    expect(readFileSync(path.join(root, 'a.mops'), 'utf8')).toBe(scaled)
  })
})
