import { cargoControls, type CargoField } from './presenting-cargo-fields.tsx';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { type Presented, type ToPresent } from '../../shared/filings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { announce } from '../platform/announce.ts';
import { LeaveQuestion, useAct } from '../platform/forms/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { EmptyState, Icon, PersonName, PlainButton, Problem, TextField, TableHead } from '../platform/ui/index.ts';
import { CargoScan } from './cargo-scan.tsx';
import css from './presenting.module.css';
import {
  blankCargo,
  foliosWarning,
  instanceOf,
  isTouched,
  issueAt,
  readCargo,
  type CargoDraft,
} from './presenting-cargo.ts';
import { useRefreshPresenting } from './presenting-queries.ts';
import { openTermsWords, presentPath } from './presenting-words.ts';

/** A row that was kept while the sheet is open. */
type Kept = {
  readonly filing: ToPresent;
  readonly draft: CargoDraft;
  /** What is said of the terms that stayed open. */
  readonly left: string | null;
};

type Change = (before: CargoDraft) => CargoDraft;

/** What a row started with, and what it says now. */
type Typed = { readonly start: CargoDraft; readonly draft: CargoDraft };

const untyped = (start: CargoDraft): Typed => ({ start, draft: start });

const isTyped = ({ start, draft }: Typed) =>
  Object.entries(draft).some(([name, value]) => start[name as keyof CargoDraft] !== value);

/** What the next row starts with: date, hour, desk and before whom of the row before. */
function startFrom(filing: ToPresent, today: CivilDate, before: CargoDraft | null): CargoDraft {
  const { presentedOn, presentedTime } = before ?? { presentedOn: today, presentedTime: null };
  const desk = filing.desk ?? before?.desk ?? '';
  // A desk that the directory does not know says itself what it is.
  const instance = filing.instance ?? instanceOf(desk) ?? before?.instance ?? null;
  return { ...blankCargo, presentedOn, presentedTime, desk, instance };
}

const columns = ['Escrito', 'Mesa de partes', 'Fecha', 'Hora', 'N.º de ingreso', 'Folios', 'Cargo'];
const ofToday = columns.filter((title) => title !== 'Fecha');

const labels: Readonly<Record<string, string>> = {
  desk: 'Mesa de partes',
  instance: 'Ante quién',
  presentedOn: 'Fecha',
  presentedTime: 'Hora',
  entryNumber: 'N.º de ingreso',
  folios: 'Folios',
  cargoId: 'Cargo',
};

/** The field of an issue, from the row or from the service (`form.desk`). */
const nameOf = ({ path }: FieldIssue) => path.replace(/^form\./, '');

type Props = {
  readonly filings: readonly ToPresent[];
  /** Of today already, above the others. */
  readonly presented: readonly Presented[];
  readonly desks: readonly string[];
  readonly today: CivilDate;
  /** Where there is little room: all of them are of today. */
  readonly isOfToday?: boolean;
};

