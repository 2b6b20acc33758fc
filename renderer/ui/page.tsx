import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useServices } from '../app/services.ts';
import { Icon } from './icon.tsx';

interface PageProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A screen beside the inbox. The focus begins at its heading; Escape leads back, but from a dialog. */
export function Page({ title, onBack, children }: PageProps): ReactElement {
  const { navigator } = useServices();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [title]);
  return (
    <main
      className="page"
      onKeyDown={(event) => {
        if (event.defaultPrevented || !(event.target instanceof Element)) return;
        // In a field Escape must not throw away what was typed, and a dialog has its own.
        if (event.target.closest('dialog, input, select') !== null) return;
        if (event.key === 'Escape') onBack();
        if (event.key === '?') navigator.showDialog('keys');
      }}
    >
      <button type="button" className="quiet" onClick={onBack}>
        <Icon name="back" /> Back
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
