import { entries, matchesIn, wordList, wordsOf } from './matching.js'
import { ratioWordIn } from './ratio.js'

const volumes = wordList(
  entries(`
    views, page views, pageviews, visits, followers, likes, impressions, opens, clicks, downloads
    Aufrufe, Aufrufen, Seitenaufrufe, Seitenaufrufen, Videoaufrufe, Ansichten, Seitenansichten, Besuche, Besuchen, Websitebesuche
    Follower, Followern, Gefällt mir, Impressionen, Einblendungen, Öffnungen, Klicks, Gesamtklicks, Linkklicks
    visualizzazioni, visualizzazione di pagina, visite, seguaci, mi piace, impressioni, impression, aperture, clic, click, scaricamenti, download
  `),
)

const rawLeads = new Set(
  entries(`
    leads, raw leads, new leads, total leads, all leads, number of leads, lead count, inquiries
    neue leads, rohe leads, rohleads, anzahl leads, anzahl der leads, alle leads, leads gesamt, anfragen
    lead, lead grezzi, nuovi lead, numero di lead, lead totali, totale lead, tutti i lead
  `),
)

/**
 * Whether a number's name or title says that it is a bare volume: views, visits, followers, likes, impressions, opens, clicks,
 * downloads, raw leads. A name that speaks of a rate or share is none.
 */
export function isVolumeName(nameOrTitle: string): boolean {
  if (ratioWordIn(nameOrTitle) !== undefined) return false
  if (matchesIn(nameOrTitle, volumes).length > 0) return true
  return rawLeads.has(
    wordsOf(nameOrTitle)
      .map((word) => word.text)
      .join(' '),
  )
}

/** Whether a counted unit is a bare volume. `leads` is not: qualified leads are counted in leads, too. */
export function isVolumeUnit(unit: string): boolean {
  return matchesIn(unit, volumes).length > 0
}
