import type { ReactElement } from 'react';
import { Icon } from '../ui/icon.tsx';
import { mrnFault } from './mrn-fault.ts';

/** Beside an MRN that cannot be right as it stands. The MRN itself is shown as it came. */
export function MrnFlag(props: {
  readonly mrn: string;
  readonly kind: 'dms' | 'other';
}): ReactElement | null {
  const fault = mrnFault(props.mrn, props.kind);
  return fault === null ? null : (
    <span className="mrn-fault">
      <Icon name="alert" /> {fault}
    </span>
  );
}
