import { describe, expect, it } from 'vitest'
import { firstWordIsActivity } from './activity.js'
import { contingencyWordIn } from './contingency.js'
import { currencyCodes, minorDigits } from './currencies.js'
import { directionVerbsIn, joinedDirectionVerbs } from './direction.js'
import { builtInWords } from './free-words.js'
import { matchesIn, wordList } from './matching.js'
import { ratioWordIn } from './ratio.js'
import { salesWordIn } from './sales.js'
import { vagueWordsIn } from './vague.js'
import { isVolumeName, isVolumeUnit } from './volume.js'

describe('matching words', () => {
  const list = wordList(['öffnen', 'as needed', 'needed', 'al più presto', 'e'])

  it('finds whole words only, in any alphabet and case', () => {
    expect(matchesIn('ÖFFNEN, eröffnen, geöffnet', list).map((match) => match.written)).toEqual(['ÖFFNEN'])
    expect(matchesIn('é ê città', list)).toEqual([])
  })

  it('takes decomposed letters for the same as composed ones', () => {
    expect(matchesIn('Al piu\u0300 presto', list).map((match) => match.entry)).toEqual(['al più presto'])
  })

  it('prefers the longer phrase and says where it stands', () => {
    expect(matchesIn('Do it as needed', list)).toEqual([{ written: 'as needed', entry: 'as needed', mark: true, start: 6, end: 15 }])
  })

  it('reads `_`, hyphens and apostrophes as separators', () => {
    expect(matchesIn('as_needed', list)).toHaveLength(1)
    expect(matchesIn("l'e-mail", list).map((match) => match.start)).toEqual([2])
  })

  it('finds nothing in an empty text', () => {
    expect(matchesIn('', list)).toEqual([])
  })
})

describe('vague words', () => {
  it.each([
    ['Improve our newsletter', ['Improve']],
    ['Send mails that are better, and soon', ['better', 'soon']],
    ['Answer questions as needed', ['as needed']],
    ['Wir verbessern die Newsletter deutlich', ['verbessern', 'deutlich']],
    ['Der Versand wird optimiert', ['optimiert']],
    ['Bessere Leads für den Vertrieb', ['Bessere']],
    ['Migliorare le email al più presto', ['Migliorare', 'al più presto']],
    ['Email più efficaci e migliori', ['più efficaci', 'migliori']],
    ['Better, better, better', ['Better']],
  ])('of “%s” are %j', (text, expected) => {
    expect(vagueWordsIn(text)).toEqual(expected)
  })

  it('do not include increase and reduce, nor words that only contain a vague one', () => {
    expect(vagueWordsIn('Increase clicks and reduce churn; aumentare i clic, Abmeldungen reduzieren')).toEqual([])
    expect(vagueWordsIn('Unsupported browsers, Balduin, wettbewerb')).toEqual([])
  })

  it('can be extended', () => {
    expect(vagueWordsIn('A world-class, better newsletter', ['world-class'])).toEqual(['world-class', 'better'])
  })
})

describe('activity verbs', () => {
  it.each([
    ['Launch the new template', 'Launch'],
    ['Identify the key marketers who run each segment', 'Identify'],
    ['To set up the CRM', 'set up'],
    ['Setting-up of tools', 'Setting-up'],
    ['Erstellen eines Leitfadens', 'Erstellen'],
    ['Überarbeite die Kontaktlisten', 'Überarbeite'],
    ['Identificare i marketer principali', 'Identificare'],
    ['Inviamo email', 'Inviamo'],
  ])('begin the statement “%s”', (text, verb) => {
    expect(firstWordIsActivity(text)).toBe(verb)
  })

  it.each([
    'Sales finds leads worth calling in email',
    'Enable sales to find good leads',
    'Increase clicks and launch a newsletter',
    'Keep the CRM clean',
    'Consentire alle vendite di trovare lead di qualità',
    'Der Vertrieb findet gute Leads',
    'Sender reputation of 95',
    '',
  ])('do not begin “%s”', (text) => {
    expect(firstWordIsActivity(text)).toBeUndefined()
  })

  it('can be extended', () => {
    expect(firstWordIsActivity('Sprint towards launch', ['sprint'])).toBe('Sprint')
  })
})

