import { useRef } from 'react';
import {
  channelLabels,
  holdShort,
  languageLabels,
  minutesBetween,
  purposeLabels,
  waitStateLabels,
  waitWords,
  type ArrivalLine,
} from '../../../shared/reception/index.ts';
import { serviceLabels } from '../../../shared/access/index.ts';
import { timeOf } from '../../../shared/platform/clock.ts';
import { hrefOf } from '../../platform/routes.ts';
import { PlainButton, look, DataTable, StateBadge, type Column, type Tone } from '../../platform/ui/index.ts';
import type { Names } from '../names.ts';
import css from '../reception.module.css';
import { mayAttend } from './may-attend.ts';
import { useBoardAct } from './use-board-act.ts';

type Props = {
  readonly caption: string;
  readonly lines: readonly ArrivalLine[];
  readonly now: string;
  readonly names: Names;
  /** Opens everything that can be done with an arrival. */
  readonly onActs: (line: ArrivalLine) => void;
};

const tones = { waiting: 'neutral', called: 'accent', attended: 'done' } as const satisfies Record<string, Tone>;

/** The queue: names only while they are shown, and never more than this reader needs. */
export function BoardTable({ caption, lines, now, names, onActs }: Props) {
  const columns: readonly Column<ArrivalLine>[] = [
    { title: 'Orden', cell: (line) => <Order line={line} /> },
    { title: 'Quién y para qué', cell: (line) => <Who line={line} isShown={names.areShown} /> },
    { title: 'Con quién', cell: (line) => <Company line={line} isShown={names.areShown} /> },
    { title: 'Lengua', cell: (line) => <Language line={line} /> },
    { title: 'Espera a', cell: forWhom },
    { title: 'Estado', cell: (line) => <State line={line} /> },
    { title: 'Espera', right: true, cell: (line) => waited(line, now) },
    { title: 'Acciones', cell: (line) => <Acts line={line} onActs={onActs} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={lines} keyOf={(line) => line.arrivalId} />;
}

function Order({ line }: { readonly line: ArrivalLine }) {
  return (
    <span className={look.nowrap}>
      {line.label} {line.isUrgent && <StateBadge tone="error">Urgente</StateBadge>}
    </span>
  );
}

/** What stands where a name that is not for this reader would. */
const noName = '· · ·';

/** How many signs: what they are is read beside her number, not across the desk. */
const signWords = (count: number): string => (count === 1 ? '1 señal' : `${count} señales`);

function Who({ line, isShown }: { readonly line: ArrivalLine; readonly isShown: boolean }) {
  const purpose = line.purpose === null ? null : purposeLabels[line.purpose];
  const facts = [line.channel === 'call' ? channelLabels.call : null, purpose].filter((fact) => fact !== null);
  return (
    <span className={css.inLine}>
      {isShown && <span className={look.strong}>{line.name ?? noName}</span>}
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
      {line.signs.length > 0 && <span className={css.sign}>{signWords(line.signs.length)}</span>}
    </span>
  );
}

function Company({ line, isShown }: { readonly line: ArrivalLine; readonly isShown: boolean }) {
  const children = line.children === null || line.children === 0 ? null : childWords(line.children);
  const cared = isShown && line.childrenWith !== null ? `los cuida: ${line.childrenWith}` : null;
  const companion = line.companion === null ? null : isShown ? line.companion : 'Acompañada';
  const parts = [companion, children, cared].filter((part) => part !== null);
  return parts.length === 0 ? '—' : parts.join(', ');
}

function childWords(count: number): string {
  return count === 1 ? '1 niña o niño' : `${count} niñas o niños`;
}

function Language({ line }: { readonly line: ArrivalLine }) {
  if (line.language === null && line.needsInterpreter !== true) return '—';
  return (
    <span className={css.inLine}>
      {line.language !== null && <span>{languageLabels[line.language]}</span>}
      {line.needsInterpreter === true && <StateBadge tone="warning">Intérprete</StateBadge>}
    </span>
  );
}

function forWhom(line: ArrivalLine) {
  const service = line.service === null ? (line.staffName === null ? 'Admisión' : null) : serviceLabels[line.service];
  return [service, line.staffName].filter((part) => part !== null).join(' · ');
}

function OpenFicha({ ficha }: { readonly ficha: NonNullable<ArrivalLine['openFicha']> }) {
  if (ficha === 'review') return 'Requiere revisión: quizá ya tiene ficha';
  const { caseId, number } = ficha;
  return (
    <>
      Tiene otra ficha abierta: <a href={hrefOf('/casos/$caseId', { caseId })}>{number}</a>
    </>
  );
}

function State({ line }: { readonly line: ArrivalLine }) {
  return (
    <span className={css.inLine}>
      {line.mustCall && <span className={css.hold}>{holdShort}</span>}
      <StateBadge tone={tones[line.state]}>{waitStateLabels[line.state]}</StateBadge>
      {line.hasCase && <span className={look.secondary}>Con ficha</span>}
      {line.openFicha !== null && (
        <span className={look.secondary}>
          <OpenFicha ficha={line.openFicha} />
        </span>
      )}
    </span>
  );
}

/** Minutes until the attention began, or until now. */
function waited(line: ArrivalLine, now: string) {
  return (
    <span className={look.nowrap}>
      {waitWords(minutesBetween(line.sinceAt, line.attendedAt ?? now))}{' '}
      <span className={look.secondary}>{`llegó ${timeOf(Date.parse(line.arrivedAt))}`}</span>
    </span>
  );
}

function Acts({ line, onActs }: { readonly line: ArrivalLine; readonly onActs: Props['onActs'] }) {
  const { call, attend, busy } = useBoardAct(line);
  const box = useRef<HTMLSpanElement>(null);
  // What was pressed goes; everything else that can be done with her stays.
  const next = () => [...(box.current?.querySelectorAll('button') ?? [])].at(-1) ?? null;
  return (
    <span className={css.buttons} ref={box}>
      {line.state === 'waiting' && (
        <PlainButton small aria-label={`Llamar: ${line.label}`} aria-disabled={busy} onClick={() => void call(next)}>
          Llamar
        </PlainButton>
      )}
      {line.state === 'called' && mayAttend(line) && (
        <PlainButton small aria-label={`Atender: ${line.label}`} aria-disabled={busy} onClick={() => void attend(next)}>
          Atender
        </PlainButton>
      )}
      <PlainButton small aria-label={`Más acciones: ${line.label}`} onClick={() => onActs(line)}>
        Más…
      </PlainButton>
    </span>
  );
}
