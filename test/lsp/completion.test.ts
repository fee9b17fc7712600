import { describe, expect, it } from 'vitest'
import { type CompletionOptions, completionsAt } from '../../src/language/lsp/completion.js'
import { at } from './kit.js'

const plain: CompletionOptions = { hasSnippets: false, again: undefined }
const rich: CompletionOptions = { hasSnippets: true, again: undefined }

const frame = `strategy spring "Spring" {
  period 2027-01-04 .. 2027-04-09
  asof   2027-02-12
  owner  ben
}
person ben "Ben Cole" works 24h per week
person dana "Dana Frei"
team crew "The crew" members ben
stakeholder customers "Customers"
channel email "Email" owner ben
source platform "Platform" file "data/email.csv" dated month
measure clicks "Clicks" in clicks per month sum from platform.clicks
metric click_rate "Click rate" in % = clicks / clicks
goal more_clicks "More clicks"
[ ] task audit "Audit" @ben
`

async function labels(text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { view, offset } = await at(text, files)
  return completionsAt(view, offset, plain).map(({ label }) => label)
}

/** The text with one of the offers taken. */
async function taken(text: string, label: string, how = plain): Promise<string> {
  const { view, offset } = await at(text)
  const item = completionsAt(view, offset, how).find((one) => one.label === label)
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`${label} is not offered.`)
  const source = view.text
  const from = view.folder.offsetAt(view.path, item.textEdit.range.start)
  return source.slice(0, from) + item.textEdit.newText + source.slice(offset)
}

describe('behind a number that a task moves', () => {
  it('up and down are offered', async () => {
    expect(await labels(`${frame}[ ] task move "Move" expects clicks │`)).toEqual(expect.arrayContaining(['up', 'down']))
  })
})

describe('behind the column of a filter', () => {
  const measure = `${frame}measure mails "Mails" in clicks per month count from platform where channel`

  it('the signs, a list and whether it is empty are offered', async () => {
    expect(await labels(`${measure} │`)).toEqual(expect.arrayContaining(['=', '>=', 'in', 'not', 'empty']))
    expect(await labels(`${measure} not │`)).toEqual(['empty'])
  })

  it('another clause may begin where the filter is complete, and none where it is not', async () => {
    for (const filter of ['not empty', 'empty', 'in "email"', 'in "email", "web"', '= "email"'])
      expect(await labels(`${measure} ${filter} │`), filter).toContain('where')
    for (const filter of ['in "email",', 'in', '=']) expect(await labels(`${measure} ${filter} │`), filter).not.toContain('where')
  })
})

describe('behind a table', () => {
  it('its connection is offered, those of the plan first', async () => {
    const other = 'source orders "Orders" table "shop.orders" in shop_db\n'
    expect(await labels(`${frame}${other}source leads "Leads" table "crm.leads" in │`)).toEqual(['shop_db', 'warehouse'])
  })
})

