import { useRef, useState } from 'react';
import { sideOf, type CounterpartSide } from '../../shared/access/index.ts';
import {
  attendedFields,
  complaintFields,
  measuresFields,
  noteLabels,
  notesOfSide,
  type CounterpartNote,
  type NoteKind,
  type NoteOutcome,
  type SheetLine,
} from '../../shared/counterparts/index.ts';
import { onlyAsked } from '../../shared/record/index.ts';
import { urgencyLabels } from '../../shared/referrals/index.ts';
import { DeclarationsPanel } from '../conflicts/index.ts';
import { PaperView } from '../papers/index.ts';
import type { Output } from '../platform/client.ts';
import type { ActClient } from '../platform/forms/index.ts';
import { useSession, useSessionAccess } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  ActionBar,
  EmptyState,
  Fold,
  look,
  moveByArrow,
  Notice,
  PlainButton,
  QueryState,
  Secret,
  StateBadge,
  useNamed,
} from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import css from './counterparts.module.css';
import { useRefreshCounterparts, useSheet, useSheets } from './queries.ts';

/** Whether this account is of another institution: it has this and nothing else. */
export function useCounterpartSide(): CounterpartSide | null {
  const { roles } = useSession().staff;
  return roles.map(sideOf).find((side) => side !== null) ?? null;
}

/** The same for what stands outside a session too, where nobody is one. */
export function useIsCounterpart(): boolean {
  const { state } = useSessionAccess();
  return state.kind === 'open' && state.session.staff.roles.some((role) => sideOf(role) !== null);
}

/** «Mi día» of a counterpart: the sheets that were handed over to it, and what it notes on each. */
export function CounterpartDay() {
  const query = useSheets();
  return <QueryState query={query}>{(read) => <Sheets {...read} />}</QueryState>;
}

/** Whom this account is related to: those cases are not there for it. */
function OwnTies() {
  return (
    <Fold title="Mis vínculos" isOpen={false}>
      <DeclarationsPanel />
    </Fold>
  );
}

function Sheets({ side, establishment, sheets }: Output<'listSheets'>) {
  const [chosen, setChosen] = useState<string | null>(null);
  if (side === null) return <EmptyState>El centro no tiene encendida esta función. Hable con Coordinación.</EmptyState>;
  const open = sheets.find(({ id }) => id === chosen) ?? sheets[0];
  if (open === undefined) {
    return (
      <>
        <EmptyState>
          {`No hay hojas de entrega abiertas para ${establishment}. Aquí estará cada caso que el centro le entregue con el consentimiento de la persona.`}
        </EmptyState>
        <OwnTies />
      </>
    );
  }
  return <Desk key={side} {...{ side, establishment, sheets, open }} onChoose={setChosen} />;
}

type DeskProps = {
  readonly side: CounterpartSide;
  readonly establishment: string;
  readonly sheets: readonly SheetLine[];
  readonly open: SheetLine;
  readonly onChoose: (id: string) => void;
};

function Desk({ side, establishment, sheets, open, onChoose }: DeskProps) {
  const { caseId, id: handOverId } = open;
  const query = useSheet(caseId, handOverId);
  const [noting, setNoting] = useState<NoteKind | null>(null);
  const done = new Set(query.data?.notes.map(({ kind }) => kind));
  const kinds: readonly NoteKind[] = notesOfSide[side];
  const main = kinds.find((kind) => !done.has(kind));
  const label = (kind: NoteKind) => `Anotar: ${noteLabels[kind].toLowerCase()}`;
  return (
    <>
      <div className={css.halves}>
        <div className={css.column}>
          <SheetList sheets={sheets} chosen={handOverId} onChoose={onChoose} />
          <OwnTies />
        </div>
        <section className={css.pane} aria-label="Hoja de entrega">
          <QueryState query={query}>{(sheet) => <Sheet {...sheet} />}</QueryState>
        </section>
      </div>
      {query.data !== undefined && (
        <ActionBar
          {...(main !== undefined && {
            main: { label: label(main), onClick: () => setNoting(main), byControlEnter: true },
          })}
        >
          {kinds
            .filter((kind) => kind !== main)
            .map((kind) => (
              <PlainButton key={kind} onClick={() => setNoting(kind)}>
                {label(kind)}
              </PlainButton>
            ))}
        </ActionBar>
      )}
      {noting !== null && (
        <NoteDialog
          {...{ caseId, handOverId, kind: noting, establishment, asksKit: query.data?.asksKit === true }}
          onDone={() => setNoting(null)}
        />
      )}
    </>
  );
}

