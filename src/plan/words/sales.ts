import { entries, matchesIn, wordList } from './matching.js'

const sales = wordList(
  entries(`
    sales, Vertrieb, Vertriebs, Vertriebsteam, Vertriebsabteilung, Vertriebsleitung, Vertriebsmitarbeiter, Verkauf, Verkaufsteam, vendite
  `),
)

/** The word by which a name or title says that it is the sales side, as it is written there. */
export function salesWordIn(nameOrTitle: string): string | undefined {
  return matchesIn(nameOrTitle, sales)[0]?.written
}
