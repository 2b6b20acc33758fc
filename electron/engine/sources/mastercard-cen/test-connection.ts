import type { Failure } from '../../../../shared/failure.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { AccountNotice, SourceContext } from '../source.ts';
import type { SignedCall } from './signed-call.ts';
import { countActive } from './subscriptions.ts';

/** Lists the subscriptions, which changes nothing. `notices` is asked after the call, with how many are active. */
export async function testConnection(
  context: SourceContext,
  call: SignedCall,
  notices: (activeSubscriptions: number | null) => readonly AccountNotice[],
): Promise<Result<{ readonly sentence: string }, Failure>> {
  const active = await countActive(context, call);
  if (!active.ok) return active;
  const remarks = notices(active.value).map(({ title }) => ` ${title}.`);
  return ok({ sentence: `${connected(active.value)}${remarks.join('')}` });
}

function connected(active: number | null): string {
  if (active === null || active === 0) return 'Connected.';
  return `Connected: ${active === 1 ? '1 subscription is' : `${active} subscriptions are`} active.`;
}
