import {
  sql as raw,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type ExpressionBuilder,
  type ExpressionWrapper,
  type SqlBool,
} from 'kysely';
import { sameReference } from '../../../../shared/catalogue/mrn.ts';
import type { Filter } from '../../../../shared/filter.ts';
import type { SqlDriver, SqlValue } from './driver.ts';

/** The tables that a filter reads. */
export interface FilterTables {
  notification: { seq: number; shelf: number; received_at: number };
  shelf: {
    id: number;
    account: string;
    source: string;
    type: string;
    attention: string;
    state: string;
    upstream: string;
    settled: number;
    n: number;
  };
  reference: { value: string; seq: number };
  thread_member: { seq: number; thread: number };
}

/** Writes statements and runs none: the driver runs what it compiled. */
export const compiler = new Kysely<FilterTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export function allOf<Row>(sql: SqlDriver, query: CompiledQuery<Row>): Row[] {
  return sql.all<Row>(query.sql, ...(query.parameters as readonly SqlValue[]));
}

type Condition = ExpressionWrapper<FilterTables, 'shelf', SqlBool>;

const FACETS = [
  ['states', 'state'],
  ['upstream', 'upstream'],
  ['attention', 'attention'],
  ['types', 'type'],
  ['accounts', 'account'],
  ['sources', 'source'],
] as const;

/** Whether the filter chooses among shelves. */
export const choosesShelves = (filter: Filter): boolean =>
  filter.needsAction !== undefined || FACETS.some(([member]) => filter[member] !== undefined);

/** Whether it chooses by what may change after arrival, which the full-text index does not know. */
export const choosesByState = (filter: Filter): boolean =>
  filter.states !== undefined || filter.upstream !== undefined || filter.needsAction !== undefined;

/** Which shelves the filter shows. */
export function onShelves(filter: Filter) {
  return (eb: ExpressionBuilder<FilterTables, 'shelf'>): Condition =>
    eb.and([
      ...FACETS.flatMap(([member, column]) => {
        const values = filter[member];
        return values === undefined ? [] : [eb(`shelf.${column}`, 'in', values)];
      }),
      ...(filter.needsAction === undefined
        ? []
        : [eb('shelf.attention', '=', 'act'), eb('shelf.state', '=', 'new'), eb('shelf.settled', '=', 0)]),
    ]);
}

/** The reference values that the filter asks for, as they are stored; null where it asks for none. */
export const referencesAsked = ({ references }: Filter): readonly string[] | null =>
  references === undefined ? null : [...new Set(references.map(sameReference))];

/** What the filter asks of a row `n`, its search and its references apart. */
export function ofRow(filter: Filter) {
  return (eb: ExpressionBuilder<FilterTables & { n: FilterTables['notification'] }, 'n'>) =>
    eb.and([
      ...(choosesShelves(filter)
        ? [eb('n.shelf', 'in', compiler.selectFrom('shelf').select('shelf.id').where(onShelves(filter)))]
        : []),
      ...(filter.quiet === undefined ? [] : [eb('n.seq', 'in', inQuietThreads)]),
      ...received(filter).map(([operator, at]) => eb('n.received_at', operator, at)),
    ]);
}

/** Ids of threads of which something was expected and has not come, with something in them that is not done. */
export const QUIET_THREADS = 'SELECT id FROM thread WHERE quiet > 0';

const inQuietThreads = compiler
  .selectFrom('thread_member')
  .select('thread_member.seq')
  .where('thread_member.thread', 'in', raw<number>`(${raw.raw(QUIET_THREADS)})`);

/** The bounds of receipt, in epoch milliseconds. */
export function received(filter: Filter): readonly (readonly ['>=' | '<', number])[] {
  return [
    ...(filter.since === undefined ? [] : [['>=', Date.parse(filter.since)] as const]),
    ...(filter.until === undefined ? [] : [['<', Date.parse(filter.until)] as const]),
  ];
}
