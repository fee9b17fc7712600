// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import {
  amount,
  cadence,
  column,
  condition,
  date,
  either,
  formula,
  freeWord,
  grain,
  name,
  optional,
  period,
  sign,
  text,
  unit,
  word,
} from './arguments.js'
import { clause, owner } from './clause.js'
import { kind } from './kind.js'
import { journeyStage, number, takes, tool } from './references.js'

const aggregations = ['sum', 'count', 'distinct', 'last', 'average', 'median', 'max', 'min'] as const

const ofNumber = [
  clause('in', [unit], 'in %', 'The unit.'),
  clause('per', [grain], 'per month', 'The grain: the smallest period that has a value.'),
]

export const numberKinds = {
  source: kind(
    {
      about: 'Where data come from.',
      example: 'source email_platform "Email platform" from hubrunner every month owner ben',
      snippet: 'source ${1:name} "${2:Title}" from ${3:tool} every ${4|month,week,day,quarter|} owner ${5:person}',
      like: 'origin',
    },
    [
      clause('from', [name(tool)], 'from hubrunner', 'The tool that holds the data.'),
      clause(
        'file',
        [text, optional(word('sheet'), text)],
        'file "data/leads.xlsx" sheet "Leads"',
        'Files with the data, beside the plan: CSV, TSV, Parquet, JSON lines or a sheet of XLSX. `*` stands for any letters of a name.',
      ),
      clause(
        'table',
        [text, optional(word('in'), freeWord('connection'))],
        'table "crm.leads" in warehouse',
        'A table with the data, and the connection of `mops.config.json` that leads to it.',
      ),
      clause('decimal', [text], 'decimal ","', 'The sign in front of the decimals in its files; a point where none is given.'),
      clause('dated', [column], 'dated month', 'The column that holds the date or period.'),
      clause('every', cadence, 'every month', 'How often the data are renewed.'),
      owner,
    ],
  ),
  measure: kind(
    {
      about: 'A number that is counted or read somewhere.',
      example: 'measure clicks "Clicks" in clicks per month sum from email_platform.clicks',
      snippet:
        'measure ${1:name} "${2:Title}" in ${3:contacts} per ${4|month,week,day,quarter,year|} ${5|sum,count,distinct,last,average,median,max,min|} from ${6:source}',
      like: 'count',
    },
    [
      clause('in', [unit], 'in contacts', 'The unit.'),
      clause('per', [grain], 'per month', 'The grain: the smallest period that has a value.'),
      clause(
        'aggregation',
        [],
        'sum',
        'How it is taken from the rows, and adds up over time: sum, count (of rows), distinct, last, average, median, max or min.',
        aggregations,
      ),
      clause(
        'from',
        [name(takes('source', 'tool')), optional(sign('.'), column)],
        'from email_platform.clicks',
        'The source or tool, and the column.',
      ),
      clause('where*', condition, 'where channel in "email", "web"', 'Counts only the rows that fit; of several, those that fit all.'),
      clause('part of', [name(number)], 'part of leads', 'The whole of which it is a part.'),
      clause('at least', [amount('number')], 'at least 1', 'The smallest value that can occur.'),
    ],
  ),
  metric: kind(
    {
      about: 'A number that is computed by a formula.',
      example: 'metric click_rate "Click rate" in % per month higher is better = clicks / delivered else none',
      snippet:
        'metric ${1:name} "${2:Title}" in ${3:%} per ${4|month,week,day,quarter,year|} ${5|higher,lower|} is better\n  = ${6:part} / ${7:whole} else none',
      like: 'formula',
    },
    [
      ...ofNumber,
      clause('better', [word('is better')], 'lower is better', 'Which direction is good: lower or higher.', ['lower', 'higher']),
      clause(
        'bounds',
        [amount('number'), sign('..'), amount('number')],
        'bounds 0% .. 100%',
        'The lowest and the highest value that can occur.',
      ),
      clause('observe', [word('every'), ...cadence], 'observe every month', 'How often a new value is due.'),
      owner,
      clause('kpi', [], 'kpi', 'A key performance indicator.'),
      clause('stage', [name(journeyStage)], 'stage consideration', 'The journey stage that it measures.'),
      clause(
        '=',
        [formula, optional(word('else'), either([word('none')], [amount('number')]))],
        '= clicks / delivered else none',
        'The formula, and the answer when a denominator is zero.',
      ),
    ],
  ),
  benchmark: kind(
    {
      about: 'A value to compare with.',
      example: 'benchmark best_2025 "Our best month" of email_churn is 0.55% in 2025-09',
      snippet: 'benchmark ${1:name} "${2:Title}" of ${3:number} is ${4:⟨value⟩} in ${5:⟨before⟩}',
      like: 'constant',
    },
    [
      clause('of', [name(number)], 'of email_churn', 'The number that it is a value of.'),
      clause('is', [amount('number')], 'is 0.55%', 'The value.'),
      clause('in', [period], 'in 2025-09', 'The period of the value.'),
      clause('on', [date], 'on 2025-09-30', 'The day of the value.'),
    ],
  ),
  actuals: kind(
    {
      about: 'Measured values, one row a period.',
      example: 'actuals email_churn { 2027-01 0.776% (392 of 50_500) }',
      snippet: 'actuals ${1:number} {\n  ${2:⟨before⟩} ${3:⟨value⟩}\n}',
      like: 'values',
    },
    [clause('row*', [period, amount('number')], '2027-01 0.776% (392 of 50_500)', 'A period and its value.', [])],
  ),
}
