import { execFileSync } from 'node:child_process'

/** The processes of the language server that this extension host has started. */
export function serverProcesses(): readonly number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, parent, words = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(parent) === process.pid && words.includes('server.cjs') && !words.includes('<defunct>') ? [Number(pid)] : []
  })
}
