import { Command, Option } from 'commander';
import { SOURCE_NAMES, type SourceName } from '../../../shared/accounts/source-name.ts';
import { guardedColumns } from '../export/csv.ts';
import type { CommandHost } from './command-host.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { check } from './commands/check.ts';
import { collect, type CollectUntil } from './commands/collect.ts';
import { decode } from './commands/decode.ts';
import { exportNotifications } from './commands/export.ts';
import { list } from './commands/list.ts';
import { show, showRaw } from './commands/show.ts';
import type { ExitStatus } from './exit-status.ts';
import { addFilterOptions, filterFrom, type FilterOptions } from './filter-options.ts';
import { limit, notificationId, notificationIds, seconds } from './option-values.ts';

/** The command line as people type it. `onStatus` is given the exit status of the command that ran. */
export function createProgram(
  host: CommandHost,
  version: string,
  onStatus: (status: ExitStatus) => void,
): Command {
  const program = new Command('quayside')
    .description(
      'Collects, lists, acknowledges and exports notifications of customs and of card and payment networks, with the engine of the app.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void host.output.raw(text),
      writeErr: (text) => host.output.words(text),
      // A sentence of ours follows from the error that is thrown.
      outputError: () => undefined,
    });
  for (const add of [addDecode, addCollect, addList, addShow, addAcknowledge, addExport, addCheck]) {
    add(host, program, onStatus);
  }
  return program;
}

type Add = (host: CommandHost, program: Command, onStatus: (status: ExitStatus) => void) => void;

const addDecode: Add = (host, program, onStatus) => {
  program
    .command('decode')
    .description('decode files of notifications; needs no archive')
    .argument('<files...>', 'files, or - for stdin')
    .addOption(
      new Option('--source <name>', 'where the files came from; else told by their bytes').choices(
        SOURCE_NAMES,
      ),
    )
    .action(async (files: string[], { source }: { source?: SourceName }) =>
      onStatus(await decode(host, { files, source: source ?? null })),
    );
};

const addCollect: Add = (host, program, onStatus) => {
  withData(host, program.command('collect'))
    .description('poll every account inside its limits, store, acknowledge what is queued')
    .addOption(accountsOption())
    .addOption(new Option('--once', 'end when every account was polled once and its backlog is drained'))
    .addOption(new Option('--for <seconds>', 'end after so long').argParser(seconds).conflicts('once'))
    .action(async (options: DataOption & AccountsOption & UntilOptions) => {
      const { data, accounts } = options;
      onStatus(await collect(host, { directory: data, accounts, until: collectUntil(options) }));
    });
};

const addList: Add = (host, program, onStatus) => {
  addFilterOptions(withData(host, program.command('list')))
    .description('list stored notifications, newest first')
    .addOption(new Option('--limit <n>', 'lines at most, up to 10000').default(100).argParser(limit))
    .addOption(new Option('--after <cursor>', 'go on where a list ended: the "next" of its last line'))
    .action(async (options: DataOption & FilterOptions & { limit: number; after?: string }) => {
      const { data, limit: most, after = null } = options;
      onStatus(await list(host, { directory: data, filter: filterFrom(options), limit: most, after }));
    });
};

const addShow: Add = (host, program, onStatus) => {
  withData(host, program.command('show'))
    .description('show one notification with its history and thread')
    .argument('<id>', 'as list prints it', notificationId)
    .option('--raw', 'write the stored payload byte for byte')
    .action(async (id: string, { data, raw }: DataOption & { raw?: true }) => {
      const showAs = raw === true ? showRaw : show;
      onStatus(await showAs(host, { directory: data, id }));
    });
};

const addAcknowledge: Add = (host, program, onStatus) => {
  withData(host, program.command('acknowledge'))
    .description('acknowledge notifications here and, where the source has such a call, there')
    .addOption(accountsOption())
    .argument('<ids...>', 'as list prints them', notificationIds)
    .action(async (ids: string[], { data, accounts }: DataOption & AccountsOption) =>
      onStatus(await acknowledge(host, { directory: data, accounts, ids })),
    );
};

const addExport: Add = (host, program, onStatus) => {
  addFilterOptions(withData(host, program.command('export')))
    .description(
      'export stored notifications as CSV or NDJSON; at its end a line for each stretch in which some may be missing',
    )
    .requiredOption('--out <file>', 'a file, or - for stdout')
    .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'ndjson']).default('csv'))
    .option('--bom', 'begin a CSV with a byte order mark, by which Excel knows UTF-8')
    .option('--no-formula-guard', 'leave text that a spreadsheet would run as a formula as it is')
    .addHelpText('after', GUARD_HELP)
    .action(async (options: DataOption & FilterOptions & FormatOptions) => {
      const { data, out, format, bom = false, formulaGuard } = options;
      const filter = filterFrom(options);
      onStatus(await exportNotifications(host, { directory: data, filter, out, format, bom, formulaGuard }));
    });
};

const GUARD_HELP = `
CSV only: where text begins like a formula (= + - @, tab, line break), the formula guard puts an apostrophe before it.
It looks at ${guardedColumns().join(', ')}. Ids, times and Quayside's own words are never changed.`;

const addCheck: Add = (host, program, onStatus) => {
  withData(host, program.command('check'))
    .description('check the integrity of the data directory')
    .action(async ({ data }: DataOption) => onStatus(await check(host, data)));
};

interface DataOption {
  readonly data: string;
}

interface AccountsOption {
  readonly accounts: string;
}

interface UntilOptions {
  readonly once?: true;
  readonly for?: number;
}

interface FormatOptions {
  readonly out: string;
  readonly format: 'csv' | 'ndjson';
  readonly bom?: true;
  readonly formulaGuard: boolean;
}

const withData = (host: CommandHost, command: Command): Command =>
  command.addOption(
    new Option('--data <dir>', 'data directory').default(host.defaultDataDirectory, "the app's own"),
  );

const accountsOption = (): Option => new Option('--accounts <file>', 'accounts file').makeOptionMandatory();

function collectUntil(options: UntilOptions): CollectUntil {
  if (options.once === true) return { once: true };
  return options.for === undefined ? null : { seconds: options.for };
}
