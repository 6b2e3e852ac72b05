import { useEffect, useRef } from 'react';
import type { EventForm } from '../../shared/proceedings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useRead } from '../platform/query.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { focusOpened, PlainButton, look, Panel } from '../platform/ui/index.ts';
import type { Recorded } from './event-form.tsx';
import css from './proceedings.module.css';
import { momentWords } from './words.ts';

type Props = {
  readonly caseId: string;
  readonly recorded: Recorded;
  readonly onHearing: (at: EventForm['at']) => void;
  readonly onClose: () => void;
};

const answerPath = '/casos/$caseId/documentos/escrito/$kind/acto/$eventId';

/** What follows from the act that was just registered: its terms, the writ that answers it, the hearing it calls. */
export function AnswersPanel({ caseId, recorded, onHearing, onClose }: Props) {
  const { eventId, started, hearing } = recorded;
  const mayFile = useMay('print.filing');
  const { data } = useRead(
    ['filings', 'answers', caseId, eventId],
    (client) => client.listAnswers({ caseId, eventId }),
    { enabled: mayFile, staleTime: 0 },
  );
  const writs = data?.writs ?? [];
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed stood at the end of a long form and went away with it.
  useEffect(() => {
    if (focusOpened(box.current)) box.current?.scrollIntoView({ block: 'center' });
  }, [eventId]);
  if (started.length === 0 && hearing === null && writs.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className={css.next}>
      <Panel title="Lo que sigue">
        <div className={look.stack}>
          {started.length > 0 && (
            <ul className={css.terms}>
              {started.map(({ ruleId, task, on, time }) => (
                <li key={ruleId}>
                  {task}: avisa por el <strong>{momentWords({ on, time })}</strong>
                </li>
              ))}
            </ul>
          )}
          {writs.length > 0 && (
            <nav aria-label="Escritos que responden" className={look.row}>
              {writs.map(({ kind, label, dueOn }) => (
                <a key={kind} href={hrefOf(answerPath, { caseId, kind: String(kind), eventId })}>
                  {label} (escrito {kind}){dueOn === null ? '' : `, hasta el ${formatCivilDate(dueOn)}`}
                </a>
              ))}
            </nav>
          )}
          {writs.length > 0 && (
            <p className={look.secondary}>Empieza con el expediente, la resolución y las fechas de este acto.</p>
          )}
          <div className={look.row}>
            {hearing !== null && (
              <PlainButton onClick={() => onHearing(hearing)}>
                Programar la audiencia del {momentWords(hearing)}
              </PlainButton>
            )}
            <PlainButton onClick={onClose}>Cerrar</PlainButton>
          </div>
        </div>
      </Panel>
    </div>
  );
}
