import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface RowWindow {
  /** The rows to draw, `to` exclusive. */
  readonly from: number
  readonly to: number
}

// Fewer rows are drawn at once: only a very large plan needs the window.
const always = 150
const chunk = 30

/** Which of many rows of equal height are in sight of a scrolling box, with some above and below; changes by chunks, not by pixels. */
export function useRowWindow(count: number, rowHeight: number): readonly [RefObject<HTMLElement | null>, RowWindow] {
  const box = useRef<HTMLElement>(null)
  const [at, setAt] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element || count <= always) return undefined
    const look = () => setAt(Math.floor(element.scrollTop / rowHeight / chunk))
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [count, rowHeight])
  if (count <= always) return [box, { from: 0, to: count }]
  const last = Math.max(0, Math.floor(count / chunk) - 1)
  const first = Math.min(at, last)
  return [box, { from: Math.max(0, (first - 1) * chunk), to: Math.min(count, (first + 4) * chunk) }]
}
