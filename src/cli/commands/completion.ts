import { t } from '@vscode/l10n'
import type { Command } from 'commander'
import { oneOf } from '../terminal/options.js'

interface Known {
  readonly name: string
  readonly description: string
  readonly flags: readonly { readonly name: string; readonly description: string }[]
}

/** `mops completion SHELL`: a script that completes commands, options and files. */
export function completion(shell: string, program: Command): void {
  const commands = knownCommands(program)
  switch (oneOf(t('The shell'), shell, ['bash', 'zsh', 'fish'])) {
    case 'bash':
      process.stdout.write(bash(commands))
      return
    case 'zsh':
      process.stdout.write(zsh(commands))
      return
    case 'fish':
      process.stdout.write(fish(commands))
  }
}

function knownCommands(program: Command): readonly Known[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    flags: [
      ...command.options.flatMap(({ long, description }) => (long ? [{ name: long, description }] : [])),
      { name: '--help', description: t('its options') },
    ],
  }))
}

function bash(commands: readonly Known[]): string {
  const cases = commands.map(({ name, flags }) => `    ${name}) words="${flags.map((flag) => flag.name).join(' ')}" ;;`)
  return `# mops completion bash > /etc/bash_completion.d/mops, or: source <(mops completion bash)
_mops() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --version --help" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _mops mops
`
}

function zsh(commands: readonly Known[]): string {
  const list = commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`)
  const cases = commands.map(
    ({ name, flags }) =>
      `    ${name}) _arguments ${flags.map((flag) => quoted(`${flag.name}[${flag.description.replace(/[[\]:]/g, ' ')}]`)).join(' ')} '*:file:_files' ;;`,
  )
  return `#compdef mops
# mops completion zsh > "\${fpath[1]}/_mops"
_mops() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
    *) _files ;;
  esac
}
if [ "$funcstack[1]" = "_mops" ]; then
  _mops "$@"
else
  compdef _mops mops
fi
`
}

function fish(commands: readonly Known[]): string {
  const lines = commands.flatMap(({ name, description, flags }) => [
    `complete -c mops -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ...flags.map(
      (flag) => `complete -c mops -n '__fish_seen_subcommand_from ${name}' -l ${flag.name.slice(2)} -d ${quoted(flag.description)}`,
    ),
  ])
  return `# mops completion fish > ~/.config/fish/completions/mops.fish\n${lines.join('\n')}\n`
}

/** A word in single quotes, as all three shells read it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’')}'`
}
