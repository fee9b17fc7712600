import { renderToString } from 'preact-render-to-string'
import { harmlessMarkup } from './harmless-markup.js'
import type { PlanView } from './model.js'
import { Page } from './page.js'
import styles from './preview.css'

/**
 * One self-contained page with all views: no script, nothing that is loaded. The policy in it allows its own style sheet and the places of
 * bars, and nothing else.
 */
export function renderHtml(plan: PlanView): string {
  const body = harmlessMarkup(renderToString(<Page plan={plan} />))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mops">
<title>${harmlessMarkup(escaped(plan.title))}</title>
<style>${styles}</style>
</head>
<body>${body}</body>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
