import { t } from '@vscode/l10n'
import type { PlanView } from '../model.js'
import { Empty, Name, Names } from '../parts/text.js'

/** Promises between teams, and whether they are kept. */
export function Slas({ plan }: { readonly plan: PlanView }) {
  if (plan.slas.length === 0)
    return <Empty title={t('No SLAs')}>{t('A service level says what one team promises another, and who steps in.')}</Empty>
  return (
    <div class="scroll">
      <table class="grid stacking">
        <thead>
          <tr>
            <th scope="col">{t('Agreement')}</th>
            <th scope="col">{t('From → to')}</th>
            <th scope="col">{t('Promise')}</th>
            <th scope="col">{t('Escalates to')}</th>
            <th scope="col">{t('Measured by')}</th>
            <th scope="col">{t('Owner')}</th>
          </tr>
        </thead>
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
              <td data-label={t('Owner')}>{one.owners.length > 0 ? <Names of={one.owners} /> : <span class="lack">{t('nobody')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
