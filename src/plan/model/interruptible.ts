/** Work that can be left and taken up again between its steps; what it makes comes with the last. */
export type Interruptible<T> = Generator<undefined, T>

/** Does all steps in one go. */
export function runToEnd<T>(steps: Interruptible<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