type ListProps = {
  readonly sheets: readonly SheetLine[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

const unnamed = 'Sin nombre en la ficha';

function SheetList({ sheets, chosen, onChoose }: ListProps) {
  const named = useNamed();
  const waiting = sheets.filter(({ isAnswered }) => !isAnswered).length;
  return (
    <section className={css.pane} aria-label="Hojas de entrega">
      <header>
        <h2>Hojas de entrega</h2>
        <span className={look.secondary}>{waiting === 0 ? 'Ninguna por atender' : `${waiting} por atender`}</span>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows only go from button to button */}
      <ul className={css.lines} onKeyDown={moveByArrow}>
        {sheets.map(({ id, name, urgency, at, isAnswered }) => (
          <li key={id}>
            <button
              type="button"
              className={css.line}
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <strong>{name === null ? unnamed : named(name)}</strong>
              <span>{isAnswered ? 'Atendida' : urgencyLabels[urgency]}</span>
              <small>{`Entregada el ${inLima(at)}`}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const said: Readonly<Record<NoteOutcome, string>> = {
  kept: 'Anotado. El centro ya lo ve.',
  same: 'Eso ya constaba igual en el centro.',
  differs: 'Anotado. En el centro consta otra cosa: quien la atiende lo revisará.',
};

function Sheet({ blocks, couldNotAsk, notes }: Output<'readSheet'>) {
  return (
    <>
      <header>
        <h2>Hoja de entrega</h2>
        {couldNotAsk && <StateBadge tone="warning">Consentimiento: no se pudo pedir</StateBadge>}
      </header>
      <div className={css.sheet}>
        {notes.length > 0 && (
          <Notice tone="done">
            {notes.map(({ kind, at }) => (
              <p key={`${kind} ${at}`}>{`${noteLabels[kind]}: anotado el ${inLima(at)}`}</p>
            ))}
          </Notice>
        )}
        <Secret instead={<p>Modo discreto: la hoja no se muestra (Alt+M).</p>}>
          <PaperView blocks={blocks} />
        </Secret>
      </div>
    </>
  );
}

type NoteProps = {
  readonly caseId: string;
  readonly handOverId: string;
  readonly kind: NoteKind;
  readonly asksKit: boolean;
  readonly establishment: string;
  readonly onDone: () => void;
};

function NoteDialog({ caseId, handOverId, kind, asksKit, establishment, onDone }: NoteProps) {
  const refresh = useRefreshCounterparts();
  const outcome = useRef<NoteOutcome>('kept');
  const common = {
    ...{ id: 'counterpart-note', sentAs: 'note', isWide: true, refresh, onDone },
    words: { title: noteLabels[kind], send: 'Anotar', sent: () => said[outcome.current] },
  } as const;
  const send = async (client: ActClient, note: CounterpartNote) => {
    const answer = await client.noteAsCounterpart({ caseId, handOverId, note });
    outcome.current = answer.outcome;
  };
  if (kind === 'complaint') {
    return (
      <FormDialog
        {...common}
        fields={complaintFields}
        start={{ office: establishment }}
        send={(values, client) => send(client, { kind, ...values })}
      />
    );
  }
  if (kind === 'measures') {
    return (
      <FormDialog {...common} fields={measuresFields} send={(values, client) => send(client, { kind, ...values })} />
    );
  }
  return (
    <FormDialog
      {...common}
      fields={attendedFields}
      given={() => (asksKit ? {} : { kit: null })}
      send={(values, client) => send(client, { kind, ...onlyAsked(attendedFields, values) })}
    />
  );
}
