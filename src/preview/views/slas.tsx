import { t } from '@vscode/l10n'
import type { PlanView } from '../model.js'
import { Head } from '../parts/table.js'
import { Empty, Name, Owners } from '../parts/text.js'

/** Promises between teams, and whether they are kept. */
export function Slas({ plan }: { readonly plan: PlanView }) {
  if (plan.slas.length === 0)
    return <Empty title={t('No SLAs')}>{t('A service level says what one team promises another, and who steps in.')}</Empty>
  return (
    <div class="scroll">
      <table class="grid stacking">
        <Head of={[t('Agreement'), t('From → to'), t('Promise'), t('Escalates to'), t('Measured by'), t('Owner')]} />
        <tbody>
          {plan.slas.map((one) => (
            <tr key={one.name}>
              <th scope="row">
                <Name of={one} />
              </th>
              <td data-label={t('From → to')}>
                {one.from ? <Name of={one.from} /> : '–'} → {one.to ? <Name of={one.to} /> : '–'}
              </td>
              <td data-label={t('Promise')}>
                {one.service}
                <span class="block strong">{one.promise}</span>
              </td>
              <td data-label={t('Escalates to')}>{one.escalation ?? <span class="lack">{t('nobody')}</span>}</td>
              <td data-label={t('Measured by')}>
                {one.measuredBy ? <Name of={one.measuredBy} /> : <span class="lack">{t('not measured')}</span>}
                {one.measuredBy && (
                  <span class="quiet block">{one.latest ? t('now {value}', { value: one.latest.text }) : t('no value yet')}</span>
                )}
              </td>
              <td data-label={t('Owner')}>
                <Owners of={one.owners} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
