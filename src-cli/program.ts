import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { program } from 'commander'
import type { Language } from '../src-shared/messages/message.ts'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/** Each subcommand is a file of its own, loaded only when it is called: a conversion must not wait for the database. */
program
  .name('qidan')
  .description('契单 Qidan: contracts and orders from the command line')
  .option('--lang <zh|en>', 'language of messages', process.env.QIDAN_LANG ?? 'zh')
  .version(version, '-V, --version', 'print the version')
  .helpCommand(false)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

program
  .command('init')
  .description('make a workspace in a new folder (passphrase from QIDAN_PASSPHRASE or a prompt)')
  .requiredOption('--dir <folder>', 'folder of the workspace')
  .option('--sample', 'with the sample company, its people, parties, products, templates and flows')
  .action((options) => run(async (language) => (await import('./init.ts')).init(options, language)))

program
  .command('start')
  .description('serve the app to a browser on this computer and print its address')
  .option('--home <folder>', 'folder of the workspaces', process.env.QIDAN_HOME ?? join(homedir(), 'Qidan'))
  .option('--port <n>', 'port on 127.0.0.1; any free one by default', '0')
  .action((options) => run(async () => (await import('./start.ts')).start(options)))

program
  .command('exec <name>')
  .description('run a command or a task; a refusal is printed as JSON and exits with 1')
  .requiredOption('--dir <folder>', 'folder of the workspace')
  .option('--as <account>', 'account of the user it runs for', 'admin')
  .option('--json <input>', 'input as JSON; - reads it from standard input', '{}')
  .option('--out <file>', 'write the file that a task makes here')
  .action((name, options) => run(async () => (await import('./exec.ts')).exec(name, options)))

program
  .command('query <name>')
  .description('run a query and print its result as JSON')
  .requiredOption('--dir <folder>', 'folder of the workspace')
  .option('--as <account>', 'account of the user it runs for', 'admin')
  .option('--json <input>', 'input as JSON; - reads it from standard input', '{}')
  .action((name, options) => run(async () => (await import('./query.ts')).query(name, options)))

program
  .command('commands')
  .description('list every command, task and query with its sentence; with --schema its input schema')
  .option('--schema', 'print the JSON schema of each input')
  .option('--json', 'print as JSON')
  .action((options) => run(async () => (await import('./commands.ts')).commands(options)))

const template = program.command('template').description('work with Word templates')
template
  .command('check <file>')
  .description('fields, loops and problems of a template; exits with 1 when it is unusable')
  .option('--seconds <n>', 'time allowed; by default a few seconds, enough for ordinary files')
  .option('--json', 'print as JSON')
  .action((file, options) =>
    run(async (language) => (await import('./template-check.ts')).templateCheck(file, options, language), options),
  )

program
  .command('render <template>')
  .description('fill a template with data and make the PDF')
  .requiredOption('--data <file>', 'JSON with the data')
  .requiredOption('--out <file>', 'the PDF')
  .option('--docx <file>', 'also keep the filled .docx')
  .option('--images <folder>', 'folder of the pictures that the data name; by default the folder of the data')
  .option('--seconds <n>', 'time allowed; by default a few seconds, enough for ordinary files')
  .action((file, options) =>
    run(async (language) => (await import('./render.ts')).render(file, options, language), options),
  )

program
  .command('convert <file>')
  .description('make a PDF of a .docx as it is; lists what was not carried')
  .requiredOption('--out <file>', 'the PDF')
  .option('--marks <accepted|marked>', 'tracked changes', 'accepted')
  .option('--seconds <n>', 'time allowed; by default a few seconds, enough for ordinary files')
  .option('--json', 'print as JSON')
  .action((file, options) =>
    run(async (language) => (await import('./convert.ts')).convert(file, options, language), options),
  )

