import assert from 'node:assert/strict'
import {
  type CodeAction,
  type CompletionList,
  commands,
  extensions,
  type Hover,
  languages,
  Selection,
  type TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import { before, codeOf, codes, fileUri, open, until } from './documents.js'
import { serverProcesses } from './server-process.js'
import { test } from './test-list.js'

const smallPlan = 'small.mops'

test('the packaged extension is the one that runs, and it is active once a workspace holds a plan', async () => {
  const extension = extensions.getExtension('mops.mops-plan')
  assert.ok(extension)
  assert.match(extension.extensionUri.path, /extensions\/mops\.mops-plan-/)
  await until('active', () => extension.isActive)
})

test('a plan that nobody has opened is judged', async () => {
  await until('findings of unopened.mops', () => codes(fileUri('unopened.mops')).includes('plan/unknown-name'))
})

test('a finding goes when the text is repaired and comes back with the fault', async () => {
  const document = await open(smallPlan)
  await until('clean', () => codes(document.uri).length === 0)
  const edit = new WorkspaceEdit()
  const start = before(document, 'increase from 2.0%')
  const end = before(document, ' to at least 2.5%')
  edit.replace(document.uri, new Selection(start, end), 'increase')
  await workspace.applyEdit(edit)
  await until('baseline missing', () => codes(document.uri).includes('smart/baseline-missing'))
  await commands.executeCommand('undo')
  await until('clean again', () => codes(document.uri).length === 0)
})

test('the code of a finding opens the page of its rule', async () => {
  const [finding] = languages.getDiagnostics(fileUri('unopened.mops')).filter((one) => codeOf(one) === 'plan/unknown-name')
  const target = typeof finding?.code === 'object' ? finding.code.target : undefined
  assert.equal(target?.toString(true), 'command:mops.explainRule?["plan/unknown-name"]')
  const page = await workspace.openTextDocument(Uri.parse('mops-rule:/plan/unknown-name.md'))
  assert.match(page.getText(), /plan\/unknown-name/)
})

test('the status date of the settings is the one that checks take', async () => {
  const settings = workspace.getConfiguration('mops')
  const isOverdue = () => codes(fileUri('running.mops')).includes('schedule/overdue')
  assert.equal(isOverdue(), false)
  await settings.update('statusDate', '2027-06-30', false)
  await until('overdue tasks', isOverdue)
  await settings.update('statusDate', undefined, false)
  await until('nothing overdue', () => !isOverdue())
})

test('the command for a task sets its mark and the day, and undo takes both back', async () => {
  const document = await open(smallPlan)
  const text = document.getText()
  const editor = window.activeTextEditor
  const cursor = before(document, 'task choose_offers')
  if (editor) editor.selection = new Selection(cursor, cursor)
  await commands.executeCommand('mops.toggleTask')
  await until('done', () => /\[x\] task choose_offers [^\n]*\{\n(?: {2}.*\n)* {2}done +\d{4}-\d{2}-\d{2}\n\}/.test(document.getText()))
  await commands.executeCommand('undo')
  assert.equal(document.getText(), text)
})

test('completion offers the clauses that a goal lacks', async () => {
  const document = await open(smallPlan)
  const position = before(document, 'achievable')
  const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position)
  const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label))
  assert.ok(labels.includes('watch'), labels.join(', '))
})

test('hover says what a goal has', async () => {
  const document = await open(smallPlan)
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, before(document, 'more_clicks "'))
  const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n')
  assert.match(text, /More readers click/)
})

test('a name is renamed wherever it stands', async () => {
  const document = await open(smallPlan)
  const count = (name: string) => document.getText().split(name).length - 1
  const uses = count('more_clicks')
  const edit = await commands.executeCommand<WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    before(document, 'more_clicks "'),
    'more_readers',
  )
  await workspace.applyEdit(edit)
  assert.equal(count('more_readers'), uses)
  assert.equal(count('more_clicks'), 0)
  await commands.executeCommand('undo')
})

test('a formatted document keeps its text, and one with ragged columns is aligned', async () => {
  const document = await open(smallPlan)
  const ask = () =>
    commands.executeCommand<TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    })
  const edit = new WorkspaceEdit()
  edit.insert(document.uri, before(document, '"Newsletters only'), '      ')
  await workspace.applyEdit(edit)
  const edits = (await ask()) ?? []
  assert.ok(edits.length > 0)
  await commands.executeCommand('undo')
})

test('the light bulb repairs a finding', async () => {
  const document = await open('unopened.mops')
  const position = before(document, 'marra')
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Selection(position, position),
  )
  const repair = actions.find(({ edit }) => edit)
  assert.ok(repair?.edit, actions.map(({ title }) => title).join(', '))
  await workspace.applyEdit(repair.edit)
  await until('repaired', () => !codes(document.uri).includes('plan/unknown-name'))
  await commands.executeCommand('undo')
})

test('the server can be restarted and says the same again', async () => {
  await commands.executeCommand('mops.restartServer')
  await until('findings again', () => codes(fileUri('unopened.mops')).includes('plan/unknown-name'))
})

// Windows has no `ps`.
if (process.platform !== 'win32')
  test('a server that is killed in the middle of an edit comes back and says of the text what any other would', async () => {
    const document = await open(smallPlan)
    const type = async (text: string) => {
      const edit = new WorkspaceEdit()
      edit.insert(document.uri, before(document, '\n[ ] task build_template'), text)
      await workspace.applyEdit(edit)
    }
    const [killed] = serverProcesses()
    assert.ok(killed)
    await type(' after noth')
    process.kill(killed, 'SIGKILL')
    await type('ing_there')
    await until('a server anew', () => serverProcesses().some((process) => process !== killed))
    await until('the finding about what was typed', () => saysOf(document.uri, '`nothing_there`'))
    assert.match(document.getText(), /due 2027-01-22 after nothing_there\n/)
    assert.equal(document.isDirty, true)
    const all = JSON.stringify(languages.getDiagnostics())
    await commands.executeCommand('mops.restartServer')
    await until('the same findings', () => JSON.stringify(languages.getDiagnostics()) === all)
    await commands.executeCommand('undo')
    await commands.executeCommand('undo')
    await until('clean', () => codes(document.uri).length === 0)
  })

function saysOf(uri: Uri, words: string): boolean {
  return languages.getDiagnostics(uri).some(({ message }) => message.includes(words))
}
