import { useRouterState } from '@tanstack/react-router';
import { useCallback, useId, useRef, useState } from 'react';
import { dangerWords, type Danger } from '../../shared/alerts/index.ts';
import { useAct } from '../platform/forms/index.ts';
import { isDialogOpen, useWindowKey } from '../platform/keys.ts';
import { hrefOf } from '../platform/routes.ts';
import { onlyFor, useIsCoordination, useMayStore } from '../platform/session.tsx';
import { timeInLima } from '../platform/times.ts';
import { Icon } from '../platform/ui/index.ts';
import css from './danger.module.css';
import { useDangers, useRefreshAlerts } from './queries.ts';

/**
 * What the team must know at once, over every screen: until she says she received it (F9), then in a thin line. It takes no
 * focus, makes no sound, does not move, and tells nothing to whoever reads along.
 */
export const DangerBar = onlyFor('alert.read', function Bar() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [first, ...others] = useDangers(path).data ?? [];
  const receivedAt = useRef(-unreadFor);
  const isRead = useCallback(() => {
    const now = performance.now();
    if (now - receivedAt.current < unreadFor) return false;
    receivedAt.current = now;
    return true;
  }, []);
  if (first === undefined) return null;
  return (
    <One key={first.alertId} danger={first} isHere={path.includes(first.caseId)} others={others} isRead={isRead} />
  );
});

/** Milliseconds in which nobody has read a sentence. */
const unreadFor = 600;

type OneProps = {
  readonly danger: Danger;
  readonly isHere: boolean;
  /** What else there is, less pressing. */
  readonly others: readonly Danger[];
  /** Whether there was time to read it since the last one was received. */
  readonly isRead: () => boolean;
};

function useReceive({ caseId, alertId }: Danger) {
  const act = useAct({ refresh: useRefreshAlerts() });
  return { act, receive: () => act.run((client) => client.acknowledgeAlert({ caseId, alertId, act: 'seen' })) };
}

function One({ danger, isHere, others, isRead }: OneProps) {
  const { number, kind, arrival, seenAt } = danger;
  const isCoordination = useIsCoordination();
  const mayReceive = useMayStore('alert.acknowledge');
  const { act, receive } = useReceive(danger);
  const [isOpen, setOpen] = useState(false);
  const steps = useId();
  const words = dangerWords({ kind, number, arrival, isHere, isCoordination });
  const isNew = seenAt === null && mayReceive;
  const press = () => {
    if (!isNew) {
      setOpen(!isOpen);
      return;
    }
    // «Recibido» says who knew: a second press must not say it of the next danger, which nobody has read yet.
    if (isRead()) void receive();
  };
  useDangerKeys(press, () => setOpen(false));
  return (
    <div className={css.bar} data-received={seenAt !== null || undefined}>
      <p className={css.words}>
        <Icon name="flag" size={18} />
        <b>{words.lead}</b> {seenAt === null ? words.text : receivedWords(danger, seenAt)}
        {others.length > 0 && <span> {`Y ${others.length} más.`}</span>} {act.problem}
      </p>
      <button
        type="button"
        className={css.button}
        aria-keyshortcuts="F9"
        aria-expanded={isNew ? undefined : isOpen}
        aria-controls={isNew ? undefined : steps}
        onClick={press}
      >
        {isNew ? 'Recibido' : 'Qué hacer'} <kbd aria-hidden="true">F9</kbd>
      </button>
      {isOpen && (
        <div id={steps} className={css.steps} role="group" aria-label="Qué hacer" data-calls-screens>
          <Steps danger={danger} isHere={isHere} steps={words.steps} />
          {others.map((other) => (
            <Other key={other.alertId} danger={other} isCoordination={isCoordination} />
          ))}
        </div>
      )}
    </div>
  );
}

function receivedWords({ others }: Danger, seenAt: string): string {
  const [one, ...more] = others;
  const received = `recibido a las ${timeInLima(Date.parse(seenAt))}.`;
  if (one === undefined) return `${received} Nadie más lo ha recibido aún.`;
  if (more.length === 0) return `${received} ${one.name} también lo recibió.`;
  return `${received} Otras ${others.length} personas también lo recibieron.`;
}

/** One behind the first: what it is, and the same of it. */
function Other({ danger, isCoordination }: { readonly danger: Danger; readonly isCoordination: boolean }) {
  const { number, kind, arrival } = danger;
  const { lead, text, steps } = dangerWords({ kind, number, arrival, isHere: false, isCoordination });
  return (
    <>
      <p>
        <b>{lead}</b> {text}
      </p>
      <Steps danger={danger} isHere={false} steps={steps} />
    </>
  );
}

type StepsProps = Pick<OneProps, 'danger' | 'isHere'> & { readonly steps: readonly string[] };

function Steps({ danger: { caseId, number, others, arrival }, isHere, steps }: StepsProps) {
  return (
    <>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl>
        {arrival !== null && (
          <div>
            <dt>{arrival.label}</dt>
            <dd>{`en recepción desde las ${arrival.time}`}</dd>
          </div>
        )}
        {others.map(({ name, at }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{`lo recibió a las ${timeInLima(Date.parse(at))}`}</dd>
          </div>
        ))}
      </dl>
      {!isHere && <a href={hrefOf('/casos/$caseId', { caseId })}>{`Abrir la ficha ${number}`}</a>}
    </>
  );
}

/** F9 from everywhere, also over a dialog: neither the focus nor Ctrl Enter is touched. Esc closes what to do. */
function useDangerKeys(press: () => void, close: () => void): void {
  useWindowKey((event) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (event.key === 'Escape' && !isDialogOpen()) close();
    if (event.key !== 'F9' || !isPlain) return;
    event.preventDefault();
    if (!event.repeat) press();
  }, true);
}
