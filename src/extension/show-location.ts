import { ViewColumn, window } from 'vscode'
import type { Location } from 'vscode-languageserver-types'
import type { PlanServer } from './plan-server.js'

/** Shows a place in the editor that has the file open, else in the first column. */
export async function showLocation(server: PlanServer, location: Location, preserveFocus = false): Promise<void> {
  const { uri, range } = server.client.protocol2CodeConverter.asLocation(location)
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
  await window.showTextDocument(uri, { selection: range, viewColumn: open?.viewColumn ?? ViewColumn.One, preserveFocus })
}
