import type { ThreadStatus, Trade } from '../../../../shared/thread.ts';
import { wasChanged } from './changes.ts';
import { isBeforeAllThatStands, isOfSomethingLater, isPastRejecting } from './later-rejection.ts';
import { REJECTING, type Life } from './life.ts';
import { openEvents, openLimits, type OpenEvent, type OpenLimit } from './open-events.ts';
import { standingOf, type Standing } from './standing.ts';
import { noteWords, statusWords } from './status-words.ts';
import { timeOf } from './thread-member.ts';
import { unclearEvents, type UnclearEvent } from './unclear-events.ts';
import { unreadCall } from './unread.ts';

/**
 * What has become of the declaration, by all of its messages together: a receipt that comes after a clearance
 * changes nothing, and a hold stays open until something settles it. Null where no DMS message is among them.
 */
export function declarationStatus(life: Life, trade: Trade | null): ThreadStatus | null {
  if (life.steps.length === 0) return null;
  const standing = standingOf(life, trade);
  const open = standing.over ? [] : openEvents(life);
  const decisive = decisiveOf(open, standing);
  const code = decisive?.code ?? standing.code;
  const call = openCall(open) ?? ownCall(standing) ?? watchCall(life, standing);
  const unread = unreadCall(life, standing);
  const isUnreadFirst =
    unread !== null && (call === null || (call.attention === 'watch' && unread.attention === 'act'));
  const decidedBy = life.steps[decisive?.at ?? standing.at];
  if (decidedBy === undefined) throw new Error(`the status ${code} rests on no message`);
  return {
    code,
    title: code === standing.code ? standing.title : statusWords[code].title,
    attention: (isUnreadFirst ? unread : call)?.attention ?? standing.attention,
    since: timeOf(decidedBy.member),
    actionId: (isUnreadFirst ? unread.id : life.steps[call?.at ?? -1]?.member.row.id) ?? null,
    deadline: standingLimits(life, trade)[0]?.deadline ?? null,
    notes: notesOf(life, trade, standing, open, decisive),
  };
}

/** The limits that still count, the earliest first; none of a declaration that is over. */
export const standingLimits = (life: Life, trade: Trade | null): readonly OpenLimit[] =>
  life.steps.length === 0 || standingOf(life, trade).over ? [] : openLimits(life);

/** The latest hold names the status, but a clearance stands; only the lack of proof of exit says more than it. */
function decisiveOf(open: readonly OpenEvent[], standing: Standing): OpenEvent | null {
  const isFree = ['cleared', 'cleared-amended', 'exited'].includes(standing.code);
  const holds = open.filter(({ code }) => code !== null && (!isFree || code === 'not-exited-in-time'));
  return holds.at(-1) ?? null;
}

interface Call {
  readonly at: number;
  readonly attention: 'act' | 'watch';
}

/** Of all that is open only the latest calls, so that a person is sent to one place. */
const openCall = (open: readonly OpenEvent[]): Call | null => {
  const at = open.at(-1)?.calls[0];
  return at === undefined ? null : { at, attention: 'act' };
};

const ownCall = ({ at, attention }: Standing): Call | null =>
  attention === 'info' ? null : { at, attention };

/** What is neither open nor plain, the latest of it. */
function watchCall(life: Life, standing: Standing): Call | null {
  const watched = [advice(life, standing)?.at ?? -1, ...unclear(life, standing).map(({ at }) => at)];
  const at = Math.max(...watched);
  return at < 0 ? null : { at, attention: 'watch' };
}

const unclear = (life: Life, { over }: Standing): readonly UnclearEvent[] =>
  over ? [] : unclearEvents(life);

/** A warning inside the latest receipt or acceptance, until the goods are free. */
function advice(life: Life, { code }: Standing): Call | null {
  if (code !== 'registered' && code !== 'accepted' && code !== 'waiting') return null;
  const at = life.last('01', '02');
  const warns = life.steps[at]?.member.facts.attention === 'watch';
  return warns ? { at, attention: 'watch' } : null;
}

function notesOf(
  life: Life,
  trade: Trade | null,
  standing: Standing,
  open: readonly OpenEvent[],
  decisive: OpenEvent | null,
): string[] {
  const others = open
    .filter((event) => event !== decisive)
    .map(({ code, note }) => note ?? (code === null ? '' : statusWords[code].title));
  const notes = [
    ...others,
    standing.code === 'rejected' ? '' : rejectionNote(life),
    decisive !== null && standing.code === 'released' ? noteWords.provisional : '',
    !standing.over && hasSeveralDates(life) ? noteWords.severalDates : '',
    standing.over ? '' : requestNote(life),
    ...unclear(life, standing).map(({ note }) => note),
    wasChanged(life, trade) && !standing.over && standing.code !== 'cleared-amended' ? noteWords.changed : '',
    advice(life, standing) !== null ? noteWords.advised : '',
    standing.code !== 'unknown' && life.hasUnknown ? noteWords.unknown : '',
    life.unread.length > 0 ? noteWords.unread : '',
  ];
  return [...new Set(notes)].filter((note) => note !== '');
}

/** Of what the latest rejection was that did not end the declaration. */
function rejectionNote(life: Life): string {
  const at = life.last(REJECTING);
  if (at < 0) return '';
  if (isPastRejecting(life) && !isBeforeAllThatStands(life, at)) return noteWords.rejected;
  return isOfSomethingLater(life, at) ? noteWords.laterRejected : noteWords.earlierRejected;
}

/** A request for documents does not say which, so that the limit of an earlier one may still count. */
function hasSeveralDates(life: Life): boolean {
  const requests = life.places('06');
  const dates = openLimits(life).flatMap(({ at, deadline }) => (requests.includes(at) ? [deadline] : []));
  return new Set(dates).size > 1;
}

/** How the latest request stands: a 02 after the acceptance is the receipt of one. */
function requestNote(life: Life): string {
  const request = life.last('02');
  const settled = life.last('11', '07', '10', REJECTING);
  if (life.has('01', '09') && request > life.first('01', '09') && request > settled) return noteWords.pending;
  const grant = life.last('11/39');
  return grant >= 0 && grant === life.last('11') && life.last('01', '07', '09', '13') < grant
    ? noteWords.granted
    : '';
}
