/** Every form of clauses that have several, for tests that must hold of all of them. The texts are read without a fault. */
export const allForms: Readonly<Record<string, string>> = {
  'sources and filters': `source leads "Leads" table "crm.leads" in warehouse dated created_at
source plain "Plain" table "leads"
source sends "Sends" file "data/sends-*.parquet" dated sent_at every month
source book "Book" file "data/leads.xlsx" sheet "Leads" decimal ","
measure all "All" in leads per week count from leads
measure web "From the web" in leads per week count from leads where channel in "email", web, 3 where region not empty where fit >= 50
measure lost "Lost" in leads per week {
  distinct
  from leads.contact_id
  where region empty
  where state != "open"
  where amount < 500 EUR where stage = won where owner in "EMEA"
  at least 1 table
}
`,
  'lines that are shares': `budget year "Year" total 120k EUR {
  line ads    "Ads"    40%
  line agency "Agency" 37.5% { 2027-01 20k EUR  2027-02 25k EUR }
  line events "Events" 27k EUR
}
`,
  segments: `segment readers "Readers" rule "Gets our mail" consent "double opt-in"
segment loyal "Loyal" within readers
segment asleep "Asleep" {
  within  readers
  consent "double opt-in"
}
sla promise "Promise" within 2wd
`,
  'tags of links': `channel mail "Mail" utm source "newsletter" medium "email"
channel social "Social" utm source "linkedin"
channel print "Print" { utm medium "paper" }
campaign spring "Spring" via mail utm "spring_2027"
stakeholder all "All" power medium interest medium
`,
}
