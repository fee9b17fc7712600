import { t } from '@vscode/l10n'
import type { PlanView } from './model.js'
import { HostContext, pageHost } from './parts/host.js'
import { allViews } from './views/all-views.js'
import { Heading } from './views/heading.js'

/** All views one below the other, with a list of them beside; for paper and for a browser. */
export function Page({ plan }: { readonly plan: PlanView }) {
  const views = allViews()
  return (
    <HostContext.Provider value={pageHost(plan.places)}>
      <div class="page">
        <nav class="page-nav" aria-label={t('Views')}>
          <a class="brand" href="#top">
            mops
          </a>
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <a href={`#${view.name}`}>{view.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="top">
          <Heading plan={plan} />
          {views.map(({ name, title, of: View }) => (
            <section key={name} id={name} class="view">
              <h2>{title}</h2>
              <View plan={plan} />
            </section>
          ))}
        </main>
      </div>
    </HostContext.Provider>
  )
}
