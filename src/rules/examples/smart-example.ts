const clauses = {
  title: 'Send email marketing messages that people want to keep',
  specific: 'specific   "Marketing email; transactional email is left out"',
  scope: 'scope      email',
  measurable: 'measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.60% in 2027-03',
  achievable: 'achievable "The list clean-up of 2025 cut churn by a quarter"',
  relevant: 'relevant   to customers, marketers because "Customers ask for fewer mails"',
  timebound: 'timebound  2027-01-04 .. 2027-03-31',
  owner: 'owner      ben',
  guard: 'guard      complaint_rate at most 0.10%',
  more: '',
}

/** The base plan's goal with some of its clauses changed; an empty text leaves one out. */
export function exampleGoal(changed: Partial<typeof clauses>, name = 'keepable_mail'): string {
  const { title, ...rest } = { ...clauses, ...changed }
  const lines = Object.values(rest).filter((line) => line !== '')
  return [`goal ${name} ${title ? `"${title}" ` : ''}{`, ...lines.map((line) => `  ${line}`), '}'].join('\n')
}

/** The base plan's report, which shows further numbers. */
export function exampleReport(...numbers: readonly string[]): string {
  const shows = ['email_churn', 'complaint_rate', ...numbers].join(', ')
  return `report churn_report "Churn report" to leadership, marketers every month shows ${shows} owner ben via email`
}

/** A second goal on the complaint rate, with some of its clauses changed. */
export function exampleSecondGoal(changed: Partial<typeof clauses>): string {
  const second = {
    title: 'Send fewer mails that readers report as spam',
    measurable: 'measurable complaint_rate decrease from 0.08% in 2026-12 to at most 0.05% in 2027-03',
    achievable: 'achievable "Two thirds of the complaints come from one old list"',
    relevant: 'relevant   to customers, marketers because "A report as spam is a lost reader"',
    guard: 'guard      email_churn at most 0.90%',
  }
  return exampleGoal({ ...second, ...changed }, 'fewer_complaints')
}

/** A task for that goal. */
export function exampleTask(changed: { goal?: string; hours?: string; dates?: string; expects?: string } = {}): string {
  const { goal, hours, dates, expects } = {
    goal: 'fewer_complaints',
    hours: '6h',
    dates: 'start 2027-02-16 due 2027-03-03',
    expects: 'expects complaint_rate down',
    ...changed,
  }
  return `[ ] task clean_old_list "Clean the old list" for ${goal} @dana ${hours} ${dates} after audit_workflows ${expects}`
    .replace(/ {2,}/g, ' ')
    .trim()
}
