import type { ListRow } from '../../shared/engine-api.ts';
import { excerpt } from '../../shared/excerpt.ts';
import { subjectInThread } from '../../shared/subject.ts';
import type { EngineStatus } from '../../shared/status.ts';
import type { EngineState } from './engine-link.ts';

/** What the tray tells, from the engine's state alone. `status` is null until the engine has answered once. */
export interface TrayView {
  readonly engine: EngineState['engine'];
  readonly status: EngineStatus | null;
  /** The newest that need a person, a few of them. */
  readonly calls: readonly ListRow[];
}

/** `Quayside: 3 need you. Checked 09:41:07`. `timeOf` turns an instant into the person's local time. */
export function trayTooltip(view: TrayView, timeOf: (instant: string) => string): string {
  return `Quayside: ${sentence(view, timeOf)}`;
}

/** `3 need you`, for the first line of the tray's menu. */
export const trayHeadline = (view: TrayView): string => capitalised(headline(view));

/** `Inspection required: GMR GMRA00002KW2`: one of those that need a person, for a line of the tray's menu. */
export function callLine(row: ListRow): string {
  const title = row.thread?.status?.title ?? row.title;
  const subject = subjectInThread(row, row.thread ?? { mrn: null, lrn: null });
  return excerpt(subject === null ? title : `${title}: ${subject}`, LONGEST_LINE);
}

const LONGEST_LINE = 90;

/** How many notifications need a person, for the icon and the badge. */
export const needingAction = ({ status }: TrayView): number => status?.counts.needsAction ?? 0;

function sentence(view: TrayView, timeOf: (instant: string) => string): string {
  const isKnown = view.engine === 'running' && view.status !== null;
  return isKnown ? `${headline(view)}. ${checked(view.status, timeOf)}` : headline(view);
}

function headline({ engine, status }: TrayView): string {
  if (engine === 'refused') return 'the archive cannot be opened';
  if (engine === 'restarting') return 'restarting';
  if (engine === 'silent') return 'not answering';
  if (engine === 'starting' || status === null) return 'starting';
  return needs(status.counts.needsAction);
}

function needs(count: number): string {
  if (count === 0) return 'nothing needs you';
  return count === 1 ? '1 needs you' : `${count.toLocaleString('en-GB')} need you`;
}

/** "Checked" is only as good as the account that was checked longest ago. */
function checked({ accounts }: EngineStatus, timeOf: (instant: string) => string): string {
  if (accounts.length === 0) return 'No accounts yet';
  const active = accounts.filter(({ state }) => state !== 'paused');
  if (active.length === 0) return 'Polling is paused';
  const stuck = active.filter(
    ({ failure, unansweredSince }) => failure !== null || unansweredSince !== undefined,
  );
  const times = (stuck.length > 0 ? stuck : active).map(({ checkedAt }) => checkedAt);
  if (times.includes(null))
    return stuck.length > 0 ? `${behind(stuck.length)} not checked` : 'Not checked yet';
  const oldest = timeOf(times.flatMap((time) => time ?? []).sort()[0] ?? '');
  return stuck.length > 0 ? `${behind(stuck.length)} not checked since ${oldest}` : `Checked ${oldest}`;
}

const behind = (count: number): string => (count === 1 ? '1 account' : `${count} accounts`);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