describe('where a clause may begin', () => {
  it('offers the clauses of the element, without those that it has', async () => {
    const offered = await labels(`${frame}goal fewer "Fewer" {\n  owner ben\n  measurable clicks\n  │\n}\n`)
    expect(offered).toContain('specific')
    expect(offered).toContain('measurable')
    expect(offered).toContain('note')
    expect(offered).not.toContain('owner')
    expect(offered).not.toContain('effort')
    expect(offered).not.toContain('goal')
  })

  it('knows the clauses that stand behind the cursor', async () => {
    expect(await labels(`${frame}goal fewer "Fewer" {\n  │\n  owner ben\n}\n`)).not.toContain('owner')
  })

  it('goes on behind a complete clause on the same line', async () => {
    const offered = await labels(`${frame}task write "Write" @ben 8h │`)
    expect(offered.slice(0, 4)).toEqual(['for', '@', 'owner', 'start'])
  })

  it('offers elements on a new line, and the clauses of the element above behind them', async () => {
    const offered = await labels(`${frame}│`)
    expect(offered).toContain('goal')
    expect(offered).toContain('import')
    expect(offered).not.toContain('strategy')
    expect(offered.indexOf('goal')).toBeLessThan(offered.indexOf('due'))
  })

  it('offers what the element holds', async () => {
    expect(await labels(`${frame}phase build {\n  │\n}`)).toEqual(['note', 'link', '#', 'ignore', 'task', 'milestone', 'decision'])
    expect(await labels(`${frame}budget money total 3 EUR {\n  │\n}`)).toContain('line')
  })

  it('puts whole elements with tab stops, or without for clients that have none', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop looks like a template
    expect(await taken('│', 'channel', rich)).toBe('channel ${1:name} "${2:Title}" owner ${3:person}')
    expect(await taken('│', 'channel')).toBe('channel name "Title" owner person')
    expect(await taken(`${frame}[ ] │`, 'milestone')).toContain('[ ] milestone name "Title" due 2027-04-09')
  })

  it('goes on from a check mark that is being typed', async () => {
    const { view, offset } = await at(`${frame}phase build {\n  [│]\n}`)
    const offered = completionsAt(view, offset, plain)
    expect(offered.map(({ label }) => label)).toEqual(['task', 'milestone'])
    expect(offered[1]?.textEdit).toMatchObject({
      newText: '[ ] milestone name "Title" due 2027-04-09',
      range: { start: { character: 2 }, end: { character: 4 } },
    })
  })

  it('replaces the part of the word that is typed', async () => {
    expect(await taken(`${frame}task write "Write" ow│`, 'owner')).toBe(`${frame}task write "Write" owner `)
  })
})

describe('names', () => {
  it('are of the kinds that the clause takes, nearest first, with their titles', async () => {
    const { view, offset } = await at(`${frame}task write "Write" @│`)
    const offered = completionsAt(view, offset, plain)
    expect(offered.map(({ label }) => label)).toEqual(['customers', 'crew', 'dana', 'ben'])
    expect(offered[2]).toMatchObject({ detail: 'person', labelDetails: { description: 'Dana Frei' } })
  })

  it('leave out the element itself and those that are listed already', async () => {
    expect(await labels(`${frame}[ ] task write "Write" after │`)).toEqual(['audit'])
    expect(await labels(`${frame}team other "Other" members ben, │`)).toEqual(['dana'])
  })

  it('are offered while one is being typed', async () => {
    expect(await labels(`${frame}goal fewer "Fewer" measurable cli│`)).toContain('click_rate')
  })

  it('come from all files of the plan', async () => {
    expect(await labels('import "people.mops"\nchannel web "Web" owner │', { 'people.mops': 'person max "Max"' })).toEqual(['max'])
  })

  it('are numbers and functions in a formula, then what goes on', async () => {
    const offered = await labels(`${frame}metric rate "Rate" in %\n  = clicks / │`)
    expect(offered[0]).toBe('click_rate')
    expect(offered).toContain('average')
    expect(await labels(`${frame}metric rate "Rate" in %\n  = clicks / clicks │`)).toContain('else none')
  })
})

