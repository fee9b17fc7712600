import { useEffect, useState } from 'preact/hooks'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly type?: 'text' | 'date'
  /** Ids of a list of what can be chosen. */
  readonly list?: string
  readonly isWide?: boolean
  readonly onChange: (value: string) => void
}

/** A value that can be written over: Enter or leaving the field wishes the change, Escape takes it back. */
export function Field({ label, value, type = 'text', list, isWide = false, onChange }: FieldProps) {
  const [written, setWritten] = useState(value)
  useEffect(() => setWritten(value), [value])
  const commit = () => {
    if (written.trim() === value) return
    setWritten(value) // the text says whether it came to that
    onChange(written.trim())
  }
  return (
    <label class={isWide ? 'choice grow' : 'choice'}>
      <span>{label}</span>
      <input
        type={type}
        value={written}
        list={list}
        maxlength={2000}
        onInput={(event) => setWritten(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setWritten(value)
        }}
      />
    </label>
  )
}
