import { useState } from 'preact/hooks'

interface OneLineFormProps {
  readonly label: string
  readonly action: string
  readonly placeholder?: string
  readonly onSubmit: (value: string) => void
}

/** One field with a button, empty again once its value was sent. */
export function OneLineForm({ label, action, placeholder, onSubmit }: OneLineFormProps) {
  const [value, setValue] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (value.trim() === '') return
    onSubmit(value.trim())
    setValue('')
  }
  return (
    <form class="editor-row" onSubmit={submit}>
      <label class="choice grow">
        <span>{label}</span>
        <input
          type="text"
          maxlength={2000}
          placeholder={placeholder}
          value={value}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={value.trim() === ''}>
        {action}
      </button>
    </form>
  )
}
