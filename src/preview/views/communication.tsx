import { t } from '@vscode/l10n'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { PlanView, TellingView } from '../model.js'
import { useReader } from '../parts/host.js'
import { Legend } from '../parts/legend.js'
import { memo } from '../parts/memo.js'
import { Empty, Fact, Name, Names, Owners } from '../parts/text.js'
import { dayMonth, fullDate, monthName } from '../parts/words.js'

/** Who hears what and when: a calendar by month, and what each message says. */
export function Communication({ plan }: { readonly plan: PlanView }) {
  if (plan.tellings.length === 0) {
    return <Empty title={t('Nobody is told anything yet')}>{t('Communications, reports and campaigns appear here with their days.')}</Empty>
  }
  const messages = plan.tellings.filter((one) => one.kind === 'communication')
  return (
    <div class="stack">
      <div>
        <TellingCalendar plan={plan} />
        <Legend
          of={[
            { sign: <span class="day">12</span>, text: t('Day of the month') },
            { sign: <span class="day is-past">12</span>, text: t('Past') },
            { sign: <span class="rhythm" />, text: t('Due in this month, no day said') },
          ]}
        />
      </div>
      {messages.length > 0 && (
        <section>
          <h3>{t('What is said')}</h3>
          <div class="cards two">
            {messages.map((one) => (
              <Message key={one.name} telling={one} />
            ))}
          </div>
        </section>
      )}
    </div>
  )
}

function TellingCalendar({ plan }: { readonly plan: PlanView }) {
  const months = monthsOf(plan)
  const words = { communication: t('Communications'), report: t('Reports'), campaign: t('Campaigns') }
  return (
    <div class="scroll">
      <table class="grid calendar" style={`--months:${months.length}`}>
        <caption class="unseen">{t('Communication calendar')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Message')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {monthName(`${month}-01`)}{' '}
                {(month === months[0] || month.endsWith('-01')) && <span class="block">{month.slice(0, 4)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {(['communication', 'report', 'campaign'] as const).map((kind) => {
          const own = plan.tellings.filter((one) => one.kind === kind)
          if (own.length === 0) return null
          return (
            <tbody key={kind}>
              <tr class="kind">
                <th scope="rowgroup" colSpan={months.length + 1}>
                  {words[kind]}
                </th>
              </tr>
              {own.map((one) => (
                <tr key={one.name}>
                  <th scope="row">
                    <Name of={one} />
                    {one.to.length > 0 && (
                      <span class="quiet block">
                        {t('to')} <Names of={one.to} />
                      </span>
                    )}
                    <span class="quiet block">{[one.cadence, one.via.map((via) => via.title).join(', ')].filter(Boolean).join(' · ')}</span>
                  </th>
                  {months.some((month) => isTold(one, month)) ? (
                    months.map((month) => (
                      <td key={month}>
                        <Month telling={one} month={month} today={plan.statusDate} />
                      </td>
                    ))
                  ) : (
                    <td colSpan={months.length} class="quiet">
                      {t('not in these months')}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

/** The months of the plan, at most two years of them. */
function monthsOf({ period, tellings }: PlanView): readonly string[] {
  const days = tellings.flatMap((one) => [...one.dates, ...(one.days ? [one.days.start, one.days.end] : [])]).sort()
  const first = period?.start ?? days[0]
  const last = period?.end ?? days.at(-1)
  if (first === undefined || last === undefined) return []
  const months: string[] = []
  for (let month = first.slice(0, 7); month <= last.slice(0, 7) && months.length < 24; month = following(month)) months.push(month)
  return months
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`
}

/** The days of a month on which it is sent; a bar where only the rhythm is known. */
function Month({ telling, month, today }: { readonly telling: TellingView; readonly month: string; readonly today: PlainDate }) {
  const dates = telling.dates.filter((date) => date.startsWith(month))
  if (dates.length > 0) {
    return (
      <span class="days">
        {dates.map((date) => (
          <time key={date} datetime={date} class={date < today ? 'day is-past' : 'day'} title={fullDate(date)}>
            {Number(date.slice(8))}
          </time>
        ))}
      </span>
    )
  }
  return isTold(telling, month) ? (
    <span class={`${month}-31` < today ? 'rhythm is-past' : 'rhythm'} role="img" aria-label={telling.cadence ?? t('running')} />
  ) : null
}

function isTold(telling: TellingView, month: string): boolean {
  const { dates, days } = telling
  if (dates.length > 0) return dates.some((date) => date.startsWith(month))
  const isRunning = days !== undefined && days.start.slice(0, 7) <= month && month <= days.end.slice(0, 7)
  return isRunning && hasTurn(telling, Number(month.slice(5)))
}

/** What comes by the quarter or year comes at its end. */
function hasTurn({ rhythm }: TellingView, month: number): boolean {
  return rhythm === 'quarter' ? month % 3 === 0 : rhythm === 'year' ? month === 12 : true
}

const Message = memo(function Message({ telling }: { readonly telling: TellingView }) {
  const { cursor } = useReader()
  return (
    <article class={`card${cursor === telling.name ? ' at-cursor' : ''}`} data-name={telling.name}>
      <header>
        <div>
          <h4>
            <Name of={telling} />
          </h4>
          <p class="quiet">
            {t('to')} <Names of={telling.to} />
          </p>
        </div>
      </header>
      <dl>
        {telling.expects.length > 0 && (
          <Fact term={t('To expect')}>
            <ul>
              {telling.expects.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Fact>
        )}
        {telling.asks.length > 0 && (
          <Fact term={t('Asked for')}>
            <ul>
              {telling.asks.map((ask) => (
                <li key={ask.text}>
                  {ask.text}
                  {ask.until !== undefined && <span class="quiet"> {t('until {date}', { date: dayMonth(ask.until) })}</span>}
                  {ask.at !== undefined && <span class="quiet block">{ask.at}</span>}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {telling.shows.length > 0 && (
          <Fact term={t('Shows')}>
            <Names of={telling.shows} />
          </Fact>
        )}
        {telling.about.length > 0 && (
          <Fact term={t('About')}>
            <Names of={telling.about} />
          </Fact>
        )}
        <Fact term={t('Owner')}>
          <Owners of={telling.owners} />
        </Fact>
      </dl>
    </article>
  )
})
