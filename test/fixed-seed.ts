import fc from 'fast-check'
import { expect } from 'vitest'

// Random runs would be red by chance, and on somebody else's change. MOPS_SEED gives another seed; `random` a new one each time.
const usual = 20270104
const written = process.env.MOPS_SEED ?? String(usual)
const seed = written === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(written)
if (!Number.isSafeInteger(seed)) throw new Error(`MOPS_SEED is a whole number or \`random\`, not \`${written}\`.`)

fc.configureGlobal({
  seed,
  reporter: (run) => {
    if (!run.failed) return
    const file = expect.getState().testPath?.replace(`${process.cwd()}/`, '') ?? ''
    const again = `Run it again: MOPS_SEED=${run.seed} npx vitest run ${file}`
    throw new Error(`${fc.defaultReportMessage(run)}\n\n${again}`, { cause: run.errorInstance })
  },
})
