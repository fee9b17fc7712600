import { t } from '@vscode/l10n'
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { plainText } from '../report/plain-text.js'
import { addWorkCommands, example } from './commands/work-commands.js'
import { exitCodes, stop, watchStreams } from './terminal/stop.js'

process.on('uncaughtException', (error) => {
  stop(error)
  process.exit()
})
watchStreams()

const program = new Command('mops')
  .description(t('Checks marketing-operations strategies that are kept as text (.mops files).'))
  .version(version)
  .helpCommand('help [command]', t('all options of a command'))
  .exitOverride()
  .configureOutput({
    outputError: (text, write) =>
      write(
        `mops: ${plainText(
          text
            .replace(/^error: /, '')
            .trimEnd()
            .replaceAll('\n', ' '),
        )}\n`,
      ),
  })

program
  .command('check')
  .description(t('findings for every plan it finds; the default is the working folder'))
  .argument('[target...]', t('files, folders or globs; - reads standard input'))
  .option('--format <format>', t('text, json, sarif, github, junit, gitlab, checkstyle, rdjson or markdown'), 'text')
  .option('--output <format=file>', t('write a report besides, as in --output sarif=findings.sarif; may be given several times'), addTo, [])
  .option('--today <date>', t('the status date, for example 2027-03-31; else the plan’s `asof`, else the clock'))
  .option('--stage <stage>', t('judge as if every plan were at this stage: draft, review, approved, running or closed'))
  .option('--fail-on <severity>', t('end with 1 from this severity on: error, warning, information or never'), 'error')
  .option('--quiet', t('only the findings that fail the run'))
  .option('--known <file>', t('count the findings that are listed in this file, and show the others'))
  .option('--write-known', t('write the findings of this run into the file of --known'))
  .option('--prune-known', t('remove what no longer occurs from the file of --known'))
  .option('--new-only <revision>', t('only findings that were not there at a git revision'))
  .option('--fix', t('apply the quick fixes that need no judgement'))
  .option('--fix-dry-run', t('print what --fix would change, and change nothing'))
  .addHelpText('after', example('mops check plans --fail-on warning --output sarif=findings.sarif'))
  .action(async (targets: string[], options) => {
    const { check } = await import('./commands/check.js')
    process.exitCode = await check(targets, options)
  })

program
  .command('diff')
  .description(t('what a change to plans means; the default compares HEAD with the working tree'))
  .argument('[what...]', t('BASE, or BASE HEAD, or BASE..HEAD, or two files or folders; then the paths that it is about'))
  .option('--format <format>', t('text, markdown or json'), 'text')
  .option('--fail-on <class>', t('end with 1 from this class on: weakened, risk or never'), 'never')
  .option('--today <date>', t('the status date; else the later one of the two sides'))
  .option('--stage <stage>', t('as if every plan were at this stage'))
  .option('--git-driver', t('as git calls a diff driver; see docs/diff.md'))
  .addHelpText('after', example('mops diff origin/main...HEAD --format markdown --fail-on weakened'))
  .action(async (words: string[], options) => {
    const { diff } = await import('./commands/diff.js')
    process.exitCode = await diff(words, options)
  })

program
  .command('owners')
  .description(t('the people whom a change to plans concerns, and who must approve it; with --of who answers for a plan'))
  .argument('[what...]', t('as for `mops diff`; with --of plans'))
  .option('--of', t('who answers for the plans, without a change'))
  .option('--format <format>', t('text, markdown or json'), 'text')
  .option('--today <date>', t('the status date; else the plan’s `asof`, else the clock'))
  .addHelpText('after', example('mops owners origin/main...HEAD --format markdown'))
  .action(async (words: string[], options) => {
    const { owners } = await import('./commands/owners.js')
    await owners(words, options)
  })

program
  .command('explain')
  .description(t('what a rule asks for, why, an example, and how to turn it off'))
  .argument('<code>', t('for example smart/baseline-missing'))
  .addHelpText('after', example('mops explain smart/baseline-missing'))
  .action(async (code: string) => {
    const { explain } = await import('./commands/explain.js')
    explain(code)
  })

program
  .command('rules')
  .description(t('all rules by family, with their levels by stage'))
  .option('--format <format>', t('text or json'), 'text')
  .addHelpText('after', example('mops rules'))
  .action(async (options) => {
    const { listRules } = await import('./commands/rules.js')
    listRules(options)
  })

program
  .command('config')
  .description(t('the settings that hold for a file or folder, and the file that each comes from'))
  .argument('[path]', t('a file or folder; the default is the working folder'))
  .option('--format <format>', t('text or json'), 'text')
  .addHelpText('after', example('mops config plans'))
  .action(async (written: string | undefined, options) => {
    const { config } = await import('./commands/config.js')
    process.exitCode = await config(written, options)
  })

program
  .command('metrics')
  .description(t('the standard dictionary of marketing metrics'))
  .argument('[term...]', t('a name or words of one, in English, German or Italian'))
  .option('--format <format>', t('text or json'), 'text')
  .addHelpText('after', example('mops metrics open rate'))
  .action(async (terms: string[], options) => {
    const { metrics } = await import('./commands/metrics.js')
    metrics(terms.join(' '), options)
  })

program
  .command('export')
  .description(t('a plan with everything that is computed from it, as data, or its work for other tools'))
  .argument('<plan>', t('the file with the strategy; - reads standard input'))
  .option(
    '--format <format>',
    t('json; the work as csv, ics, jira, asana, mspdi or mermaid; or utm, the tags of links in messages'),
    'json',
  )
  .option('--today <date>', t('the status date; else the plan’s `asof`, else the clock'))
  .option('--stage <stage>', t('as if the plan were at this stage'))
  .addHelpText('after', example('mops export plan.mops --format json'))
  .action(async (plan: string, options) => {
    const { exportPlan } = await import('./commands/export.js')
    await exportPlan(plan, options)
  })

program
  .command('render')
  .description(t('a plan to read, print and share: a page, Markdown or a picture'))
  .argument('<plan>', t('the file with the strategy; - reads standard input'))
  .option('--format <format>', t('html, md or svg'), 'html')
  .option('--view <view>', t('what the picture shows: timeline, workload or metrics'))
  .option('--today <date>', t('the status date; else the plan’s `asof`, else the clock'))
  .option('--stage <stage>', t('as if the plan were at this stage'))
  .addHelpText('after', example('mops render plan.mops > plan.html'))
  .action(async (plan: string, options) => {
    const { render } = await import('./commands/render.js')
    await render(plan, options)
  })

addWorkCommands(program)

program
  .command('lsp')
  .description(t('the language server, for any editor'))
  .option('--stdio', t('speak over standard input and output; the one way there is'))
  .addHelpText('after', example('mops lsp --stdio'))
  .action(async () => {
    const { serveEditors } = await import('./commands/lsp.js')
    serveEditors()
  })

for (const command of program.commands) command.exitOverride()

/** Gathers the values of an option that may be given several times. */
function addTo(value: string, values: readonly string[]): readonly string[] {
  return [...values, value]
}

async function run(): Promise<void> {
  try {
    if (process.argv.length > 2) await program.parseAsync()
    else program.help({ error: true })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.usage
    else stop(error)
  }
}

run()
