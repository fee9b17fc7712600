import { t } from '@vscode/l10n'
import type { Command } from 'commander'

/** The commands of a day with plans. */
export function addWorkCommands(program: Command): void {
  const targets = () => t('files, folders or globs; the default is the working folder')
  const today = () => t('the status date; else the plan’s `asof`, else the clock')

  program
    .command('tasks')
    .description(t('what is still to be done, by its end'))
    .argument('[target...]', targets())
    .option('--mine', t('only yours: the person whose contact is your git address, or whom MOPS_ME names'))
    .option('--of <name>', t('only those of a person, team or role'))
    .option('--due <when>', t('only those that end within a span such as 2w, or up to a date'))
    .option('--late', t('only those that should have ended'))
    .option('--blocked', t('only those that are blocked'))
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
    .option('--on <date>', t('the day; the default is the status date'))
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
    .option('--on <date>', t('the day, where the task is done with it; the default is the status date'))
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
}

/** The end of a command's help. */
export function example(text: string): string {
  return `\n${t('Example:')}\n  ${text}\n`
}
