import { t } from '@vscode/l10n'
import type { ApprovalView } from '../model.js'
import { Head } from '../parts/table.js'
import { Name, Names } from '../parts/text.js'
import { approvalState, fullDate } from '../parts/words.js'

/** Who signs off what, and whether they did. */
export function Approvals({ approvals }: { readonly approvals: readonly ApprovalView[] }) {
  if (approvals.length === 0) return null
  return (
    <section>
      <h3>{t('Approvals')}</h3>
      <div class="scroll">
        <table class="grid stacking">
          <Head of={[t('What'), t('By'), t('Until'), t('State')]} />
          <tbody>
            {approvals.map((one, index) => (
              <tr key={`${one.of.name} ${index}`}>
                <th scope="row">
                  <Name of={one.of} />
                </th>
                <td data-label={t('By')}>
                  <Names of={one.by} />
                </td>
                <td data-label={t('Until')}>{one.until === undefined ? '–' : fullDate(one.until)}</td>
                <td data-label={t('State')}>
                  <span class={one.isLate ? 'bad' : ''}>{approvalState(one)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