describe('direction verbs', () => {
  it('are found with their direction and place', () => {
    expect(directionVerbsIn('Increase clicks and reduce churn')).toEqual([
      { word: 'Increase', direction: 'up', index: 0 },
      { word: 'reduce', direction: 'down', index: 20 },
    ])
    expect(directionVerbsIn('Klickrate steigern').map((verb) => verb.direction)).toEqual(['up'])
    expect(directionVerbsIn('Ridurre il tasso di abbandono').map((verb) => verb.direction)).toEqual(['down'])
    expect(directionVerbsIn('Auf jeden Fall, falls es geht')).toEqual([])
  })

  it.each([
    'Increase clicks and reduce churn',
    'Klicks steigern und Abmeldungen senken',
    'Aumentare i clic e ridurre le disiscrizioni',
    'Raise leads, lower cost',
  ])('are joined in “%s”', (text) => {
    expect(joinedDirectionVerbs(text)?.map((verb) => verb.direction)).toEqual(['up', 'down'])
  })

  it.each([
    'Increase clicks and downloads',
    'Increase e-mail clicks to reduce cost',
    'Increase clicks from 1,200 so as to reduce cost',
    'Increase clicks. And reduce cost.',
  ])('are not joined in “%s”', (text) => {
    expect(joinedDirectionVerbs(text)).toBeUndefined()
  })
})

describe('names of numbers', () => {
  it.each([
    'followers',
    'total_clicks',
    'Page views',
    'leads',
    'Neue Leads',
    'Seitenaufrufe',
    'Anzahl der Klicks',
    'Visite al sito',
    'clic totali',
    'lead grezzi',
  ])('call “%s” a volume', (name) => expect(isVolumeName(name)).toBe(true))

  it.each([
    'click_rate',
    'click_to_open_rate',
    'qualified_leads',
    'email_churn',
    'Klickrate',
    'revenue',
    'viewability',
    'mqls',
    'tasso di clic',
  ])('call “%s” no volume', (name) => expect(isVolumeName(name)).toBe(false))

  it('take clicks but not leads for a unit of volume', () => {
    expect(isVolumeUnit('clicks')).toBe(true)
    expect(isVolumeUnit('leads')).toBe(false)
  })

  it.each([
    ['bounce_rate', 'rate'],
    ['Share of voice', 'Share'],
    ['clicks_per_email', 'per'],
    ['% opened', '%'],
    ['Klickrate', 'Klickrate'],
    ['Dublettenquote', 'Dublettenquote'],
    ['Anteil automatischer Sendungen', 'Anteil'],
    ['Tasso di apertura', 'Tasso'],
  ])('find the ratio word of “%s”', (name, word) => {
    expect(ratioWordIn(name)).toBe(word)
  })

  it.each([
    'leads_per_month',
    'Email inviate per la campagna',
    'generated_leads',
    'Corporate accounts',
    'Lead generate',
    'Shares',
    'Persons',
    'per',
  ])('find no ratio word in “%s”', (name) => expect(ratioWordIn(name)).toBeUndefined())
})

describe('words of money and departments', () => {
  it.each(['contingency', 'Risk buffer', 'Reserve', 'Unvorhergesehenes', 'Puffer 2027', 'Riserva', 'fondo_imprevisti'])(
    'take “%s” for a contingency',
    (name) => expect(contingencyWordIn(name)).toBeDefined(),
  )

  it.each(['Reserved seats', 'Template design', 'bufferbloat'])('take “%s” for no contingency', (name) =>
    expect(contingencyWordIn(name)).toBeUndefined(),
  )

  it('know the sales side in three languages', () => {
    expect(['sales', 'Inside sales', 'Vertrieb', 'Vertriebsteam', 'Vendite'].map(salesWordIn)).toEqual([
      'sales',
      'sales',
      'Vertrieb',
      'Vertriebsteam',
      'Vendite',
    ])
    expect(salesWordIn('salesbase')).toBeUndefined()
  })
})

describe('currencies', () => {
  it('are three capitals each', () => {
    for (const code of currencyCodes) expect(code).toMatch(/^[A-Z]{3}$/)
    expect(currencyCodes.has('EUR')).toBe(true)
    expect(currencyCodes.has('MQL')).toBe(false)
  })

  it('know the digits of their smallest amount', () => {
    expect(['EUR', 'JPY', 'KWD', 'CLF'].map(minorDigits)).toEqual([2, 0, 3, 4])
  })
})

describe('built-in free words', () => {
  it('are lower case and can be written as names', () => {
    for (const words of Object.values(builtInWords)) for (const word of words) expect(word).toMatch(/^[\p{Ll}\p{M}_]+$/u)
  })

  it('hold counted units in the plural', () => {
    expect(builtInWords.unit.has('contacts')).toBe(true)
    expect(builtInWords.unit.has('contact')).toBe(false)
  })

  it('hold the fields of work of the function as categories', () => {
    for (const category of ['project_management', 'benchmarking', 'data_management', 'process_rollout'])
      expect(builtInWords.category.has(category)).toBe(true)
  })
})
