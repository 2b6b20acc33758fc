import type { Fault } from '../store.ts';
import { openDriver, type SqlDriver } from './driver.ts';
import { MIGRATIONS } from './migrations.ts';
import { damagedCursors } from './source-cursor.ts';

/** Every table, index and trigger is there, in the form in which the steps between versions make it. */
export function* schema(sql: SqlDriver): Generator<Fault[]> {
  const here = new Map(partsOf(sql).map((part) => [part.name, part.sql]));
  yield expected().flatMap(({ type, name, sql: form }) => {
    if (here.get(name) === form) return [];
    const fault = here.has(name) ? 'has another form than Quayside gave it' : 'is missing';
    return [{ what: 'schema', detail: `${type} ${name} ${fault}. ${WAY_BACK}` }];
  });
}

const WAY_BACK =
  'Quit Quayside and put a copy of quayside.db in its place, without the -wal and -shm files beside it: your own, or ' +
  'the newest quayside-v….bak of the folder. Without one, move these files elsewhere: Quayside begins anew.';

/** Every account's cursor can be read. */
export function* cursors(sql: SqlDriver): Generator<Fault[]> {
  yield damagedCursors(sql).map((account) => ({
    what: 'cursor',
    detail:
      `of account ${account} cannot be read. Nothing is to be done: at the next poll Quayside sets it aside and reads ` +
      'all that the source still keeps; what is here already is not stored twice.',
  }));
}

interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

const partsOf = (sql: SqlDriver): Part[] =>
  sql.all<Part>(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`);

function expected(): Part[] {
  const model = openDriver(':memory:');
  try {
    for (const { sql } of MIGRATIONS) model.exec(sql);
    return partsOf(model);
  } finally {
    model.close();
  }
}
