import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { amount, atMost, type Figure } from './figures.js'
import { inFolder, root } from './processes.js'
import { started } from './server.js'

const part = 'memory'
const early = 1000
const late = 10_000

/** What the server holds after a thousand and after ten thousand edits of the small example, each with a name that was not there before. */
export function memoryOfEdits(): Promise<readonly Figure[]> {
  if (process.platform === 'win32') throw new Error('Windows has no signals.')
  return inFolder(async (folder) => {
    const answer = path.join(folder, 'heap')
    const preload = path.join(folder, 'preload.cjs')
    writeFileSync(
      preload,
      `const { renameSync, writeFileSync } = require('node:fs')
       process.on('SIGUSR2', () => {
         gc()
         writeFileSync(${JSON.stringify(`${answer}.new`)}, String(process.memoryUsage().heapUsed))
         renameSync(${JSON.stringify(`${answer}.new`)}, ${JSON.stringify(answer)})
       })`,
    )
    const text = `${readFileSync(path.join(root, 'examples/email-churn-q1.mops'), 'utf8')}\nchannel bench_channel "Bench" owner nobody_0\n`
    const { client, uri } = await started(folder, text, ['--expose-gc', '--require', preload])
    await client.open(uri, text)
    const line = text.split('\n').length - 2
    const start = { line, character: 'channel bench_channel "Bench" owner nobody_'.length }
    /** MB, after everything that nobody holds is gone. */
    const heap = async () => {
      rmSync(answer, { force: true })
      client.process.kill('SIGUSR2')
      while (!existsSync(answer)) await new Promise((resolve) => setTimeout(resolve, 20))
      return Number(readFileSync(answer, 'utf8')) / 2 ** 20
    }
    const heaps: number[] = []
    for (let edit = 1; edit <= late; edit++) {
      const end = { line, character: start.character + String(edit - 1).length }
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: edit + 1 },
        contentChanges: [{ range: { start, end }, text: String(edit) }],
      })
      await client.until(() => JSON.stringify(client.diagnostics.get(uri)).includes(`nobody_${edit}\``))
      if (edit === early || edit === late) heaps.push(await heap())
    }
    await client.stop()
    const [before = 0, after = 0] = heaps
    return [
      { part, what: 'heap of the server after 1,000 edits', value: before, unit: 'MB' },
      {
        part,
        what: 'heap of the server after 10,000 edits, of that after 1,000',
        value: after / before,
        unit: '×',
        limit: atMost(1.1, 1.02),
        detail: amount(after, 'MB'),
      },
    ]
  })
}
