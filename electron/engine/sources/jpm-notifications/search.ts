import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { SourceContext } from '../source.ts';
import type { Day } from './day.ts';
import { readErrorBody } from './error-body.ts';
import type { JpmApi, JpmCall } from './jpm-api.ts';
import type { NotificationRow } from './notification-row.ts';
import { readSearchAnswer } from './search-answer.ts';

/**
 * Where day range and delivery status go. J.P. Morgan's guide has them in the query, its specification in headers;
 * the same values in both cannot contradict each other.
 */
export type FilterStyle = 'headers' | 'query' | 'both';

/** Whether a message has reached the subscriber's channel; says nothing of the payment. */
export type DeliveryStatus = 'PENDING' | 'SENT' | 'FAILED';

export interface SearchCall {
  readonly kind: JpmCall['kind'];
  readonly day: Day;
  /** Always by name: without one the service answers with failed deliveries alone. */
  readonly status: DeliveryStatus;
}

export interface Searcher {
  /** One call, but where the first one is refused: then the other styles are tried, and the one that works is kept. */
  search(context: SourceContext, call: SearchCall): Promise<Result<readonly NotificationRow[], Failure>>;
  style(): FilterStyle;
}

/** `fixed` is the style that a person has set, `learnt` the one that worked before; null for none. */
export function createSearcher(api: JpmApi, fixed: FilterStyle | null, learnt: FilterStyle | null): Searcher {
  let style = fixed ?? learnt ?? 'both';
  let isProven = fixed !== null;

  return {
    style: () => style,
    search: async (context, call) => {
      const first = await searchOnce(api, context, call, style);
      isProven ||= first.ok;
      if (isProven || first.ok || first.failure.status !== 400) return first;
      for (const other of STYLES.filter((candidate) => candidate !== style)) {
        const again = await searchOnce(api, context, { ...call, kind: 'message' }, other);
        if (again.ok) {
          style = other;
          isProven = true;
        }
        // Refused in every style: the fault is not there, and the first answer says what it is.
        if (again.ok || again.failure.status !== 400) return again;
      }
      return first;
    },
  };
}

const STYLES: readonly FilterStyle[] = ['both', 'headers', 'query'];

async function searchOnce(
  api: JpmApi,
  context: SourceContext,
  { kind, day, status }: SearchCall,
  style: FilterStyle,
): Promise<Result<readonly NotificationRow[], Failure>> {
  const query = new URLSearchParams({ startdate: day, enddate: day, status });
  const headers = { 'date-range-start': day, 'date-range-end': day, 'notification-status': status };
  const answer = await api.get(context, {
    kind,
    path: style === 'headers' ? '/notifications' : `/notifications?${query.toString()}`,
    ...(style === 'query' ? {} : { headers }),
    // It is not said whether nothing found is an empty list or a 404 with the service's own envelope.
    accepts: (response) => response.status === 404 && readErrorBody(response.body).form === 'messages',
  });
  if (!answer.ok) return answer;
  if (answer.value.status === 404 || answer.value.status === 204) return ok([]);
  const rows = readSearchAnswer(answer.value.body);
  if (rows !== null) return ok(rows);
  const { code, message } = readErrorBody(answer.value.body);
  const detail = ['not an answer to a search', code, message].filter((part) => part !== null).join(' ');
  return failed(failure('unexpected-answer', { status: answer.value.status, detail }));
}
