import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'

/** Forms of access keys that their issuers document, and keys that are named as such. */
const secrets: readonly RegExp[] = [
  /\bAKIA[0-9A-Z]{16}\b/, // Amazon Web Services
  /\bgh[pousr]_[A-Za-z0-9]{36,}/, // GitHub
  /\bgithub_pat_[A-Za-z0-9_]{22,}/,
  /\bglpat-[A-Za-z0-9_-]{20,}/, // GitLab
  /\bxox[abeprs]-[A-Za-z0-9-]{10,}/, // Slack
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/, // Stripe
  /\bsk-[A-Za-z0-9_-]{20,}/, // OpenAI and others
  /\bAIza[A-Za-z0-9_-]{35}/, // Google
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/, // SendGrid
  /\bpat-(?:na|eu)\d-[0-9a-f-]{36}/, // HubSpot
  /\b[0-9a-f]{32}-us\d{1,2}\b/, // Mailchimp
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, // JSON Web Token
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /(?:key|token|password|secret)["']?\s*[=:]\s*["']?(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{12,}/i,
]

// Every key holds one of these, most texts none, and one look is quicker than all.
const beginnings = /AKIA|gh[pousr]_|github_pat_|glpat-|xox|[sr]k_|sk-|AIza|SG\.|pat-|-us\d|eyJ|-----BEGIN|[=:]/

export const secretInText = rule({
  code: 'hygiene/secret-in-text',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'No access key or password stands in a plan.',
  why: 'Plans are shared and kept for years, so whoever may read the plan may use the key.',
  fix: 'Remove the key from the text and replace it where it was issued: it must be taken as known.',
  bad: 'tool sendfox "SendFox" kind email_sending costs 0 USD per year owner ben keep note "Log in with token=a1b2c3d4e5f6g7h8"',
  good: 'tool sendfox "SendFox" kind email_sending costs 0 USD per year owner ben keep note "Ben has the login"',
  check(plan, report) {
    for (const text of plan.files.flatMap((file) => file.texts)) {
      if (!beginnings.test(text.text) || !secrets.some((secret) => secret.test(text.text))) continue
      report(text, t('This text looks like an access key. Plans are shared and kept for years; remove it and replace the key.'))
    }
  },
})
