import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { Facts, look, QueryState } from '../platform/ui/index.ts';
import { useCaseload } from './queries.ts';

/** How much passes to whoever stands in for somebody, and from when: before it does. */
export function GoesAlong({ staffId }: { readonly staffId: string }) {
  return (
    <section className={look.stack} aria-label="Lo que pasa a quien reemplaza">
      <strong>Lo que pasa a quien reemplaza</strong>
      <QueryState query={useCaseload(staffId)}>
        {({ cases, lines }) => {
          const some = lines.filter(({ count }) => count > 0);
          if (cases === 0 && some.length === 0) return <p>Hoy no tiene nada a su nombre.</p>;
          return (
            <Facts
              of={[
                ['Casos a su nombre', cases],
                ...some.map(({ label, count, next }) => {
                  const when = next === null ? '' : [formatCivilDate(next.on), next.time].filter(Boolean).join(', ');
                  return [label, next === null ? count : `${count} · la más próxima: ${when}`] as const;
                }),
              ]}
            />
          );
        }}
      </QueryState>
      <p className={look.secondary}>Lo de fichas reservadas no pasa y no se cuenta.</p>
    </section>
  );
}