describe('values', () => {
  it('are dates: the status date and the ends of the periods of the plan', async () => {
    expect(await labels(`${frame}task write "Write" due │`)).toEqual([
      '2027-02-12',
      '2027-01-04',
      '2027-04-09',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '1w',
      '2w',
      '2wd',
      '1mo',
    ])
    expect(await labels(`${frame}task write "Write" due 2w │`)).toEqual(['before', 'after'])
    expect(await labels(`${frame}task read "Read"\ntask write "Write" due 2w before │`)).toEqual(
      expect.arrayContaining(['read', 'start', 'end']),
    )
  })

  it('are periods, units, grains, levels and stages', async () => {
    expect(await labels(`${frame}goal g "G" measurable clicks to 5 in │`)).toContain('2027-Q1')
    expect((await labels(`${frame}metric m "M" in │`)).slice(0, 2)).toEqual(['clicks', '%'])
    expect(await labels(`${frame}metric m "M" per │`)).toEqual(['day', 'week', 'month', 'quarter', 'year'])
    expect(await labels(`${frame}risk r "R" likelihood │`)).toEqual(['low', 'medium', 'high'])
    expect(await labels('strategy s "S" stage │')).toEqual(['draft', 'review', 'approved', 'running', 'closed'])
  })

  it('lead through a measurable word by word', async () => {
    expect((await labels(`${frame}goal g "G" measurable clicks │`)).slice(0, 6)).toEqual([
      'increase',
      'decrease',
      'hold',
      'from',
      'by',
      'to',
    ])
    expect(await labels(`${frame}goal g "G" measurable clicks increase from 5 to │`)).toEqual(['at least', 'at most', '100 clicks'])
    expect((await labels(`${frame}goal g "G" measurable clicks from 5 │`)).slice(0, 4)).toEqual(['in', 'on', 'by', 'to'])
    expect((await labels(`${frame}goal g "G" measurable clicks from 5 in 2026 │`)).slice(0, 3)).toEqual(['..', 'by', 'to'])
  })

  it('are the next row of a list of values', async () => {
    expect(await labels(`${frame}actuals clicks {\n  2027-01 500 clicks\n  │\n}`)).toContain('2027-02 500 clicks')
  })

  it('are the columns of the source', async () => {
    const data = { 'data/email.csv': 'month,sent,clicks\n2027-01,5,1\n' }
    expect(await labels(`${frame}measure sent "Sent" in emails per month sum from platform.│`, data)).toEqual(['month', 'sent', 'clicks'])
  })
})

describe('a goal', () => {
  it('can be written by taking what is offered', async () => {
    const text = await taken(`${frame}│`, 'goal')
    const { view } = await at(`${text}│`)
    expect(view.file.faults).toEqual([])
    expect(text).toContain('  measurable click_rate from 0% in 2026-12 to 0% in 2027-04\n')
    expect(text).toContain('  relevant   to customers because "Why it matters to them"\n')
    expect(text).toContain('  owner      ben\n')
    const actuals = `${frame}actuals clicks { 2027-01 500 clicks }\n`
    expect(await labels(`${actuals}goal g "G" measurable clicks from │`)).toEqual(['500 clicks'])
    expect(await labels(`${actuals}goal g "G" measurable clicks from 500 clicks in 2027-01 to at least │`)).toEqual(['500 clicks'])
  })
})

describe('texts', () => {
  it('are paths behind import', async () => {
    const files = { 'people.mops': 'person max "Max"', 'old/plan.mops': '' }
    expect(await labels('import "│"\nperson a "A"', files)).toEqual(['people.mops', 'old/plan.mops'])
  })

  it('are rule codes behind ignore, first those that speak here', async () => {
    const offered = await labels(`${frame}goal g "G" {\n  measurable clicks by +25%\n  ignore "│"\n}`)
    expect(offered.slice(0, 10)).toContain('smart/baseline-missing')
    expect(offered.slice(0, 10)).not.toContain('plan/unknown-rule')
    expect(offered).toContain('schedule/over-capacity')
  })

  it('are left alone elsewhere, and so are comments', async () => {
    expect(await labels(`${frame}goal g "More │"`)).toEqual([])
    expect(await labels(`${frame}// goal │`)).toEqual([])
  })
})

describe('standard metrics', () => {
  it('bring the measures that they rest on', async () => {
    const text = await taken('metric deli│', 'delivery_rate')
    expect(text).toMatch(/^metric \w+ ".+" in % per month .*= \w+ \/ \w+ else none\nmeasure \w+ ".+" in \w+ per month sum/)
  })

  it('are offered where a number is wanted, and declare themselves', async () => {
    const { view, offset } = await at(`${frame}goal g "G" measurable │`)
    const item = completionsAt(view, offset, plain).find(({ label }) => label === 'delivery_rate')
    expect(item?.additionalTextEdits?.[0]?.newText).toContain('measure emails_sent')
  })
})
