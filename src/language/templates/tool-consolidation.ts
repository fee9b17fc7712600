import { t } from '@vscode/l10n'
import { head, type PlanTemplate } from './frame.js'

/** Half a year in which a team goes from many tools to few. */
export const toolConsolidation: PlanTemplate = {
  title: () => t('Tool consolidation'),
  summary: () => t('half a year from many tools to one: decisions, licence cost, users'),
  months: 6,
  text: (frame) => {
    const { owner, period, monthBefore, lastMonth, day } = frame
    return `${head(frame, 'One automation tool, used for what it can do, in place of three.')}

// ── For whom ─────────────────────────────────────────────────────────────────────────────────────────────────────────

stakeholder marketers "Marketers" {
  kind     employee
  needs    "One place to work in"
  power    low
  interest high
  contact  ${owner}
}

// ── The tools and what becomes of them ───────────────────────────────────────────────────────────────────────────────

tool one_tool  "Automation tool"  kind automation costs 24_000 EUR per year owner ${owner} keep
tool old_mail  "Old mail tool"    kind email      costs 9_000 EUR per year  owner ${owner} retire
tool old_forms "Old form builder" kind forms      costs 3_000 EUR per year  owner ${owner} retire

// ── By which numbers ─────────────────────────────────────────────────────────────────────────────────────────────────

source  tool_register "Register of tools" every month owner ${owner}
measure all_sends "Sends" in sends per month sum from tool_register
measure sends_in_tool "Sends from the automation tool" in sends per month sum part of all_sends from tool_register
metric  tool_share "Share of sends from the automation tool" in % per month higher is better bounds 0% .. 100% observe every month owner ${owner}
  = sends_in_tool / all_sends else none

// ── What shall be reached ────────────────────────────────────────────────────────────────────────────────────────────

goal one_place "All sends leave from one tool" {
  specific   "Marketing sends of all teams" scope marketers
  measurable tool_share increase from 35% (14 of 40) in ${monthBefore} to at least 90% in ${lastMonth}
  achievable "Two of four teams have moved already"
  relevant   to marketers because "They enter the same contact in three places"
  timebound  ${period}
  owner      ${owner}
  checkpoint ${day(91)} at 60%
}

// ── What is done ─────────────────────────────────────────────────────────────────────────────────────────────────────

phase prepare "Prepare" {
  [ ] task list_uses "List what each tool is used for" for one_place @${owner} 30h start ${day(3)} due ${day(24)} consults marketers using one_tool expects tool_share up
}
phase move "Move" {
  [ ] task move_mails "Move the mails" for one_place @${owner} 80h start ${day(28)} due ${day(84)} after list_uses using one_tool affects marketers expects tool_share up by 40pp
  [ ] task move_forms "Move the forms" for one_place @${owner} 40h start ${day(88)} due ${day(119)} after move_mails using one_tool affects marketers expects tool_share up by 15pp
}
phase close "Close" {
  [ ] task cancel_contracts "Cancel the old contracts" for one_place @${owner} 8h start ${day(126)} due ${day(140)} after move using old_mail, old_forms expects tool_share up
}

// ── Who is told ──────────────────────────────────────────────────────────────────────────────────────────────────────

channel team_meeting "Team meeting" owner ${owner}
communication move_news "Where your mails and forms go" to marketers {
  expect "A date for each team, and help on that day"
  ask    "Name what must not get lost" until ${day(24)} for list_uses
  on     ${day(7)}
  every  2 week
  via    team_meeting
  owner  ${owner}
}
report move_report "How far the move is" to marketers every month shows tool_share owner ${owner} via team_meeting
`
  },
}
