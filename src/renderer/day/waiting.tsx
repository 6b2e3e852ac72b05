import { servicesOf } from '../../shared/access/index.ts';
import {
  languageLabels,
  minutesBetween,
  purposeLabels,
  waitWords,
  type ArrivalLine,
  type Board,
} from '../../shared/reception/index.ts';
import { useSession } from '../platform/session.tsx';
import { PersonName, Secret } from '../platform/ui/index.ts';
import { OwnPresence, useApplicationNow } from '../reception/index.ts';
import css from './day.module.css';
import { Pane, PaneLines } from './pane.tsx';

/** Who waits for me: for me by name, or for my service. */
export function useWaitingForMe(board: Board | undefined): readonly ArrivalLine[] {
  const { fullName, roles } = useSession().staff;
  const own = servicesOf(roles);
  return (board?.arrivals ?? []).filter(
    ({ service, staffName, state }) =>
      state !== 'attended' &&
      (staffName === fullName || (staffName === null && service !== null && own.includes(service))),
  );
}

const longWait = 45;

/** «Me esperan»: the first is the one to call. */
export function WaitingForMe({ board, waiting }: { readonly board: Board; readonly waiting: readonly ArrivalLine[] }) {
  const now = useApplicationNow(board.now);
  return (
    <Pane title="Me esperan" end={waiting.length === 0 ? '' : waiting.length}>
      <PaneLines isOrdered none="Nadie espera por usted ahora.">
        {waiting.map((line) => {
          const minutes = minutesBetween(line.sinceAt, now);
          return (
            <li key={line.arrivalId}>
              <b className={css.number} data-urgent={line.isUrgent || undefined}>
                {line.label}
              </b>
              <span className={css.grow}>
                <b>{line.name === null ? 'Sin nombre todavía' : <PersonName>{line.name}</PersonName>}</b>
                <Secret>
                  <small>{toldOf(line)}</small>
                </Secret>
              </span>
              <span className={css.until} data-soon={minutes >= longWait || undefined}>
                {waitWords(minutes)}
              </span>
            </li>
          );
        })}
      </PaneLines>
      <div className={css.presence}>
        <OwnPresence board={board} />
      </div>
    </Pane>
  );
}

function toldOf(line: ArrivalLine): string {
  const { purpose, children, language, needsInterpreter, isUrgent, state } = line;
  return [
    isUrgent ? 'Pasa primero' : null,
    purpose === null ? null : purposeLabels[purpose],
    children === null || children === 0 ? null : children === 1 ? 'Con 1 niña o niño' : `Con ${children} niñas o niños`,
    language === null || language === 'spanish' ? null : languageLabels[language],
    needsInterpreter === true ? 'con intérprete' : null,
    state === 'called' ? 'ya llamada' : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
