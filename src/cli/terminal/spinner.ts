import { writeSync } from 'node:fs'

/** Milliseconds before a sign of life, and between two of them. */
const patience = 300
const pause = 100

const clearLine = '\r\u001B[K'

/** What both threads see: who may write, and whether anything was written. */
const cells = { state: 0, shown: 1 } as const
const states = { idle: 0, writing: 1, ended: 2 } as const

interface SpinnerData {
  readonly shared: Int32Array
  readonly text: string
}

/**
 * Does work that may take long, and meanwhile shows on a terminal that it goes on. Plans are read and judged in one go, so a thread of its own
 * writes; it hides no cursor, so that nothing is left behind when the run is broken off. The line is gone before this returns.
 */
export async function withSpinner<T>(text: string, work: () => T | Promise<T>): Promise<T> {
  if (!isShown()) return work()
  const shared = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * 2))
  const workerData: SpinnerData = { shared, text }
  const settings = { patience, pause, clearLine, cells, states }
  const { Worker } = await import('node:worker_threads')
  const worker = new Worker(`(${spin.toString()})(${JSON.stringify(settings)})`, { eval: true, workerData, stdout: false, stderr: false })
  worker.unref()
  // Where no thread can be had, the work goes on without it.
  worker.on('error', () => undefined)
  try {
    return await work()
  } finally {
    while (Atomics.compareExchange(shared, cells.state, states.idle, states.ended) === states.writing)
      Atomics.wait(shared, cells.state, states.writing, pause)
    if (Atomics.load(shared, cells.shown) === 1) writeSync(process.stderr.fd, clearLine)
    void worker.terminate()
  }
}

/** On a terminal that understands control characters, and not where a log is kept. */
function isShown(): boolean {
  const { CI, TERM } = process.env
  return process.stderr.isTTY === true && !CI && TERM !== 'dumb'
}

/** Runs in the other thread, from its text: it may use nothing from outside. */
function spin({ patience: first, pause: next, clearLine: start, cells: cell, states: state }: SpinnerSettings): void {
  const { workerData } = process.getBuiltinModule('node:worker_threads')
  const { writeSync: write } = process.getBuiltinModule('node:fs')
  const { shared, text }: SpinnerData = workerData
  const frames = ['-', '\\', '|', '/']
  let count = 0
  const show = () => {
    if (Atomics.compareExchange(shared, cell.state, state.idle, state.writing) !== state.idle) return
    write(2, `${start}${frames[count++ % frames.length]} ${text}`)
    Atomics.store(shared, cell.shown, 1)
    Atomics.store(shared, cell.state, state.idle)
    Atomics.notify(shared, cell.state)
    setTimeout(show, next)
  }
  setTimeout(show, first)
}

interface SpinnerSettings {
  readonly patience: number
  readonly pause: number
  readonly clearLine: string
  readonly cells: typeof cells
  readonly states: typeof states
}
