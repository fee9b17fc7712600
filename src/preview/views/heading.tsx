import { t } from '@vscode/l10n'
import type { PlanView } from '../model.js'
import { Name, Names } from '../parts/text.js'
import { dateRange, fullDate, stageWord } from '../parts/words.js'

/** Whose plan it is, for when, and as of which day it is shown. */
export function Heading({ plan }: { readonly plan: PlanView }) {
  const origin = { option: t('as asked for'), asof: t('as the plan says'), clock: t('today') }[plan.statusOrigin]
  return (
    <header class="heading">
      <div class="heading-line">
        {plan.for !== undefined && <span>{plan.for}</span>}
        <span class={`pill pill-stage stage-${plan.stage}`}>{plan.isLibrary ? t('Library') : stageWord(plan.stage)}</span>
      </div>
      <h1>
        <Name of={plan} />
      </h1>
      {plan.summary !== undefined && <p class="summary">{plan.summary}</p>}
      <ul class="meta">
        {plan.period && <li>{dateRange(plan.period)}</li>}
        {plan.standing !== undefined && <li>{plan.standing}</li>}
        {plan.owners.length > 0 && (
          <li>
            {t('Owner')} <Names of={plan.owners} />
          </li>
        )}
        <li>
          {t('Status of')} <time datetime={plan.statusDate}>{fullDate(plan.statusDate)}</time> <span class="quiet">({origin})</span>
        </li>
      </ul>
    </header>
  )
}
