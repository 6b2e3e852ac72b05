import { Component, useState, type ReactNode } from 'react';
import { es } from '../es.ts';
import { PlainButton, Notice } from '../ui/index.ts';

/** Short number to read out on the telephone, as `4F2-118`; holds nothing of the error. */
export function newIncidentNumber(): string {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint16Array(2));
  return `${(first % 4096).toString(16).toUpperCase().padStart(3, '0')}-${String(second % 1000).padStart(3, '0')}`;
}

type Props = {
  /** Writes the number to the log of the application; the message of the error stays out of it. */
  readonly report: (incident: string, errorClass: string) => void;
  readonly children: ReactNode;
};
type State = { readonly incident: string | null };

/** Catches what a screen threw: an apology with a number, never a blank window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { incident: null };

  static getDerivedStateFromError(): State {
    return { incident: newIncidentNumber() };
  }

  override componentDidCatch(error: unknown): void {
    if (this.state.incident !== null)
      this.props.report(this.state.incident, error instanceof Error ? error.name : 'unknown');
  }

  override render() {
    const { incident } = this.state;
    if (incident === null) return this.props.children;
    return <BugPage incident={incident} onBack={() => this.setState({ incident: null })} />;
  }
}

function BugPage({ incident, onBack }: { readonly incident: string; readonly onBack: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <div role="alert">
      <h1>{es.bug.title}</h1>
      <Notice tone="error">
        {es.bug.body} {es.bug.number(incident)}.
      </Notice>
      <p>
        <PlainButton
          onClick={() => {
            navigator.clipboard.writeText(incident).then(
              () => setCopied(true),
              () => undefined,
            );
          }}
        >
          {copied ? es.bug.copied : es.bug.copy}
        </PlainButton>{' '}
        <PlainButton onClick={onBack}>{es.bug.back}</PlainButton>
      </p>
    </div>
  );
}
