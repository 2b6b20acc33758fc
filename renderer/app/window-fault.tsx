import { Component, type ReactElement, type ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

interface WindowFaultProps {
  readonly children: ReactNode;
}

/** A bug in the window stays in the window: the engine polls on, and the window can be drawn anew. */
export class WindowFault extends Component<WindowFaultProps, { readonly fault: string | null }> {
  override readonly state: { readonly fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { readonly fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === null ? this.props.children : this.fallback(fault);
  }

  private fallback(fault: string): ReactElement {
    return (
      <main className="full-screen" role="alert">
        <Icon name="alert" />
        <h1>This window has a fault</h1>
        <p>
          What it shows could not be drawn. Quayside goes on polling, and nothing that was received is lost.
        </p>
        <p className="technical">{fault}</p>
        <button type="button" className="main" onClick={() => this.setState({ fault: null })}>
          Draw it again
        </button>
      </main>
    );
  }
}
