import type { CaseOverview } from '../../shared/intake/index.ts';
import { useRead } from '../platform/query.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { PlainButton, look, Panel, QueryState, useNamed, ButtonRow } from '../platform/ui/index.ts';
import { linkedPath, linkedWords, otherAggressorPath } from './words.ts';

/** Fichas of the same event that the reader may open, and the way to one more (D10). */
export function LinkedPanel({ overview }: { readonly overview: CaseOverview }) {
  const mayRead = useMay('registerForm.readA') && overview.sections.some((one) => one.id === 'a' && one.canRead);
  const mayOpen = useMayStore('case.open');
  const go = useGo();
  if (!mayRead) return null;
  return (
    <Panel title="Fichas del mismo hecho">
      <LinkedList caseId={overview.caseId} />
      {mayOpen && (
        <ButtonRow plain label="También es víctima…" onClick={() => go(linkedPath, { caseId: overview.caseId })}>
          <PlainButton onClick={() => go(otherAggressorPath, { caseId: overview.caseId })}>
            Otra persona agresora…
          </PlainButton>
        </ButtonRow>
      )}
    </Panel>
  );
}

function LinkedList({ caseId }: { readonly caseId: string }) {
  const named = useNamed();
  const linked = useRead(['intake', 'linked', caseId], (client) => client.listLinkedCases({ caseId }), {
    staleTime: 0,
  });
  return (
    <QueryState query={linked}>
      {({ cases }) =>
        cases.length === 0 ? (
          <p>
            Una hija, un hijo u otro familiar que también sufrió este hecho tiene su propia ficha, enlazada a esta. Si
            hubo otra persona agresora, también.
          </p>
        ) : (
          <ul>
            {cases.map((one) => (
              <li key={one.caseId}>
                <a href={hrefOf('/casos/$caseId', { caseId: one.caseId })}>{linkedWords(one, named)}</a>
                {one.isFirst && <span className={look.secondary}> Aquí está el relato.</span>}
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}
