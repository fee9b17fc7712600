import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { readPlanText } from '../../language/read/read-file.js'
import { utmCsv } from './utm.js'

function rowsOf(text: string): string[][] {
  const { plan } = judgeExample({ text, isWhole: true })
  const [, ...rows]: string[][] = parse(utmCsv(plan), { bom: true })
  return rows
}

const channels = `channel mail "Mail" utm source "newsletter" medium "email"
channel social "Social" utm source "linkedin"
channel print "Print"
`

it('every message has a row for each channel that is tagged, and its title tells it apart', () => {
  const text = `${channels}campaign spring "Spring" via mail, social, print utm "spring 2027" {
  send 2027-03-09 "Spring & summer: 1" to all
  send 2027-03-16 to all
}
stakeholder all "All"
`
  const rows = rowsOf(text)
  expect(rows).toHaveLength(6)
  expect(rows[0]).toEqual([
    'Spring',
    'Spring & summer: 1',
    '2027-03-09',
    'Mail',
    'newsletter',
    'email',
    'spring 2027',
    'spring_summer_1',
    'utm_source=newsletter&utm_medium=email&utm_campaign=spring+2027&utm_content=spring_summer_1',
  ])
  expect(rows[2]?.slice(3)).toEqual(['Print', '', '', 'spring 2027', 'spring_summer_1', expect.any(String)])
  expect(rows[3]?.[7]).toBe('2027-03-16')
})

it('messages that nothing tags have no row', () => {
  expect(rowsOf(`${channels}campaign plain "Plain" via print { send 2027-03-09 "One" to all }\nstakeholder all "All"\n`)).toEqual([])
})

it.each([
  ['campaign c "C" utm source "a"', 'utm "spring_2027"'],
  ['channel c "C" utm "a"', 'utm source "newsletter" medium "email"'],
  ['segment s "S" within 2wd', 'within customers_list'],
  ['sla s "S" within other', 'within 2wd'],
])('`%s` is told the form that it has', (text, usage) => {
  expect(readPlanText('plan.mops', text).faults.map(({ code, message }) => [code, message.includes(usage)])).toEqual([
    ['plan/syntax', true],
  ])
})
