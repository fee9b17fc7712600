import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from './code-server.js'

/** A small plan without findings. */
export const smallPlan = readFileSync(path.join(repository, 'test/vscode/plans/small.mops'), 'utf8')

/** A plan with a name that is misspelt. */
export const planWithUnknownName = `strategy other "Other plan" {
  for    "Brightleaf Supply"
  period 2027-01-04 .. 2027-03-31
  stage  draft
  asof   2027-01-04
  owner  marra
}
person mara "Mara Lindt" works 20h per week
`
