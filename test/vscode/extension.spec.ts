import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron'
import { expect, test } from 'vitest'
import { installExtension, repository } from './code-server.js'
import { packaged } from './packaged.js'
import { planWithUnknownName, smallPlan } from './plans.js'
import type { Outcome } from './suite/test-list.js'

// The same tests run in a desktop VS Code, when one is named, and else in the web build of it.
const desktop = process.env.VSCODE_EXECUTABLE

const outcomes = await runInVsCode()

test('the tests inside VS Code have run', () => {
  expect(outcomes.length).toBeGreaterThan(0)
})

for (const { name, error } of outcomes)
  test(name, () => {
    expect(error).toBeUndefined()
  })

async function runInVsCode(): Promise<readonly Outcome[]> {
  const place = mkdtempSync(path.join(tmpdir(), 'mops-extension-'))
  const folder = path.join(place, 'plans')
  const extensions = path.join(place, 'extensions')
  const outcomesFile = path.join(place, 'outcomes.json')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'small.mops'), smallPlan)
  writeFileSync(path.join(folder, 'running.mops'), smallPlan.replace(/(stage\s+)draft/, '$1running'))
  writeFileSync(path.join(folder, 'unopened.mops'), planWithUnknownName)
  if (desktop) {
    const [cli = desktop, ...args] = resolveCliArgsFromVSCodeExecutablePath(desktop)
    spawnSync(cli, [...args, '--install-extension', packaged(), '--extensions-dir', extensions], { stdio: 'inherit' })
  } else installExtension(packaged(), extensions)
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? path.join(repository, 'out/test/launcher.mjs'),
      extensionDevelopmentPath: path.join(repository, 'test/vscode/host'),
      extensionTestsPath: path.join(repository, 'out/test/vscode/suite.cjs'),
      launchArgs: [folder, `--extensions-dir=${extensions}`, `--user-data-dir=${path.join(place, 'user')}`],
      extensionTestsEnv: { MOPS_TEST_OUTCOMES: outcomesFile },
    })
  } catch (error) {
    // Failed tests are told one by one below.
    console.error(String(error))
  }
  return JSON.parse(readFileSync(outcomesFile, 'utf8'))
}
