import { useState } from 'react';
import type { Dialled } from '../../shared/contact/index.ts';
import { callResultLabels, noCallLabels } from '../../shared/contact/index.ts';
import { untilWords, type CallLine } from '../../shared/day/index.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { CallDialog } from '../contact/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import {
  ActionBar,
  Dialog,
  EmptyState,
  moveByArrow,
  PageTitle,
  PersonName,
  QueryState,
  RiskWord,
  Secret,
  TableHead,
  LineButton,
} from '../platform/ui/index.ts';
import css from './day.module.css';
import { useRefreshCalls } from './queries.ts';
import { caseRisk } from './paths.ts';
import { Pane } from './pane.tsx';

/** «Llamadas»: who is to be called today, why, and whether it is safe at this hour. */
export function CallsScreen() {
  const may = useMay('call.read');
  return (
    <>
      <PageTitle>Llamadas</PageTitle>
      {may ? <Read /> : <EmptyState>Su función no llama a personas usuarias.</EmptyState>}
    </>
  );
}

function Read() {
  // Who is to be called: what is safe goes by the hour, so never as it was.
  const calls = useRead(['day', 'calls'], (client) => client.readCalls({}), asOfNow);
  return <QueryState query={calls}>{(read) => <Lines {...read} />}</QueryState>;
}

const groupLabels = { now: 'Se puede llamar ahora', later: 'Más tarde', never: 'No se llama' } as const;
type Group = keyof typeof groupLabels;

function groupOf({ callable: { state }, next, running }: CallLine): Group {
  if (state === 'never') return 'never';
  return state === 'later' || next !== null || (running !== null && !running.isOwn) ? 'later' : 'now';
}

type Props = { readonly today: CivilDate; readonly time: string; readonly lines: readonly CallLine[] };

/** What is being called: her line, and the number once the record gave it. */
type Calling = { readonly line: CallLine; readonly call: Dialled | null };

function Lines({ today, time, lines }: Props) {
  const refresh = useRefreshCalls();
  const act = useAct({ refresh });
  const mayCall = useMayStore('call.make');
  const [calling, setCalling] = useState<Calling | null>(null);
  const start = (line: CallLine, isWithinHours: boolean) =>
    act.run(
      (client) => client.startCall({ caseId: line.caseId, lastCallId: line.last?.callId ?? null, isWithinHours }),
      { of: line.caseId, done: (call) => setCalling({ line, call }), refused: refresh },
    );
  const call = (line: CallLine) => {
    // Her hours are words that the program does not understand: whoever calls reads them first.
    if (line.callable.state === 'ask') setCalling({ line, call: null });
    else void start(line, false);
  };
  const of = (group: Group) => lines.filter((line) => groupOf(line) === group);
  const [first] = of('now');
  const close = () => setCalling(null);
  if (lines.length === 0) return <EmptyState>No hay llamadas pendientes en sus casos.</EmptyState>;
  return (
    <>
      <ActProblem act={act} byBar />
      <Pane title="Llamadas de hoy" said={`a las ${time}`}>
        <table className={css.list} data-calls>
          <TableHead of={['Caso', 'Por qué', 'Teléfono', 'Riesgo', 'Acto']} />
          {codesOf(groupLabels).map((group) => (
            <Rows key={group} {...{ group, today }} lines={of(group)} onCall={mayCall ? call : null} />
          ))}
        </table>
      </Pane>
      {calling?.call === null && (
        <HoursQuestion line={calling.line} onYes={() => void start(calling.line, true)} onNo={close} />
      )}
      {calling !== null && calling.call !== null && (
        <CallDialog
          {...{ caseId: calling.line.caseId, userName: calling.line.userName, call: calling.call, refresh }}
          reasons={calling.line.items.map(reasonWords)}
          onDone={() => {
            close();
            void refresh();
          }}
        />
      )}
      {mayCall && first !== undefined && (
        <ActionBar
          main={{ label: `Llamar: ${first.number}`, onClick: () => call(first), busy: act.busy, byControlEnter: true }}
        />
      )}
    </>
  );
}

