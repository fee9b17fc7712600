import { judgeExample as judge, overlaid as overlay } from '../src/language/workspace/example-plan.js'

/** The way to judged examples for unit tests of the lower floors, which know nothing of the language. */
export const judgeExample = judge

/** The base plan with an example laid over it. */
export const overlaid = overlay
