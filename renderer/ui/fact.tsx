import type { ReactElement, ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import { PlainText } from './plain-text.tsx';

/** One line of a `dl`. */
export function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CopiedFactProps {
  readonly name: string;
  readonly value: string;
  /** What is to be said about it, beside it. */
  readonly children?: ReactNode;
}

/** A reference with the button that copies it. */
export function CopiedFact({ name, value, children }: CopiedFactProps): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="mono">
        <PlainText limit={120}>{value}</PlainText>
        <CopyButton text={value} what={name} />
      </dd>
      {children === undefined ? null : <dd>{children}</dd>}
    </div>
  );
}
