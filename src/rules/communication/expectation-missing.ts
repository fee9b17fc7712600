import { t } from '@vscode/l10n'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, replaceBy } from '../fixes/fixes.js'

export const expectationMissing = rule({
  code: 'communication/expectation-missing',
  levels: levels('I', 'I', 'I'),
  summary: 'A communication about a change says what its readers can expect.',
  why: 'People want to know what changes for them; without that, a message is only noise.',
  fix: 'Add `expect` with what changes for the audience, one line for each thing.',
  bad: `communication calendar_news "The new calendar" to marketers about build_format on 2027-02-19 via email owner dana`,
  good: `communication calendar_news "The new calendar" to marketers about build_format expect "Free slots can be seen" on 2027-02-19 via email owner dana`,
  inBrief: (count) => t('{count} communications do not say yet what their readers can expect', { count }),
  check(plan, report) {
    for (const communication of plan.all('communication')) {
      if (communication.about.length === 0) continue
      if (communication.expects.some((text) => text.text.trim() !== '')) continue
      const clauses = clausesOf(communication, 'expect')
      if (clauses.some((clause) => !clause.readable)) continue
      const [empty] = communication.expects
      report(
        clauses[0] ?? communication,
        t('`{name}` does not say what its readers can expect. Add `expect` with what changes for them.', { name: communication.name }),
        {
          about: communication,
          fixes: [empty ? replaceBy(empty, '"What changes for them"') : insertClauses(communication, ['expect "What changes for them"'])],
        },
      )
    }
  },
})
