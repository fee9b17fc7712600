import { t } from '@vscode/l10n'
import type { Command } from 'commander'

/** The commands of a day with plans. */
export function addWorkCommands(program: Command): void {
  const targets = () => t('files, folders or globs; the default is the working folder')
  const today = () => t('the status date; else the plan’s `asof`, else the clock')

  program
    .command('init')
    .description(t('a new plan from a template; asks on a terminal for what no option says'))
    .argument('[file]', t('the file to write; - writes to standard output; the default follows from the title'))
    .option('--template <name>', t('quarter, year, campaign, tool-consolidation, lead-management, small, guided or numbers'))
    .option('--title <text>', t('the title of the plan'))
    .option('--for <organisation>', t('the organisation that it is for'))
    .option('--owner <person>', t('who answers for it'))
    .option('--start <when>', t('a date or a period; the default is the next quarter'))
    .addHelpText('after', example('mops init --template campaign --title "Spring" --owner "Mara Lindt" --start 2027-Q2'))
    .action(async (file: string | undefined, options) => {
      const { init } = await import('./init.js')
      await init(file, options)
    })

  program
    .command('new')
    .description(t('the plan that follows a plan: open work, unmet goals from their last value, lessons as notes'))
    .argument('[file]', t('the file to write, beside the plan'))
    .requiredOption('--from <plan>', t('the plan that it follows'))
    .option('--period <period>', t('the next period; the default follows the plan’s own and is as long'))
    .option('--today <date>', today())
    .addHelpText('after', example('mops new --from q1.mops q2.mops'))
    .action(async (file: string | undefined, options) => {
      const { newPlan } = await import('./new.js')
      await newPlan(file, options)
    })

  program
    .command('tasks')
    .description(t('what is still to be done, by its end'))
    .argument('[target...]', targets())
    .option('--mine', t('only yours: the person whose contact is your git address, or whom MOPS_ME names'))
    .option('--of <name>', t('only those of a person, team or role'))
    .option('--due <when>', t('only those that end within a span such as 2w, or up to a date'))
    .option('--late', t('only those that should have ended'))
    .option('--blocked', t('only those that are blocked'))
    .option('--priority <level>', t('only those of this priority: high, medium or low'))
    .option('--format <format>', t('text or json'), 'text')
    .option('--today <date>', today())
    .addHelpText('after', example('mops tasks --mine --due 2w'))
    .action(async (written: string[], options) => {
      const { tasks } = await import('./tasks.js')
      await tasks(written, options)
    })

  program
    .command('done')
    .description(t('mark a task or milestone as done, with the day'))
    .argument('<name>', t('the name of the task or milestone'))
    .argument('[target...]', targets())
    .option('--on <date>', t('the day; the default is --today, else the day that it is'))
    .option('--items', t('check the open items of its checklist too'))
    .option('--today <date>', today())
    .addHelpText('after', example('mops done write_guideline --on 2027-02-12'))
    .action(async (name: string, written: string[], options) => {
      const { done } = await import('./done.js')
      await done(name, written, options)
    })

  program
    .command('start')
    .description(t('mark a task as in progress'))
    .argument('<name>', t('the name of the task'))
    .argument('[target...]', targets())
    .addHelpText('after', example('mops start write_guideline'))
    .action(async (name: string, written: string[], options) => {
      const { start } = await import('./start.js')
      await start(name, written, options)
    })

  program
    .command('progress')
    .description(t('write how much of a task is done; 100% marks it as done'))
    .argument('<name>', t('the name of the task'))
    .argument('<share>', t('for example 40%'))
    .argument('[target...]', targets())
    .option('--on <date>', t('the day, where the task is done with it; the default is --today, else the day that it is'))
    .option('--today <date>', today())
    .addHelpText('after', example('mops progress write_guideline 40%'))
    .action(async (name: string, share: string, written: string[], options) => {
      const { progress } = await import('./progress.js')
      await progress(name, share, written, options)
    })

  program
    .command('status')
    .description(t('the state of a plan as a report in Markdown'))
    .argument('[target...]', t('the plan; the default is the one in the working folder'))
    .option('--for <stakeholder>', t('only what concerns a stakeholder'))
    .option('--today <date>', today())
    .addHelpText('after', example('mops status plan.mops --for leadership'))
    .action(async (written: string[], options) => {
      const { status } = await import('./status.js')
      await status(written, options)
    })

  program
    .command('measure')
    .description(t('the numbers of a plan as its data files say them'))
    .argument('[target...]', targets())
    .option('--period <period>', t('only this period, for example 2027-03 or 2027-Q1'))
    .option('--since <period>', t('from this period or day on'))
    .option('--number <name>', t('only this measure or metric'))
    .option('--write', t('write the values that the plan lacks into it'))
    .option('--all', t('with --write: also numbers without target, guard, watch or written values'))
    .option('--check', t('compare the written values with the data, and end with 1 when one differs'))
    .option('--sql', t('print the statements instead of the values'))
    .option('--format <format>', t('text, json, csv or markdown'), 'text')
    .option('--today <date>', today())
    .addHelpText('after', example('mops measure plan.mops --check'))
    .action(async (written: string[], options) => {
      const { measure } = await import('./measure.js')
      process.exitCode = await measure(written, options)
    })

  program
    .command('fmt')
    .description(t('write files as the editor formats them'))
    .argument('[target...]', t('files, folders or globs; - reads standard input and writes standard output'))
    .option('--check', t('change nothing; name the files that are not formatted and end with 1'))
    .option('--diff', t('change nothing; show what would change and end with 1'))
    .addHelpText('after', example('mops fmt --check plans'))
    .action(async (written: string[], options) => {
      const { formatFiles } = await import('./fmt.js')
      process.exitCode = await formatFiles(written, options)
    })

  program
    .command('watch')
    .description(t('check again after every change'))
    .argument('[target...]', targets())
    .option('--today <date>', today())
    .option('--stage <stage>', t('judge as if every plan were at this stage'))
    .addHelpText('after', example('mops watch plans'))
    .action(async (written: string[], options) => {
      const { watch } = await import('./watch.js')
      await watch(written, { ...options, format: 'text', failOn: 'never' })
    })

  program
    .command('completion')
    .description(t('a script for your shell that completes commands, options and files'))
    .argument('<shell>', t('bash, zsh or fish'))
    .addHelpText('after', example('source <(mops completion bash)'))
    .action(async (shell: string) => {
      const { completion } = await import('./completion.js')
      completion(shell, program)
    })
}

/** The end of a command's help. */
export function example(text: string): string {
  return `\n${t('Example:')}\n  ${text}\n`
}
