import type { Aggregation } from '../elements/elements.js'

export interface Title {
  readonly en: string
  readonly de: string
  readonly it: string
}

/** A measure that standard metrics rest on; its grain is that of the metric. */
export interface MeasureDefinition {
  readonly name: string
  readonly title: Title
  readonly unit: string
  readonly aggregation: Aggregation
  /** Other names that plans give it. */
  readonly aliases: readonly string[]
}

// Name | unit | aggregation | title in English | German | Italian | aliases
const rows = `
emails_sent | emails | sum | Emails sent | Versendete E-Mails | Email inviate | sent sends sends_total emails_out messages_sent
bounces | emails | sum | Bounced emails | Zurückgewiesene E-Mails | Email respinte | bounced bounced_emails email_bounces
delivered | emails | sum | Delivered emails | Zugestellte E-Mails | Email consegnate | emails_delivered delivered_emails deliveries
hard_bounces | contacts | sum | Hard bounces | Endgültige Bounces | Hard bounce | permanent_bounces
unique_opens | contacts | sum | Unique opens | Eindeutige Öffnungen | Aperture uniche | unique_openers opened
unique_clickers | contacts | sum | Unique clickers | Eindeutige Klicker | Utenti unici con clic | unique_clicks clickers clicked
total_clicks | clicks | sum | Total clicks | Gesamtzahl der Klicks | Clic totali | email_clicks all_clicks gesamtklicks clic_totali
unique_recipient_impressions | contacts | distinct | Unique recipient impressions | Eindeutige Empfänger-Impressions | Impression uniche dei destinatari | unique_email_recipient_impressions
unsubscribes | contacts | sum | Unsubscribes | Abmeldungen | Disiscrizioni | unsubscriptions opt_outs optouts
unsubscribed_contacts | contacts | sum | Contacts who unsubscribed | Abgemeldete Kontakte | Contatti disiscritti |
unique_recipients | contacts | distinct | Unique recipients | Eindeutige Empfänger | Destinatari unici | recipients
spam_complaints | contacts | sum | Spam complaints | Spam-Beschwerden | Segnalazioni di spam | complaints
subscribers_at_start | contacts | last | Subscribers at the start | Abonnenten zu Beginn | Iscritti all’inizio | subscribers
new_subscribers | contacts | sum | New subscribers | Neue Abonnenten | Nuovi iscritti | subscriptions
email_revenue | CUR | sum | Revenue from email | Umsatz aus E-Mails | Ricavi da email |
workflow_sends | emails | sum | Emails sent by workflows | Von Workflows versendete E-Mails | Email inviate dai workflow | sends_by_workflow automated_sends

sessions | sessions | sum | Sessions | Sitzungen | Sessioni | visits
unique_visitors | visitors | distinct | Unique visitors | Eindeutige Besucher | Visitatori unici | visitors users unique_users
page_views | views | sum | Page views | Seitenaufrufe | Visualizzazioni di pagina | pageviews
converting_sessions | sessions | sum | Sessions with a conversion | Sitzungen mit Konversion | Sessioni con conversione |
converting_users | visitors | distinct | Visitors who convert | Konvertierende Besucher | Visitatori che convertono | converting_visitors
conversions | conversions | sum | Conversions | Konversionen | Conversioni | key_events
engaged_sessions | sessions | sum | Engaged sessions | Sitzungen mit Interaktion | Sessioni con coinvolgimento |
form_submits | submissions | sum | Form submissions | Abgeschickte Formulare | Moduli inviati | form_submissions submissions
form_views | views | sum | Form views | Formularaufrufe | Visualizzazioni del modulo |

leads | leads | sum | Leads | Leads | Lead | new_leads
mqls | leads | sum | Marketing qualified leads | Marketing-qualifizierte Leads | Lead qualificati dal marketing | mql
sals | leads | sum | Sales accepted leads | Vom Vertrieb angenommene Leads | Lead accettati dalle vendite | sal sales_accepted_leads
sqls | leads | sum | Sales qualified leads | Vertriebsqualifizierte Leads | Lead qualificati dalle vendite | sql
qualified_leads | leads | sum | Qualified leads | Qualifizierte Leads | Lead qualificati |
marketing_cost | CUR | sum | Marketing cost | Marketingkosten | Costi di marketing | marketing_costs marketing_spend
lead_response_time | h | median | Lead response time | Reaktionszeit auf Leads | Tempo di risposta ai lead | response_time

sales_cost | CUR | sum | Sales cost | Vertriebskosten | Costi di vendita | sales_costs sales_spend
new_customers | customers | sum | New customers | Neukunden | Nuovi clienti | customers_won
arpa | CUR/customer | average | Monthly revenue per account | Monatsumsatz je Kunde | Ricavo mensile per cliente | arpu
gross_margin | % | average | Gross margin | Bruttomarge | Margine lordo |
monthly_churn | % | average | Monthly customer churn | Monatliche Kundenabwanderung | Abbandono mensile dei clienti |
returns | CUR | sum | Returns | Erträge | Ritorni | return gains
cost | CUR | sum | Cost | Kosten | Costi | costs
attributed_gross_margin | CUR | sum | Gross margin attributed to marketing | Dem Marketing zugeordnete Bruttomarge | Margine lordo attribuito al marketing | attributed_margin
ad_revenue | CUR | sum | Revenue from ads | Umsatz aus Anzeigen | Ricavi da annunci |
ad_spend | CUR | sum | Ad spend | Anzeigenausgaben | Spesa pubblicitaria |
opportunities | opportunities | sum | Opportunities | Verkaufschancen | Opportunità |
average_deal | CUR/opportunity | average | Average deal value | Durchschnittlicher Auftragswert | Valore medio della trattativa | average_deal_value
sales_cycle | days | median | Sales cycle | Verkaufszyklus | Ciclo di vendita | sales_cycle_length
won | opportunities | sum | Opportunities won | Gewonnene Verkaufschancen | Opportunità vinte | won_opportunities won_deals
lost | opportunities | sum | Opportunities lost | Verlorene Verkaufschancen | Opportunità perse | lost_opportunities lost_deals
sourced_pipeline | CUR | sum | Marketing-sourced pipeline | Vom Marketing erzeugte Pipeline | Pipeline generata dal marketing | marketing_sourced_pipeline
influenced_pipeline | CUR | sum | Marketing-influenced pipeline | Vom Marketing beeinflusste Pipeline | Pipeline influenzata dal marketing |
pipeline | CUR | sum | Pipeline | Pipeline | Pipeline | total_pipeline
revenue_at_start | CUR | last | Recurring revenue at the start | Wiederkehrender Umsatz zu Beginn | Ricavi ricorrenti all’inizio | recurring_revenue_at_start
expansion_revenue | CUR | sum | Expansion revenue | Umsatz aus Ausweitungen | Ricavi da espansione | expansion
contraction_revenue | CUR | sum | Contraction revenue | Umsatzverlust durch Verkleinerungen | Ricavi persi per riduzione | contraction
churned_revenue | CUR | sum | Churned revenue | Umsatzverlust durch Kündigungen | Ricavi persi per abbandono | churned
lost_customers | customers | sum | Customers lost | Verlorene Kunden | Clienti persi | churned_customers
customers_at_start | customers | last | Customers at the start | Kunden zu Beginn | Clienti all’inizio | customers

impressions | impressions | sum | Impressions | Impressions | Impression | ad_impressions
clicks | clicks | sum | Clicks | Klicks | Clic | ad_clicks
spend | CUR | sum | Spend | Ausgaben | Spesa | media_spend

reach | accounts | distinct | Reach | Reichweite | Copertura |
engagements | engagements | sum | Engagements | Interaktionen | Interazioni | interactions
followers | followers | last | Followers | Follower | Follower | fans
own_mentions | mentions | sum | Own mentions | Eigene Erwähnungen | Menzioni proprie |
all_mentions | mentions | sum | All mentions, own included | Alle Erwähnungen, eigene inbegriffen | Tutte le menzioni, proprie incluse |

cases_within_threshold | cases | sum | Cases within the promised time | Fälle in der zugesagten Zeit | Casi entro il tempo promesso | cases_in_time
cases | cases | sum | Cases | Fälle | Casi |
cycle_time | days | median | Cycle time | Bearbeitungsdauer | Tempo di ciclo |
throughput | items | sum | Throughput | Durchsatz | Produttività | items_finished
filled_required_fields | fields | last | Required fields that are filled | Ausgefüllte Pflichtfelder | Campi obbligatori compilati | filled_fields
required_fields | fields | last | Required fields | Pflichtfelder | Campi obbligatori |
duplicate_records | records | last | Duplicate records | Doppelte Datensätze | Record duplicati | duplicates
records | records | last | Records | Datensätze | Record |
used_capabilities | capabilities | last | Capabilities in use | Genutzte Funktionen | Funzionalità utilizzate |
bought_capabilities | capabilities | last | Capabilities bought | Gekaufte Funktionen | Funzionalità acquistate |
reports_on_time | reports | sum | Reports on time | Pünktliche Berichte | Rapporti puntuali |
reports_due | reports | sum | Reports due | Fällige Berichte | Rapporti dovuti |
promoters | answers | sum | Promoters | Promotoren | Promotori |
detractors | answers | sum | Detractors | Detraktoren | Detrattori |
satisfied_answers | answers | sum | Satisfied answers | Zufriedene Antworten | Risposte soddisfatte | satisfied
answers | answers | sum | Answers | Antworten | Risposte | responses
`

const aggregations: readonly string[] = ['sum', 'distinct', 'last', 'average', 'median', 'max', 'min'] satisfies Aggregation[]

function isAggregation(word: string): word is Aggregation {
  return aggregations.includes(word)
}

function definitionOf(row: string): MeasureDefinition {
  const [name, unit, aggregation, en, de, it, aliases = ''] = row.split('|').map((cell) => cell.trim())
  if (!name || !unit || !aggregation || !en || !de || !it || !isAggregation(aggregation)) throw new Error(`Not a measure: ${row}`)
  return { name, unit, aggregation, title: { en, de, it }, aliases: aliases.split(' ').filter((alias) => alias !== '') }
}

/** All measures that standard metrics and their readings rest on. */
export const measureDefinitions: readonly MeasureDefinition[] = rows
  .split('\n')
  .filter((row) => row !== '')
  .map(definitionOf)

const byName = new Map(measureDefinitions.map((definition) => [definition.name, definition]))

/** The measure of exactly this name. */
export function measureDefinition(name: string): MeasureDefinition | undefined {
  return byName.get(name)
}
