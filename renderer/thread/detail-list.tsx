import type { ReactElement } from 'react';
import type { DecodedDetail } from '../../shared/notification.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { LIMITS, MOST_LINES } from './thread-words.ts';

/** What else a message says, each under its name. Goes inside a `dl`. */
export function DetailLines({ details }: { readonly details: readonly DecodedDetail[] }): ReactElement {
  return (
    <>
      {details.slice(0, MOST_LINES).map(({ name, value }, index) => (
        <div key={index}>
          <dt>
            <PlainText limit={80}>{name}</PlainText>
          </dt>
          <dd>
            <PlainText limit={LIMITS.detail}>{value}</PlainText>
          </dd>
        </div>
      ))}
    </>
  );
}
