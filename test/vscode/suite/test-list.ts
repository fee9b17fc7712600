interface Listed {
  readonly name: string
  readonly body: () => Promise<void>
}

export interface Outcome {
  readonly name: string
  /** What went wrong; undefined when nothing did. */
  readonly error: string | undefined
}

const tests: Listed[] = []
const timeLimit = 30_000

/** Adds a test that runs inside VS Code. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body })
}

/** Runs all tests in turn. */
export async function runAll(): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name, body } of tests) {
    const error = await withinLimit(body).then(
      () => undefined,
      (reason: unknown) => (reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
    )
    outcomes.push({ name, error })
    console.log(error === undefined ? `ok      ${name}` : `FAILED  ${name}\n${error}`)
  }
  return outcomes
}

async function withinLimit(body: () => Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${timeLimit / 1000} s.`)), timeLimit)
  })
  await Promise.race([body(), late]).finally(() => clearTimeout(timer))
}
