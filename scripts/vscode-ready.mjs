// Finds or installs what the tests in VS Code need: a Chromium and a VS Code. Says what is missing, and ends with 1.
import { chromium } from '../test/vscode/chromium.ts'
import { codeServer } from '../test/vscode/code-server.ts'

try {
  chromium()
  codeServer()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
