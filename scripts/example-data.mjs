import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Makes the data of examples/newsletter: single events with their time, the same on every machine.

const folder = path.join(fileURLToPath(new URL('..', import.meta.url)), process.argv[2] ?? 'examples/newsletter/data')
const random = seeded(20270101)
const days = { '2026-10': 31, '2026-11': 30, '2026-12': 31, '2027-01': 31 }

const mails = ['contact_id,event,sent_at']
const leads = ['lead_id,channel,created_at,value']
let lead = 0
for (const [at, [month, length]] of Object.entries(Object.entries(days)).map(([index, one]) => [Number(index), one])) {
  for (let contact = 1; contact <= 60; contact++) {
    const id = String(contact).padStart(4, '0')
    for (const day of [3, 17]) if (random() < 0.95) mails.push(`${id},send,${month}-${String(day).padStart(2, '0')} 09:${minutes()}:00`)
    if (random() < 0.12 - at * 0.02) mails.push(`${id},unsubscribe,${moment(month, length)}`)
  }
  for (let count = Math.floor(14 + at * 2 + random() * 6); count > 0; count--) {
    lead++
    const channel = ['email', 'web', 'event'][Math.floor(random() * 3)]
    leads.push(
      `L${String(lead).padStart(4, '0')},${channel},${moment(month, length)},${(200 + Math.floor(random() * 180_000) / 100).toFixed(2)}`,
    )
  }
}
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'mails.csv'), `${mails.join('\n')}\n`)
writeFileSync(path.join(folder, 'leads.csv'), `${leads.join('\n')}\n`)

function moment(month, length) {
  const hour = String(Math.floor(random() * 24)).padStart(2, '0')
  return `${month}-${String(1 + Math.floor(random() * length)).padStart(2, '0')} ${hour}:${minutes()}:00`
}

function minutes() {
  return String(Math.floor(random() * 60)).padStart(2, '0')
}

/** mulberry32: small, and the same everywhere. */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
