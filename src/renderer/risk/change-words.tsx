import type { RiskChange } from '../../shared/risk/index.ts';
import { Notice } from '../platform/ui/index.ts';
import css from './risk.module.css';

/** A new valuation against the one before: in words, with the answers that changed. */
export function ChangeWords({ change }: { readonly change: RiskChange }) {
  const count = change.items.length;
  return (
    <>
      <Notice tone={change.direction === 'rose' ? 'error' : 'neutral'}>{change.words}</Notice>
      {count === 0 ? (
        <p className={css.secondary}>Ninguna respuesta cambió.</p>
      ) : (
        <details>
          <summary>{count === 1 ? '1 respuesta cambió' : `${count} respuestas cambiaron`}</summary>
          <ul className={css.list}>
            {change.items.map((item) => (
              <li key={item.number}>{`${item.number}. ${item.question} Antes: ${item.before}. Ahora: ${item.now}.`}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
