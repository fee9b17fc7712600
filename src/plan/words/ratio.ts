import { entries, matchesIn, wordList, wordsOf } from './matching.js'

// German writes compounds in one word. They are listed, since words like "generate" and "separate" end in "rate" as well.
const ratios = wordList(
  entries(`
    rate, rates, ratio, ratios, share, percent, percentage, percentages, pct, %, ‰
    Quote, Quoten, Anteil, Anteile, Prozent, Prozentsatz, Verhältnis
    Klickrate, Durchklickrate, Öffnungsrate, Zustellrate, Zustellungsrate, Abmelderate, Abwanderungsrate, Absprungrate, Bouncerate
    Konversionsrate, Conversionrate, Antwortrate, Rücklaufrate, Beschwerderate, Wachstumsrate, Abschlussrate, Interaktionsrate, Engagementrate
    Erfolgsrate, Fehlerrate, Trefferrate, Ausfüllrate, Wiederkaufsrate, Kündigungsrate, Bindungsrate, Annahmerate, Nutzungsrate, Spamrate
    tasso, tassi, quota, percentuale, percentuali
  `),
)

const germanCompound = /.{3}(?:quoten?|anteile?)$/u

// "Per" is "for" in Italian, and "leads per month" is a count with its grain.
const notAfterPer = new Set(
  entries(`
    second, minute, hour, day, week, month, quarter, year, annum, send, period
    il, lo, la, i, gli, le, l, un, uno, una, ogni, ora, giorno, settimana, mese, trimestre, anno, periodo
  `),
)
const italianWords = new Set(
  entries(`
    di, del, dello, della, dei, degli, delle, dell, da, dal, dalla, nel, nella, con, che, il, lo, gli, numero, totale, totali
    contatti, clienti, inviate, inviati, aperte, aperti, ricevute, ricevuti, nuovi, nuove, visite, visualizzazioni, iscritti, iscrizioni, ordini
  `),
)

/**
 * The word by which a name or title says that its number is a ratio (rate, share, per, %, Quote, Anteil, tasso …),
 * as it is written there.
 */
export function ratioWordIn(nameOrTitle: string): string | undefined {
  const [match] = matchesIn(nameOrTitle, ratios)
  if (match) return match.written
  const words = wordsOf(nameOrTitle)
  const compound = words.find(({ text }) => germanCompound.test(text))
  if (compound) return nameOrTitle.slice(compound.start, compound.end)
  const per = words.find(
    ({ text }, position) =>
      text === 'per' &&
      joinsTwoThings(
        words.map((word) => word.text),
        position,
      ),
  )
  return per && nameOrTitle.slice(per.start, per.end)
}

function joinsTwoThings(words: readonly string[], position: number): boolean {
  const next = words[position + 1]
  if (position === 0 || next === undefined || notAfterPer.has(next)) return false
  return !words.some((word) => italianWords.has(word))
}
