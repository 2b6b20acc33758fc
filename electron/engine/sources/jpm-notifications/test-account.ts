import type { JpmAccount } from '../../../../shared/accounts/account.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { SourceContext } from '../source.ts';
import { clockSentence, isClockOff } from './clock-offset.ts';
import { dayOf } from './day.ts';
import type { JpmApi } from './jpm-api.ts';
import { createSearcher } from './search.ts';

/** Asks for what was delivered today: that needs the key, the entity and the address to be right, and changes nothing. */
export async function testAccount(
  account: JpmAccount,
  api: JpmApi,
  context: SourceContext,
): Promise<Result<{ readonly sentence: string }, Failure>> {
  const searcher = createSearcher(api, account.filterStyle ?? null, null);
  const rows = await searcher.search(context, {
    kind: 'message',
    day: dayOf(context.clock.now()),
    status: 'SENT',
  });
  if (!rows.ok) return rows;
  const who = `${account.entityType.toLowerCase().replaceAll('_', ' ')} ${account.entityId}`;
  const count = rows.value.length;
  const today = count === 0 ? 'nothing' : `${count} ${count === 1 ? 'notification' : 'notifications'}`;
  const offset = api.clockOffset();
  const clock = isClockOff(offset) ? ` ${clockSentence(offset)}` : '';
  return ok({
    sentence: `Connected: J.P. Morgan answers for ${who}, with ${today} delivered today.${clock}`,
  });
}
