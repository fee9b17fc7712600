import type { ComponentChildren } from 'preact'

const style = `
text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:#1d2430}
.title{font-size:18px;font-weight:650}.group{font-weight:650}.quiet,.chart-tick,.chart-label{fill:#5a6474}.small,.chart text{font-size:11px}
.ground{fill:#fff;fill-opacity:.9}.strong{font-weight:600}.on{fill:#fff}
.line,.chart-grid{stroke:#e1e5eb;fill:none}.weekend{fill:#8792a2;fill-opacity:.08}.holiday{fill:#b47a00;fill-opacity:.16}
.today{stroke:#1d2430;stroke-width:1.5}.link{fill:none;stroke:#7b8798}.link-critical{stroke:#2b59c3}.link-conflict{stroke:#b3261e}
.look-plain{fill:#9db5ea}.look-done{fill:#b9c3ba}.look-critical{fill:#2b59c3}.look-blocked{fill:#d9a441}.look-conflict{fill:#b3261e}
.look-cancelled{fill:none;stroke:#5a6474;stroke-dasharray:3 3}.progress{fill:#000;fill-opacity:.2}.span{fill:#5a6474;fill-opacity:.55}
.slack{stroke:#9db5ea;stroke-width:2}.cell{fill:#eceff3}.fill{fill:#9db5ea}.over{fill:#fdebe9;stroke:#b3261e;stroke-width:1.5}.bad{fill:#b3261e}
.chart-line{fill:none;stroke:#2b59c3;stroke-width:2}.chart-point{fill:#2b59c3;stroke:#fff;stroke-width:1.5}
.chart-path{fill:none;stroke:#5a6474;stroke-width:1.5;stroke-dasharray:4 4}.chart-end{fill:#fff;stroke:#5a6474;stroke-width:1.5}
.chart-checkpoint{fill:#fff;stroke:#2b59c3;stroke-width:1.5}.chart-benchmark{stroke:#1c7546;stroke-dasharray:2 3}.chart-limit{stroke:#b3261e;stroke-dasharray:6 3}
.label-benchmark{fill:#1c7546}.label-limit{fill:#b3261e}`.replaceAll('\n', '')

interface FrameProps {
  readonly title: string
  readonly subtitle: string
  readonly width: number
  /** Of what is in the frame, its heading left out. */
  readonly height: number
  readonly children: ComponentChildren
}

const headHeight = 64

/** A picture that needs nothing around it: its own style, ground and heading. The content starts at 0, 0. */
export function Frame({ title, subtitle, width, height, children }: FrameProps) {
  const all = height + headHeight + 16
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={all}
      viewBox={`0 0 ${width} ${all}`}
      role="img"
      aria-label={`${title}: ${subtitle}`}
    >
      <style>{style}</style>
      <rect width={width} height={all} fill="#fff" />
      <text class="title" x="16" y="30">
        {cut(title, width - 32, 10)}
      </text>
      <text class="quiet" x="16" y="50">
        {cut(subtitle, width - 32, 7)}
      </text>
      <g transform={`translate(0 ${headHeight})`}>{children}</g>
    </svg>
  )
}

interface KeyProps {
  /** Drawn 22 wide and 12 high. */
  readonly of: readonly { readonly text: string; readonly sign: ComponentChildren }[]
  readonly y: number
}

/** What the signs of a picture mean, in a row. */
export function Key({ of, y }: KeyProps) {
  let x = 16
  return (
    <g>
      {of.map(({ text, sign }) => {
        const at = x
        x += 28 + text.length * 6.6 + 20
        return (
          <g key={text} transform={`translate(${at} ${y})`}>
            {sign}
            <text class="quiet" x="28" y="10">
              {text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** As much of a text as fits, at so many pixels a letter on average. */
export function cut(text: string, width: number, letter = 6.6): string {
  const letters = [...text]
  const most = Math.max(1, Math.floor(width / letter))
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