program
  .command('seal <pdf>')
  .description('put a seal, a cross-page seal, handwriting or a watermark on a PDF')
  .requiredOption('--out <file>', 'the sealed PDF')
  .option('--image <png>', 'image of the seal; without it one is drawn from --company')
  .option('--company <name>', 'company name on the drawn seal')
  .option('--label <text>', 'second line of the drawn seal', '合同专用章')
  .option('--serial <digits>', 'serial on the drawn seal')
  .option('--diameter <mm>', 'diameter in millimetres', '42')
  .option('--at <text>', 'text the seal is centred on; its last occurrence', '甲方（盖章）')
  .option('--cross-page', 'also as 骑缝章 over all pages')
  .option('--watermark <text>', 'watermark over every page')
  .option('--seconds <n>', 'time allowed; by default a few seconds, enough for ordinary files')
  .action((file, options) => run(async (language) => (await import('./seal.ts')).seal(file, options, language)))

program
  .command('sign <pdf>')
  .description('sign a PDF digitally (PAdES B-B); earlier signatures stay valid')
  .requiredOption('--out <file>', 'the signed PDF')
  .option('--p12 <file>', 'certificate with key; its password from QIDAN_P12_PASSWORD or a prompt')
  .option('--make-p12 <file>', 'make a certificate of your own first and keep it here')
  .option('--company <name>', 'whose certificate to make')
  .option('--reason <text>', 'reason shown in the signature', '签署合同')
  .option('--location <text>', 'place shown in the signature', '')
  .option('--seconds <n>', 'time allowed; by default a few seconds, enough for ordinary files')
  .action((file, options) => run(async () => (await import('./sign.ts')).sign(file, options)))

program
  .command('verify <pdf>')
  .description('check the signatures of a PDF; exits with 0 only when it is signed and every signature is intact')
  .option('--trust <pem...>', 'certificates of authorities to trust; then each signature must lead to one')
  .option('--seconds <n>', 'time allowed; by default a few seconds, enough for ordinary files')
  .option('--json', 'print as JSON')
  .action((file, options) =>
    run(async (language) => (await import('./verify.ts')).verify(file, options, language), options),
  )

program
  .command('seed')
  .description('make a workspace full of generated records, the same for the same seed, number and last day')
  .requiredOption('--dir <folder>', 'folder of the new workspace; empty or not there yet')
  .option('--contracts <n>', 'how many contracts', '10000')
  .option('--seed <n>', 'seed of the generator', '1')
  .option('--until <date>', 'last day of the three years, today by default')
  .action((options) => run(async (language) => (await import('./seed.ts')).seed(options, language)))

program
  .command('check')
  .description('check integrity, the audit chain and the hashes of all files')
  .requiredOption('--dir <folder>', 'folder of the workspace')
  .option('--json', 'print as JSON')
  .action((options) => run(async (language) => (await import('./check.ts')).check(options, language), options))

program
  .command('demo')
  .description('the whole main job: template, draft, approvals, sealed and signed PDF, order, payment, ledger')
  .option('--out <folder>', 'where it all goes', 'out/demo')
  .option('--template <file>', 'a template of your own')
  .option('--data <file>', 'data of your own for it')
  .action((options) => run(async () => (await import('./demo/demo.ts')).demo(options)))

program
  .command('bench [suite]')
  .description('measure: throughput, documents, commands, screens; each against a baseline of the same run')
  .option('--quick', 'fewer repetitions')
  .action((suite, options) => run(async () => (await import('./bench/bench.ts')).bench(suite, options)))

program
  .command('fidelity')
  .description('compare our PDFs of the corpus with LibreOffice')
  .option('--file <docx>', 'one file only')
  .option('--out <folder>', 'side-by-side pictures')
  .option('--json', 'print as JSON')
  .action((options) => run(async () => (await import('./fidelity/fidelity.ts')).fidelity(options)))

/**
 * Runs a subcommand; what it returns is the exit code, what it throws is told and ends with 1, 2, 130 or, for a bug, 70. With `--json` a refusal
 * is JSON, too.
 */
async function run(
  work: (language: Language) => Promise<number | void>,
  { json }: { json?: unknown } = {},
): Promise<void> {
  const language: Language = program.opts<{ lang: string }>().lang === 'en' ? 'en' : 'zh'
  try {
    process.exitCode = (await work(language)) ?? 0
  } catch (error) {
    const { reportAndExit } = await import('./report.ts')
    reportAndExit(error, language, json === true)
  }
}

// Whoever reads our output may stop reading, as head does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

await program.parseAsync()
