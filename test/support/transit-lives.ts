import fc from 'fast-check';
import { memberWith } from '../../electron/engine/inbox/threads/life.fixture.ts';
import type { ThreadMember } from '../../electron/engine/inbox/threads/thread-member.ts';
import {
  ctcMessageReceived,
  ctcSubmissionNotification,
  type CtcMessage,
} from '../simulators/ppns/ctc-messages.ts';
import { elements, factsOf } from './transit-messages.ts';

const START = Date.UTC(2026, 10, 22, 9, 0, 0);

/**
 * A movement's messages from a line such as `IE928 IE028 IE060/0 =IE029`: type and the code that decides, a minute apart; `=`
 * puts one in the second of the one before, `?` for a code leaves the body out. `UPLOAD/SUCCESS` is the answer to an upload.
 */
export function transitMembers(line: string): readonly ThreadMember[] {
  let minute = 0;
  return line.split(' ').map((word, place) => {
    if (!word.startsWith('=')) minute += 1;
    const [type = '', code = ''] = word.replace('=', '').split('/');
    const facts = factsOf(messageOf(type, code, new Date(START + minute * 60_000)));
    const at = new Date(START + minute * 60_000).toISOString();
    return memberWith({
      id: String(place + 1),
      facts: { ...facts, issuedAt: at, messageId: `m${place + 1}` },
    });
  });
}

function messageOf(type: string, code: string, at: Date): string {
  if (type === 'UPLOAD') return ctcSubmissionNotification({ code, message: 'said' });
  const preparedAt = at.toISOString().slice(0, 19);
  return ctcMessageReceived({ type, preparedAt, withBody: code !== '?', ...deciding(type, code) });
}

function deciding(type: string, code: string): Partial<CtcMessage> {
  switch (type) {
    case 'IE009':
      return { content: `<Invalidation>${elements(CANCELLATIONS[code] ?? {})}</Invalidation>` };
    case 'IE025':
      return { operation: elements({ releaseIndicator: code }) };
    case 'IE043':
      return code === ''
        ? {}
        : { content: `<CTLControl>${elements({ continueUnloading: code })}</CTLControl>` };
    case 'IE056':
    case 'IE057':
      return { operation: elements({ businessRejectionType: code }) };
    case 'IE060':
      return { operation: elements({ notificationType: code }) };
    case 'IE140':
      return { operation: elements({ limitForResponseDate: `2026-12-${code === '' ? '20' : code}` }) };
    default:
      return {};
  }
}

const CANCELLATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  granted: { decision: '1', initiatedByCustoms: '0' },
  refused: { decision: '0', initiatedByCustoms: '0' },
  'by-customs': { decision: '1', initiatedByCustoms: '1' },
};

const WORDS = [
  ...['IE928', 'IE028', 'IE004', 'IE022', 'IE029', 'IE051', 'IE055', 'IE019', 'IE035', 'IE045', 'IE182'],
  ...[
    'IE009/granted',
    'IE009/refused',
    'IE009/by-customs',
    'IE009/?',
    'IE060/0',
    'IE060/1',
    'IE060/2',
    'IE060/?',
  ],
  ...[
    'IE025/1',
    'IE025/2',
    'IE025/4',
    'IE025/9',
    'IE025/?',
    'IE043',
    'IE043/1',
    'IE057/007',
    'IE057/044',
    'IE057/?',
  ],
  ...[
    'IE056/013',
    'IE056/014',
    'IE056/015',
    'IE056/054',
    'IE056/141',
    'IE056/170',
    'IE056/?',
    'IE140',
    'IE140/24',
  ],
  ...[
    'IE917',
    'IE906',
    'IE190',
    'IE999',
    'IE015',
    'IE007',
    'IE044',
    'IE141',
    'UPLOAD/SUCCESS',
    'UPLOAD/BAD_REQUEST',
  ],
];

/** Any messages at all of one movement, many of them in one second. */
export const anyTransitLife: fc.Arbitrary<readonly ThreadMember[]> = fc
  .array(fc.tuple(fc.constantFrom('', '', '='), fc.constantFrom(...WORDS)), { minLength: 1, maxLength: 12 })
  .map((words) => transitMembers(words.map((parts) => parts.join('')).join(' ')));
