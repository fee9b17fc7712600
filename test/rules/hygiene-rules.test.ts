import { describe, expect, it } from 'vitest'
import { said } from './said.js'

const note = (text: string) => `channel web "Website" owner ben note "${text}"`

describe('texts', () => {
  it.each([
    'api_key=a1b2c3d4e5f6',
    'password: Sommer2027abc',
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    'https://hooks.example/x?token=9f8e7d6c5b4a',
  ])('are suspected of a key in: %s', (text) => {
    expect(said('hygiene/secret-in-text', note(text))).toHaveLength(1)
  })

  it.each(['The key: understanding customers', 'Keep the password in the vault', 'token=short1', 'Secretary 2027 planning'])(
    'are not suspected of a key in: %s',
    (text) => {
      expect(said('hygiene/secret-in-text', note(text))).toEqual([])
    },
  )

  it.each(['jane.doe@gmail.com', 'Call +49 30 1234567', 'Tel. 0471 123456', '(212) 555-0100', 'mailto:max@gmx.de'])(
    'hold personal data in: %s',
    (text) => {
      expect(said('hygiene/personal-data', note(text))).toHaveLength(1)
    },
  )

  it.each([
    'ben@brightleaf.example',
    'From 2027-01-04 to 2027-04-09',
    'Between 50 000 and 52 000 recipients',
    'https://example.org/2027/0123-456789',
    'Order 4711-0815',
    '+120 000 clicks',
    '0.80% (400 of 50 000)',
  ])('hold no personal data in: %s', (text) => {
    expect(said('hygiene/personal-data', note(text))).toEqual([])
  })

  it('may hold how to reach a colleague', () => {
    const person = 'person dana "Dana Levi" works 16h per week skills writing, forms contact "dana.levi@gmail.com"'
    expect(said('hygiene/personal-data', person)).toEqual([])
  })
})

describe('links', () => {
  it.each([
    ['www.brightleaf.example/a', 'Write `https://www.brightleaf.example/a`.'],
    ['ben@brightleaf.example', 'Write `mailto:ben@brightleaf.example`.'],
    ['ask Ben', 'Write a complete address that begins with `https://` or `mailto:`.'],
    ['ftp://files.example', 'Write a complete address that begins with `https://` or `mailto:`.'],
  ])('are completed: %s', (link, advice) => {
    expect(said('hygiene/link-not-a-url', `channel web "Website" owner ben link "${link}"`)[0]).toContain(advice)
  })
})

describe('words', () => {
  const measure = (name: string, unit: string) =>
    `measure ${name} "${name}" in ${unit} per month sum from email_platform\nreport ${name}_report "Report" to leadership every month shows ${name} owner ben via email`

  it('that are nearly the usual one are pointed out', () => {
    const text = [measure('one', 'contact'), measure('two', 'contacts')].join('\n')
    expect(said('hygiene/near-miss-word', text)[0]).toContain('Did you mean `contacts`?')
  })

  it('are held against those that are one letter away, and of these against the most frequent', () => {
    const writers = (...skills: readonly string[]) =>
      said('hygiene/near-miss-word', skills.map((skill, at) => `person p${at} "P ${at}" works 16h per week skills ${skill}`).join('\n'))
    expect(writers('plumbing', 'plumbing', 'plumbings')).toHaveLength(1)
    expect(writers('cabling', 'cabling', 'kablink')).toEqual([]) // two letters differ
    expect(writers('cablings', 'cablings', 'scabling')).toEqual([]) // they share a form, and two letters differ
    expect(writers('cabling', 'cabling', 'gabling', 'gabling', 'gabling', 'fabling')[0]).toContain('Did you mean `gabling`?')
  })

  it('in a quotient may be singular', () => {
    expect(said('hygiene/near-miss-word', measure('cost', 'USD/contact'))).toEqual([])
  })

  it('of three letters and fewer are left alone', () => {
    expect(said('hygiene/near-miss-word', 'person dana "Dana Levi" works 16h per week skills writing, forms, sqk')).toEqual([])
  })
})

describe('an import', () => {
  const people = 'role writer "Writer" duties "Writes" skills writing'

  it('without use is reported once', () => {
    expect(said('hygiene', { text: 'import "people.mops"', files: { 'people.mops': people } })).toEqual([
      'Nothing of `people.mops` is used here. Remove the import.',
    ])
  })

  it('given twice is superfluous', () => {
    const files = { 'channels.mops': 'channel web "Website" owner ben' }
    const text =
      'import "channels.mops"\nimport "channels.mops"\ncampaign spring "Spring" via web for keepable_mail period 2027-03 owner ben'
    expect(said('hygiene', { text, files })).toEqual(['`channels.mops` is imported twice by this file. Remove this line.'])
  })

  it('brings a part of the plan when what it holds uses names of the rest', () => {
    const files = { 'telling.mops': 'communication news "News" to marketers expect "Easier mails" on 2027-03-01 via email owner dana' }
    expect(said('hygiene', { text: 'import "telling.mops"', files })).toEqual([])
  })
})
