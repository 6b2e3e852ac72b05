import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { es } from '../platform/es.ts';
import { hrefOf } from '../platform/routes.ts';
import css from './day.module.css';
import { useDecisions } from './queries.ts';
import { Pane } from './pane.tsx';

const shownAtMost = 6;

type Decision = { readonly key: string; readonly words: string; readonly below: string; readonly href: string };

/** What waits for the reader's word, proposals first; null until it is known. */
export function useWaitingDecisions(): readonly Decision[] | null {
  const { data } = useDecisions();
  if (data === undefined) return null;
  return [
    ...data.proposals.map(({ id, kind, summary, proposedBy, proposedAt }) => ({
      ...{ key: id, words: summary },
      // Straight to what is approved where it has a page of its own.
      href:
        kind === 'month-closing'
          ? hrefOf('/aprobaciones/cierre/$proposalId', { proposalId: id })
          : hrefOf('/aprobaciones'),
      below: `Propone ${proposedBy}, ${formatCivilDate(civilDateOf(Date.parse(proposedAt)))}`,
    })),
    ...data.corrections.map(({ id, number, askedBy, askedAt }) => ({
      ...{ key: id, words: `Corrección de la ficha ${number}`, href: hrefOf('/correcciones') },
      below: `Pide ${askedBy}, ${formatCivilDate(civilDateOf(Date.parse(askedAt)))}`,
    })),
  ];
}

export function Decisions({ waiting: read }: { readonly waiting: readonly Decision[] | null }) {
  const waiting = read ?? [];
  return (
    <Pane title="Necesita su decisión" end={waiting.length === 0 ? '' : waiting.length}>
      {waiting.length === 0 ? (
        <p className={css.none}>{read === null ? es.state.loading : 'Nada espera su decisión.'}</p>
      ) : (
        <ul className={css.lines}>
          {waiting.slice(0, shownAtMost).map(({ key, words, below, href }) => (
            <li key={key}>
              <span className={css.grow}>
                {words}
                <small>{below}</small>
              </span>
              <a href={href} aria-label={`Revisar: ${words}`}>
                Revisar
              </a>
            </li>
          ))}
          {waiting.length > shownAtMost && (
            <li>
              <a href={hrefOf('/aprobaciones')}>{`${waiting.length - shownAtMost} más`}</a>
            </li>
          )}
        </ul>
      )}
    </Pane>
  );
}
