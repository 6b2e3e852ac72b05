import type { RiskChange } from '../../shared/risk/index.ts';
import { look, Notice, Lines } from '../platform/ui/index.ts';

/** A new valuation against the one before: in words, with the answers that changed. */
export function ChangeWords({ change }: { readonly change: RiskChange }) {
  const count = change.items.length;
  return (
    <>
      <Notice tone={change.direction === 'rose' ? 'error' : 'neutral'}>{change.words}</Notice>
      {count === 0 ? (
        <p className={look.secondary}>Ninguna respuesta cambió.</p>
      ) : (
        <details>
          <summary>{count === 1 ? '1 respuesta cambió' : `${count} respuestas cambiaron`}</summary>
          <Lines
            of={change.items.map(
              ({ number, question, before, now }) => `${number}. ${question} Antes: ${before}. Ahora: ${now}.`,
            )}
          />
        </details>
      )}
    </>
  );
}