function HoursQuestion({
  line,
  onYes,
  onNo,
}: {
  readonly line: CallLine;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { callable } = line;
  return (
    <Dialog
      title="¿Es ahora una de sus horas?"
      confirm={{ label: 'Sí, es ahora', onClick: onYes }}
      cancel={{ label: 'No llamar', onClick: onNo }}
    >
      <Secret instead={<p>Contacto con reserva</p>}>
        <p>{`Ella dijo: «${callable.state === 'never' ? '' : (callable.hours ?? '')}».`}</p>
      </Secret>
    </Dialog>
  );
}

/** «No vino a su cita: llamar o dar otra (ayer)»: the day where the act does not say it. */
const reasonWords = ({ kind, task, until }: CallLine['items'][number]) =>
  kind === 'remind' || until === '' ? task : `${task} (${until})`;

type RowsProps = {
  readonly group: Group;
  readonly today: CivilDate;
  readonly lines: readonly CallLine[];
  readonly onCall: ((line: CallLine) => void) | null;
};

function Rows({ group, today, lines, onCall }: RowsProps) {
  if (lines.length === 0) return null;
  return (
    // The arrows only go from act to act.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <tbody onKeyDown={moveByArrow}>
      <tr className={css.group}>
        <th scope="colgroup" colSpan={5}>{`${groupLabels[group]} · ${lines.length}`}</th>
      </tr>
      {lines.map((line) => (
        <Line key={line.caseId} line={line} today={today} onCall={group === 'never' ? null : onCall} />
      ))}
    </tbody>
  );
}

function Line({ line, today, onCall }: Omit<RowsProps, 'group' | 'lines'> & { readonly line: CallLine }) {
  const { caseId, number, userName, level, items, callable } = line;
  const [first, ...others] = items;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('/casos/$caseId', { caseId })}>
          <span className={css.name}>
            <PersonName>{userName}</PersonName>
          </span>
          <small>{number}</small>
        </a>
      </th>
      <td>
        <Secret instead={callable.state === 'never' ? 'Contacto' : 'Llamar'}>
          {first?.task}
          <Below>
            {[first?.why ?? null, ...others.map(({ task }) => task)].filter((part) => part !== null).join(' · ')}
          </Below>
        </Secret>
      </td>
      <td>
        <Secret instead="Contacto con reserva">
          {callableWords(callable, today)}
          <Below>{triedWords(line, today)}</Below>
        </Secret>
      </td>
      <td>
        <RiskWord {...caseRisk(level)} />
      </td>
      <td>
        <LineAct line={line} onCall={onCall} />
      </td>
    </tr>
  );
}

function LineAct({ line, onCall }: Pick<RowsProps, 'onCall'> & { readonly line: CallLine }) {
  const { number, callable, running } = line;
  const mayBook = useMay('appointment.write');
  if (callable.state === 'never') {
    return mayBook ? (
      <a href={hrefOf('/citas')} aria-label={`Dar cita: ${number}`}>
        Dar cita
      </a>
    ) : null;
  }
  if (onCall === null || callable.state === 'later' || running?.isOwn === false) return null;
  const act = running === null ? 'Llamar' : 'Terminar';
  return <LineButton label={act} of={number} onClick={() => onCall(line)} />;
}

function Below({ children }: { readonly children: string }) {
  return children === '' ? null : <small>{children}</small>;
}

function callableWords(callable: CallLine['callable'], today: CivilDate): string {
  if (callable.state === 'never') return noCallLabels[callable.why];
  const { mask, whose, until, from, hours, state } = callable;
  const number = whose === null ? mask : `${mask} (${whose})`;
  if (state === 'later' && from !== null)
    return `Ahora no: ${from.on === today ? '' : `${untilWords({ on: from.on, time: null }, today)}, `}desde las ${from.time}`;
  if (state === 'ask') return `Horas: «${hours ?? ''}»`;
  return until === null ? number : `${number}, hasta las ${until}`;
}

/** Who calls her now, the last call, and the next try. */
function triedWords({ running, last, next, tries }: CallLine, today: CivilDate): string {
  if (running !== null)
    return running.isOwn
      ? `Su llamada de las ${running.since} no está terminada`
      : `La está llamando ${running.by} desde las ${running.since}`;
  const was =
    last === null
      ? null
      : `${untilWords({ on: last.on, time: null }, today)}, ${last.time}: ${callResultLabels[last.result].toLowerCase()}, ${last.by}`;
  const again =
    next === null ? null : `próximo intento ${untilWords(next, today)}${next.on === today ? '' : `, ${next.time}`}`;
  return [was, tries > 1 ? `${tries} intentos` : null, again].filter((part) => part !== null).join(' · ');
}
