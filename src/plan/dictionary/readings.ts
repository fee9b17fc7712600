import type { Reading } from './standard-metric.js'

/** A name that means several things in the field. */
export interface AmbiguousTerm {
  /** The spellings that leave the meaning open, lower case. */
  readonly names: readonly string[]
  /** Key of the standard metric that a strict reader takes it for. */
  readonly metric: string
  /** The usual reading first. */
  readonly readings: readonly Reading[]
  /** A plan that uses the name has to say what it means; for the other terms the formula or the metric's note is enough. */
  readonly asksForNote: boolean
}

export const ambiguousTerms: readonly AmbiguousTerm[] = [
  {
    names: [
      'click-through rate',
      'clickthrough rate',
      'ctr',
      'email ctr',
      'email click-through rate',
      'durchklickrate',
      'tasso di click-through',
    ],
    metric: 'click_rate',
    readings: [
      { reading: 'people who clicked, of the delivered emails', formula: 'unique_clickers / delivered', metric: 'click_rate' },
      { reading: 'people who clicked, of those who opened', formula: 'unique_clickers / unique_opens', metric: 'click_to_open_rate' },
      {
        reading: 'clicks, of the unique recipients',
        formula: 'total_clicks / unique_recipient_impressions',
        metric: 'click_rate_on_recipients',
      },
      { reading: 'clicks on an ad, of its impressions', formula: 'clicks / impressions', metric: 'ad_ctr' },
    ],
    asksForNote: true,
  },
  {
    names: [
      'unsubscribe rate',
      'unsubscription rate',
      'opt-out rate',
      'abmelderate',
      'abmeldequote',
      'tasso di disiscrizione',
      'tasso di cancellazione',
    ],
    metric: 'unsubscribe_rate',
    readings: [
      { reading: 'of the delivered emails', formula: 'unsubscribes / delivered', metric: 'unsubscribe_rate' },
      { reading: 'of the sent emails', formula: 'unsubscribes / emails_sent' },
    ],
    asksForNote: true,
  },
  {
    names: ['churn', 'churn rate'],
    metric: 'email_churn',
    readings: [
      {
        reading: 'contacts who unsubscribed, of the month’s recipients',
        formula: 'unsubscribed_contacts / unique_recipients',
        metric: 'email_churn',
      },
      {
        reading: 'subscribers lost in any way, of those at the start',
        formula: '(unsubscribes + hard_bounces + spam_complaints) / subscribers_at_start',
        metric: 'list_churn',
      },
      { reading: 'customers lost, of those at the start', formula: 'lost_customers / customers_at_start', metric: 'customer_churn' },
    ],
    asksForNote: true,
  },
  {
    names: ['conversion rate', 'konversionsrate', 'conversion-rate', 'umwandlungsrate', 'tasso di conversione'],
    metric: 'session_conversion_rate',
    readings: [
      {
        reading: 'sessions with a conversion, for campaigns',
        formula: 'converting_sessions / sessions',
        metric: 'session_conversion_rate',
      },
      { reading: 'visitors who convert, for products', formula: 'converting_users / unique_visitors', metric: 'user_conversion_rate' },
      { reading: 'conversions, of the sessions', formula: 'conversions / sessions', metric: 'conversions_per_session' },
    ],
    asksForNote: false,
  },
  {
    names: ['bounce rate', 'bouncerate', 'bounce-rate', 'tasso di rimbalzo'],
    metric: 'email_bounce_rate',
    readings: [
      { reading: 'emails that bounced, of those sent', formula: 'bounces / emails_sent', metric: 'email_bounce_rate' },
      { reading: 'sessions without engagement', formula: '1 - engaged_sessions / sessions', metric: 'web_bounce_rate' },
      { reading: 'sessions with a single page, in benchmarks from before 2023' },
    ],
    asksForNote: false,
  },
  {
    names: ['web traffic', 'website traffic', 'traffic', 'webtraffic', 'website-traffic', 'traffico', 'traffico web', 'traffico del sito'],
    metric: 'sessions',
    readings: [
      { reading: 'sessions', formula: 'sessions', metric: 'sessions' },
      { reading: 'unique visitors', formula: 'unique_visitors', metric: 'unique_visitors' },
    ],
    asksForNote: true,
  },
  {
    names: ['mql to sql rate', 'mql to sql', 'mql → sql', 'mql-sql conversion', 'mql-sql-quote'],
    metric: 'mql_to_sql_rate',
    readings: [
      { reading: 'of one cohort of MQLs, those that became SQLs: at most 100%', formula: 'sqls / mqls', metric: 'mql_to_sql_rate' },
      { reading: 'SQLs of a period, of the same period’s MQLs: may exceed 100%', formula: 'sqls / mqls' },
    ],
    asksForNote: false,
  },
  {
    names: ['win rate', 'abschlussquote', 'gewinnrate', 'tasso di successo', 'tasso di vittoria'],
    metric: 'win_rate',
    readings: [
      { reading: 'of the closed opportunities', formula: 'won / (won + lost)', metric: 'win_rate' },
      { reading: 'of all opportunities, open ones included', formula: 'won / opportunities' },
    ],
    asksForNote: true,
  },
  {
    names: ['cac', 'customer acquisition cost', 'customer acquisition costs', 'kundenakquisitionskosten', 'costo di acquisizione cliente'],
    metric: 'cac',
    readings: [
      { reading: 'all cost of sales and marketing', formula: '(sales_cost + marketing_cost) / new_customers', metric: 'cac' },
      { reading: 'ad spend only', formula: 'ad_spend / new_customers' },
    ],
    asksForNote: false,
  },
  {
    names: ['ltv', 'clv', 'cltv', 'customer lifetime value', 'lifetime value'],
    metric: 'ltv',
    readings: [
      { reading: 'with gross margin', formula: 'arpa * gross_margin / monthly_churn', metric: 'ltv' },
      { reading: 'with revenue', formula: 'arpa / monthly_churn' },
    ],
    asksForNote: false,
  },
  {
    names: ['romi', 'mroi', 'return on marketing investment', 'marketing-rendite', 'ritorno sull’investimento di marketing'],
    metric: 'romi',
    readings: [
      {
        reading: 'gross margin less cost, over cost',
        formula: '(attributed_gross_margin - marketing_cost) / marketing_cost',
        metric: 'romi',
      },
      { reading: 'revenue less cost, over cost', formula: '(returns - marketing_cost) / marketing_cost' },
      { reading: 'the same as ROI', formula: '(returns - cost) / cost', metric: 'roi' },
    ],
    asksForNote: true,
  },
  {
    names: ['roas', 'return on ad spend', 'return on advertising spend', 'werberendite', 'ritorno sulla spesa pubblicitaria'],
    metric: 'roas',
    readings: [
      { reading: 'revenue over spend, nothing subtracted', formula: 'ad_revenue / ad_spend', metric: 'roas' },
      { reading: 'the same as ROMI', formula: '(ad_revenue - ad_spend) / ad_spend' },
    ],
    asksForNote: true,
  },
  {
    names: [
      'engagement rate',
      'engagement-rate',
      'engagementrate',
      'interaktionsrate',
      'tasso di coinvolgimento',
      'tasso di engagement',
      'tasso di interazione',
    ],
    metric: 'engagement_rate_by_reach',
    readings: [
      { reading: 'by reach', formula: 'engagements / reach', metric: 'engagement_rate_by_reach' },
      { reading: 'by followers', formula: 'engagements / followers', metric: 'engagement_rate_by_followers' },
      { reading: 'by impressions', formula: 'engagements / impressions' },
      { reading: 'of web sessions', formula: 'engaged_sessions / sessions', metric: 'web_engagement_rate' },
    ],
    asksForNote: true,
  },
  {
    names: ['share of voice', 'sov', 'share-of-voice'],
    metric: 'share_of_voice',
    readings: [
      { reading: 'of the mentions', formula: 'own_mentions / all_mentions', metric: 'share_of_voice' },
      { reading: 'of what a market spends on ads' },
    ],
    asksForNote: false,
  },
  {
    names: ['completeness', 'data completeness', 'vollständigkeit', 'completezza', 'completezza dei dati'],
    metric: 'data_completeness',
    readings: [
      { reading: 'of the required fields', formula: 'filled_required_fields / required_fields', metric: 'data_completeness' },
      { reading: 'of the records, those with every required field' },
    ],
    asksForNote: false,
  },
  {
    names: [
      'tool utilisation',
      'tool utilization',
      'martech utilisation',
      'martech utilization',
      'werkzeugnutzung',
      'utilizzo degli strumenti',
    ],
    metric: 'tool_utilisation',
    readings: [
      { reading: 'of the capabilities bought', formula: 'used_capabilities / bought_capabilities', metric: 'tool_utilisation' },
      { reading: 'of the seats bought' },
    ],
    asksForNote: false,
  },
  {
    names: ['nps', 'net promoter score', 'csat', 'customer satisfaction', 'kundenzufriedenheit', 'soddisfazione dei clienti'],
    metric: 'nps',
    readings: [
      {
        reading: 'promoters less detractors, in points from -100 to 100',
        formula: '(promoters - detractors) / answers * 100',
        metric: 'nps',
      },
      { reading: 'satisfied answers, in % (CSAT)', formula: 'satisfied_answers / answers' },
    ],
    asksForNote: false,
  },
]
