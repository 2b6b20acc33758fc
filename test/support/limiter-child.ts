import { fetchHttp } from '../../electron/engine/http/fetch-http.ts';
import { machineFolder } from '../../electron/engine/machine-folder.ts';
import { limitedCall } from '../../electron/engine/polling/limited-call.ts';
import { createLimiter } from '../../electron/engine/polling/limiter.ts';
import { openSlotLedger } from '../../electron/engine/store/slot-ledger.ts';
import { systemClock as clock } from '../../electron/engine/time/clock.ts';
import { testNetwork } from './test-network.ts';

/*
 * A process of its own that lists and fetches without pause, inside limits it shares through ledger files, until it is
 * killed. `QUAYSIDE_MACHINE_FOLDER`: where it hears of other people's. Arguments: the server's address, the spacing of list calls in milliseconds, the ledger files.
 */
const [url = '', spacing = '', ...files] = process.argv.slice(2);
const machine = process.env['QUAYSIDE_MACHINE_FOLDER'] === undefined ? null : machineFolder();
const ledger = openSlotLedger(files, { machine });
if (!ledger.ok) throw new Error(ledger.failure.reason);
const limiter = createLimiter({ clock, ledger: ledger.value });
const http = fetchHttp({
  clock,
  timeoutMs: 10_000,
  maxBytes: 1000,
  userAgent: 'quayside/test',
  network: testNetwork(),
});
const call = limitedCall({ limiter, http, clock, random: Math.random });
const signal = new AbortController().signal;

const app = { key: 'app', spacingMs: 1000 / 3 };
const list = { key: 'list', spacingMs: Number(spacing) };

async function repeat(path: string, rules: readonly (typeof app)[]): Promise<never> {
  for (;;) await call(rules, { method: 'GET', url: `${url}/${path}`, headers: {} }, signal, 'test');
}

await Promise.all([repeat(`list?${process.pid}`, [list, app]), repeat('message', [app])]);