/** A row for each writ to present: Enter saves it, and desk, date and hour go on to the next. */
export function CargoSheet({ filings, presented, desks, today, isOfToday = false }: Props) {
  // What is kept here stays in sight, where the list that is asked again no longer has it.
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const refresh = useRefreshPresenting();
  const draftOf = (filing: ToPresent) => typed[filing.filingId]?.draft ?? startFrom(filing, today, null);
  const set = (filing: ToPresent, change: Change) =>
    setTyped((all) => {
      const { start, draft } = all[filing.filingId] ?? untyped(startFrom(filing, today, null));
      return { ...all, [filing.filingId]: { start, draft: change(draft) } };
    });
  const isKept = ({ filingId }: Pick<ToPresent, 'filingId'>) => kept.some(({ filing }) => filing.filingId === filingId);
  const open = filings.filter((one) => !isKept(one));
  const goOn = (filing: ToPresent, left: string | null) => {
    announce(`${filing.number}: presentado.`);
    const draft = draftOf(filing);
    const others = open.filter((one) => one.filingId !== filing.filingId);
    const next = others.find((one) => filings.indexOf(one) > filings.indexOf(filing)) ?? others[0];
    // Drawn before the focus goes there: a row that moves would lose it.
    flushSync(() => {
      setKept((all) => [...all, { filing, draft, left }]);
      if (next !== undefined && !isTouched(draftOf(next)))
        setTyped((all) => ({ ...all, [next.filingId]: untyped(startFrom(next, today, draft)) }));
    });
    if (next !== undefined) document.getElementById(`row-${next.filingId}-entryNumber`)?.focus();
    void refresh();
  };
  if (filings.length + presented.length + kept.length === 0)
    return <EmptyState>No hay escritos emitidos por presentar en sus casos.</EmptyState>;
  const isDirty = open.some(({ filingId }) => {
    const row = typed[filingId];
    return row !== undefined && isTyped(row);
  });
  return (
    <>
      <LeaveQuestion isDirty={isDirty} />
      <p role="status" className={css.count}>
        {open.length === 0
          ? 'Todos los escritos de la lista están presentados.'
          : `Por presentar: ${open.length}${isOfToday ? `, con fecha ${formatCivilDate(today)}` : ''}. Enter guarda la fila y pasa a la siguiente.`}
      </p>
      <div className={css.room}>
        <table className={css.sheet} data-of-today={isOfToday || undefined} aria-label="Por presentar y cargos de hoy">
          <TableHead of={isOfToday ? ofToday : columns} />
          <tbody>
            {presented
              .filter((one) => !isKept(one))
              .map((one) => (
                <SavedRow key={one.filingId} filing={one} cargo={one} isOfToday={isOfToday} />
              ))}
            {kept.map(({ filing, draft, left }) => (
              <SavedRow key={filing.filingId} filing={filing} cargo={draft} left={left} isOfToday={isOfToday} />
            ))}
            {open.map((filing) => (
              <Row
                key={filing.filingId}
                filing={filing}
                draft={draftOf(filing)}
                desks={desks}
                isOfToday={isOfToday}
                onChange={(change) => set(filing, change)}
                onSaved={(left) => goOn(filing, left)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type RowProps = {
  readonly filing: ToPresent;
  readonly draft: CargoDraft;
  readonly desks: readonly string[];
  readonly isOfToday: boolean;
  readonly onChange: (change: Change) => void;
  /** @param left what is said of the terms that stayed open */
  readonly onSaved: (left: string | null) => void;
};

function Named({ filing, isOfToday, isSaved = false }: NamedProps) {
  const { caseId, filingId, caseNumber, number, title, userName, hours = null } = filing;
  return (
    <th scope="row">
      <b>{title}</b>
      <small>
        {`Ficha ${caseNumber} · ${number}`}
        {!isOfToday && (
          <>
            {' · '}
            <PersonName>{userName}</PersonName>
          </>
        )}
      </small>
      {hours !== null && <small>{`Mesa de partes: ${hours}`}</small>}
      {!isSaved && !isOfToday && (
        <small>
          <a href={hrefOf(presentPath, { caseId, filingId })} aria-label={`Con anexos o versión firmada: ${number}`}>
            Con anexos o versión firmada
          </a>
        </small>
      )}
    </th>
  );
}

type NamedProps = {
  readonly filing: Omit<Presented, keyof SavedProps['cargo']> & Partial<Pick<ToPresent, 'hours'>>;
  readonly isOfToday: boolean;
  readonly isSaved?: boolean;
};

type SavedProps = Pick<NamedProps, 'filing' | 'isOfToday'> & {
  readonly cargo: Pick<CargoDraft, 'desk' | 'presentedOn' | 'presentedTime' | 'entryNumber' | 'folios'>;
  /** What is said of the terms that stayed open. */
  readonly left?: string | null;
};

/** In grey, above those that wait. */
function SavedRow({ filing, cargo, left = null, isOfToday }: SavedProps) {
  return (
    <tr data-saved>
      <Named filing={filing} isOfToday={isOfToday} isSaved />
      <td>
        {cargo.desk}
        {left !== null && <small role="alert">{left}</small>}
      </td>
      {!isOfToday && <td>{formatCivilDate(cargo.presentedOn as CivilDate)}</td>}
      <td>{cargo.presentedTime}</td>
      <td>{cargo.entryNumber}</td>
      <td>{cargo.folios}</td>
      <td>
        <span className={css.done}>
          <Icon name="check" size={18} /> Presentado
        </span>
      </td>
    </tr>
  );
}

type DeskProps = Pick<RowProps, 'desks'> & {
  readonly id: string;
  readonly draft: CargoDraft;
  readonly at: (name: CargoField) => { readonly id: string; readonly error: string | undefined };
  /** Asks before whom. */
  readonly instance: ReactNode;
  readonly onChange: (part: Partial<CargoDraft>) => void;
};

/** The desk; before whom is asked only where its name does not say it. */
function DeskCell({ id, draft, desks, at, instance, onChange }: DeskProps) {
  const asksInstance = draft.desk !== '' && (draft.instance === null || at('instance').error !== undefined);
  return (
    <td>
      <TextField
        words={{ label: 'Mesa de partes', ...at('desk') }}
        list={`${id}-desks`}
        maxLength={200}
        value={draft.desk}
        title={draft.desk}
        onChange={({ target: { value: desk } }) => onChange({ desk, instance: instanceOf(desk) ?? draft.instance })}
      />
      <datalist id={`${id}-desks`}>
        {desks.map((desk) => (
          <option key={desk} value={desk} />
        ))}
      </datalist>
      {asksInstance && instance}
    </td>
  );
}

function Row({ filing, draft, desks, isOfToday, onChange, onSaved }: RowProps) {
  const act = useAct();
  const { caseId, filingId } = filing;
  const save = async () => {
    const { form, issues } = readCargo(draft);
    if (form === null) {
      act.say('Revise los datos de esta fila.', issues);
      const [first] = issues;
      if (first !== undefined) document.getElementById(`${id}-${nameOf(first)}`)?.focus();
      return;
    }
    await act.run((client) => client.presentFiling({ caseId, filingId, form }), {
      done: ({ openTerms }) => onSaved(openTermsWords(openTerms)),
      refused: ({ issues: [first] }) => first && document.getElementById(`${id}-${nameOf(first)}`)?.focus(),
    });
  };
  const change = (part: Partial<CargoDraft>) => onChange((before) => ({ ...before, ...part }));
  const id = `row-${filing.filingId}`;
  const at = (name: CargoField) => ({ id: `${id}-${name}`, error: issueAt(act.issues, name) });
  const { instance, day, time, entry, folios } = cargoControls({ draft, pages: filing.pages, at, onChange: change });
  // Enter in any field of the row saves it: fields hand over what was typed when they are left.
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type === 'file') return;
    const { target } = event;
    event.preventDefault();
    flushSync(() => target.blur());
    document.getElementById(`${id}-save`)?.click();
  };
  const warned = foliosWarning(draft, filing.pages);
  return (
    <>
      <tr onKeyDown={enter}>
        <Named filing={filing} isOfToday={isOfToday} />
        <DeskCell {...{ id, draft, desks, at, instance }} onChange={change} />
        {!isOfToday && <td data-of="day">{day}</td>}
        <td data-of="short">{time}</td>
        <td data-of="number">{entry}</td>
        <td data-of="short">{folios}</td>
        <td data-of="acts">
          <div className={css.acts}>
            <CargoScan filing={filing} isKept={draft.cargoId !== null} onKept={(cargoId) => change({ cargoId })} />
            <PlainButton
              small
              id={`${id}-save`}
              aria-label={`Guardar esta fila: ${filing.number}`}
              title="Guardar esta fila"
              aria-disabled={act.busy}
              onClick={() => void save()}
            >
              <Icon name="check" size={18} />
            </PlainButton>
          </div>
        </td>
      </tr>
      {/* Cells are narrow: what is said at them is read below, across the row. */}
      {(act.problem !== null || warned !== undefined) && (
        <tr>
          <td />
          <td colSpan={columns.length} className={css.said}>
            {act.problem !== null && act.issues.length === 0 && <Problem words={act.problem} />}
            {act.issues.map((issue) => (
              <p key={issue.path} data-wrong>
                <Icon name="error" size={18} /> {`${labels[nameOf(issue)] ?? 'Fila'}: ${issue.message}`}
              </p>
            ))}
            {warned !== undefined && (
              <p>
                <Icon name="warning" size={18} /> {`Folios: ${warned}`}
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  );
}
