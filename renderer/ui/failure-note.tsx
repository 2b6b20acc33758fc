import type { ReactElement, ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { Icon } from './icon.tsx';
import { PlainText } from './plain-text.tsx';

/** A failure as a person reads it: what happened, what to do, and the detail for support. */
export function FailureNote({
  failure,
  children,
}: {
  readonly failure: Failure;
  readonly children?: ReactNode;
}): ReactElement {
  const text = reasonTexts[failure.reason];
  const technical = [failure.status, failure.code, failure.detail]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <div className="note bad" role="alert">
      <Icon name="alert" />
      <div>
        <strong>{text.title}</strong>
        <p>{text.explanation}</p>
        <p>{text.nextStep}</p>
        {technical === '' ? null : (
          <p className="technical">
            <PlainText limit={300}>{technical}</PlainText>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
