import { noteLabels, sideWords, type HandOver } from '../../shared/counterparts/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { look, Panel, QueryState, StateBadge, LineButton } from '../platform/ui/index.ts';
import css from './counterparts.module.css';
import { useCounterpartPosts, useHandOvers, useRefreshCounterparts } from './queries.ts';
import { handOverPath } from './words.ts';

/** «Entregar a la comisaría de este centro», for each counterpart that the centre has. */
export function HandOverLinks({ caseId }: { readonly caseId: string }) {
  const { data: posts } = useCounterpartPosts();
  const may = useMayStore('print.referral');
  if (!may || posts === undefined) return null;
  return posts
    .filter(({ isOn }) => isOn)
    .map(({ side }) => (
      <a key={side} href={hrefOf(handOverPath, { caseId, side })}>
        {`Entregar ${sideWords[side].to}`}
      </a>
    ));
}

/** What was handed over in a case, until when it is seen, and what was noted there. */
export function HandOvers({ caseId }: { readonly caseId: string }) {
  const query = useHandOvers(caseId);
  return (
    <QueryState query={query}>
      {(all) =>
        all.length === 0 ? null : (
          <Panel title="Entregas a las contrapartes">
            <ul className={css.entries}>
              {all.map((one) => (
                <Line key={one.id} caseId={caseId} handOver={one} />
              ))}
            </ul>
          </Panel>
        )
      }
    </QueryState>
  );
}

function Line({ caseId, handOver }: { readonly caseId: string; readonly handOver: HandOver }) {
  const act = useAct({ refresh: useRefreshCounterparts() });
  const mayRecord = useMayStore('referral.record');
  const { id: handOverId, version, establishment, number, at, by, firstActAt, closedAt, isOpen, notes } = handOver;
  const close = () =>
    void act.run((client) => client.closeHandOver({ caseId, handOverId, version }), { words: 'Entrega cerrada.' });
  return (
    <li>
      <span className={css.acts}>
        <strong>{establishment}</strong>
        <StateBadge tone={isOpen ? (firstActAt === null ? 'warning' : 'done') : 'neutral'}>
          {isOpen ? (firstActAt === null ? 'Espera respuesta' : 'Respondió') : 'Ya no la ve'}
        </StateBadge>
        {mayRecord && closedAt === null && <LineButton label="Cerrar la entrega" of={number} onClick={close} />}
      </span>
      <p className={look.secondary}>
        {[number, `entregada el ${inLima(at)} por ${by}`, closedAt === null ? null : `cerrada el ${inLima(closedAt)}`]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {notes.map((note) => (
        <Note key={note.id} caseId={caseId} note={note} mayRecord={mayRecord} />
      ))}
      <ActProblem act={act} />
    </li>
  );
}

const outcomeWords = {
  kept: 'Lo anotó la contraparte; ya consta.',
  same: 'Lo anotó la contraparte; constaba igual.',
  differs: 'Lo anotó la contraparte, y aquí consta otra cosa:',
} as const;

type NoteProps = {
  readonly caseId: string;
  readonly note: HandOver['notes'][number];
  readonly mayRecord: boolean;
};

function Note({ caseId, note, mayRecord }: NoteProps) {
  const act = useAct({ refresh: useRefreshCounterparts() });
  const { id: noteId, kind, outcome, said, at, isSettled } = note;
  const settle = () =>
    void act.run((client) => client.settleCounterpartNote({ caseId, noteId }), { words: 'Revisado.' });
  const isOpen = outcome === 'differs' && !isSettled;
  return (
    <div className={css.acts}>
      {isOpen && <StateBadge tone="warning">Difiere</StateBadge>}
      <span>{`${noteLabels[kind]}, ${inLima(at)}. ${outcomeWords[outcome]}${said === null ? '' : ` ${said}.`}`}</span>
      {isOpen && mayRecord && <LineButton label="Ya lo revisé" of={noteLabels[kind]} onClick={settle} />}
      <ActProblem act={act} />
    </div>
  );
}
