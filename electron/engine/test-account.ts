import type { SignedInAccount } from '../../shared/accounts/account.ts';
import type { CallAnswer } from '../../shared/engine-api.ts';
import { ok } from '../../shared/result.ts';
import { createSourceContext, type SourceContextOptions } from './source-call.ts';
import type { Source } from './sources/source.ts';

interface TestAccountOptions extends Pick<SourceContextOptions, 'call' | 'clock'> {
  readonly source: Source;
  readonly account: SignedInAccount;
}

/** Asks the source once, harmlessly; the sentence says what it answered, and by which way it was reached. */
export async function testAccount(options: TestAccountOptions): Promise<CallAnswer<'testAccount'>> {
  const { source, account } = options;
  let proxy: string | null = null;
  const context = createSourceContext({
    ...options,
    signal: new AbortController().signal,
    onCall: (call) => {
      if (call.status !== null) proxy = call.proxy;
    },
  });
  const answer = await source.open(account).test(context);
  if (!answer.ok) return answer;
  return ok({ sentence: `${answer.value.sentence} ${reachedWords(proxy)}` });
}

const reachedWords = (proxy: string | null): string =>
  proxy === null ? 'Reached directly, through no proxy.' : `Reached through the proxy ${proxy}.`;
