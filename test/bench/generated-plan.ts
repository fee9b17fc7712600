/** Adds days to an ISO date; only for making test plans. */
function day(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A weekday at or after the n-th day. */
function weekday(start: string, days: number): string {
  const date = day(start, days)
  const number = new Date(`${date}T00:00:00Z`).getUTCDay()
  return number === 6 ? day(date, 2) : number === 0 ? day(date, 1) : date
}

/**
 * A plan of so many tasks with people, goals, metrics, communications and dependencies in proportion, made without chance: the same number
 * gives the same text. It is clean but for what a plan of this size must have said about it.
 */
export function generatedPlan(tasks: number): string {
  const goals = Math.max(1, Math.round(tasks / 50))
  const people = Math.max(2, Math.round(tasks / 20))
  const start = '2027-01-04'
  const lines: string[] = [
    'strategy generated "A generated plan" {',
    '  for "Brightleaf Supply"',
    '  period 2027-01-04 .. 2027-12-31',
    '  stage running',
    '  asof 2027-01-04',
    '  owner person_0',
    '  supervisor person_1',
    '  currency EUR',
    '}',
    'channel email "Email" owner person_0',
    'tool hubrunner "HubRunner" kind automation costs 0 EUR per year owner person_0 keep',
    'source platform "Email platform" from hubrunner every month owner person_0',
    'assumption stable "The lists stay as they are" check 2027-06-30 owner person_0',
  ]
  for (let index = 0; index < people; index++)
    lines.push(`person person_${index} "Person ${index}" works 40h per week skills skill_${index % 10}x`)
  for (let index = 0; index < goals; index++) {
    lines.push(
      `stakeholder group_${index} "Group ${index}" kind customer needs "Need ${index}" power low interest low contact person_${index % people}`,
      `measure part_${index} "Part ${index}" in contacts per month sum from platform.part_${index}`,
      `measure whole_${index} "Whole ${index}" in contacts per month sum from platform.whole_${index} at least 1`,
      `metric rate_${index} "Rate ${index}" in % per month higher is better bounds 0% .. 100% = part_${index} / whole_${index}`,
      `goal goal_${index} "Group ${index} gets what it needs" {`,
      `  specific   "Only group ${index}" scope email`,
      `  measurable rate_${index} increase from 10.0% (100 of 1_000) in 2026-12 to at least 12.0% in 2027-12`,
      '  achievable "It was reached before"',
      `  relevant   to group_${index} because "They asked for it"`,
      '  timebound  2027-01-04 .. 2027-12-31',
      `  owner      person_${index % people}`,
      '  checkpoint 2027-06-30 at 11.0%',
      '}',
      `communication news_${index} "News ${index}" to group_${index} expect "Better mail" ask "Tell us" at "https://forms.example.org/${index}" until 2027-12-30 every month via email owner person_${index % people}`,
      `report report_${index} "Report ${index}" to group_${index} every month shows rate_${index} owner person_${index % people} via email`,
    )
  }
  for (let index = 0; index < tasks; index++) {
    const at = Math.floor(index / people) * 14
    const from = weekday(start, at % 350)
    const until = weekday(from, 9)
    const before = index - people
    const after = before >= 0 && at % 350 !== 0 ? `\n  after    task_${before}` : ''
    lines.push(
      `[ ] task task_${index} "Do the work ${index}" for goal_${index % goals} {`,
      `  @person_${index % people} 16h`,
      `  start    ${from}`,
      `  due      ${until}${after}`,
      `  expects  rate_${index % goals} up`,
      `  category content`,
      '}',
    )
  }
  return `${lines.join('\n')}\n`
}
