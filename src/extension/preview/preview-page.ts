import { Uri, type Webview } from 'vscode'

/** The folder that the preview may load from, and nothing else. */
export function previewFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'out', 'preview')
}

/**
 * The page of the preview: nothing from a network, no inline script or style, and only our own script runs. `texts` are the translations that
 * VS Code has loaded for its language.
 */
export function previewPage(webview: Webview, folder: Uri, language: string, texts: Readonly<Record<string, string>> | undefined): string {
  const nonce = newNonce()
  const script = webview.asWebviewUri(Uri.joinPath(folder, 'webview.js')).toString()
  const style = webview.asWebviewUri(Uri.joinPath(folder, 'preview.css')).toString()
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src ${webview.cspSource}`
  return `<!DOCTYPE html>
<html lang="${language.replace(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>mops</title>
</head>
<body>
<div id="preview"${texts ? ` data-texts="${escaped(JSON.stringify(texts))}"` : ''}></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
}
