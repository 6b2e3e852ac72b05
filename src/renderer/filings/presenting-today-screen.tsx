import { Button } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { ToPresent } from '../../shared/filings/index.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { sendingWords } from '../attachments/index.ts';
import { useToday } from '../intake/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { newKey } from '../platform/client.ts';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { hrefOf } from '../platform/routes.ts';
import { inLima } from '../platform/times.ts';
import {
  ActionBar,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  Problem,
  QueryState,
  StateBadge,
} from '../platform/ui/index.ts';
import { blankCargo, instanceOf, isTouched, readCargo, type CargoDraft } from './presenting-cargo.ts';
import { CargoFields } from './presenting-cargo-fields.tsx';
import { useRefreshPresenting, useToPresent } from './presenting-queries.ts';
import { sendCargoScan } from './presenting-scan.ts';
import { openTermsWords, presentPath } from './presenting-words.ts';
import css from './presenting.module.css';

/** «Cargos de hoy»: every writ issued and not presented, each with its cargo, in one pass by keyboard. */
export function CargosScreen() {
  const waiting = useToPresent();
  return (
    <>
      <PageTitle>Cargos de hoy</PageTitle>
      <QueryState query={waiting}>
        {({ filings, desks }) =>
          filings.length === 0 ? (
            <EmptyState>No hay escritos emitidos por presentar en sus casos.</EmptyState>
          ) : (
            <Rows filings={filings} desks={desks} />
          )
        }
      </QueryState>
    </>
  );
}

type RowState = {
  readonly draft: CargoDraft;
  readonly issues: readonly FieldIssue[];
  readonly problem: string | null;
  readonly isSaved: boolean;
  /** What is said of the terms that stayed open. */
  readonly left: string | null;
};

const fresh = (draft: CargoDraft): RowState => ({ draft, issues: [], problem: null, isSaved: false, left: null });

/** What the next row starts with: date, hour, desk and before whom of the row before. */
function startFrom(filing: ToPresent, today: string, before: CargoDraft | null): CargoDraft {
  const { presentedOn, presentedTime } = before ?? { presentedOn: today, presentedTime: null };
  const desk = filing.desk ?? before?.desk ?? '';
  // A desk that the directory does not know says itself what it is.
  const instance = filing.instance ?? instanceOf(desk) ?? before?.instance ?? null;
  return { ...blankCargo, presentedOn, presentedTime, desk, instance };
}

type RowsProps = { readonly filings: readonly ToPresent[]; readonly desks: readonly string[] };

function Rows({ filings: given, desks }: RowsProps) {
  const client = useClient();
  const refresh = useRefreshPresenting();
  const today = useToday();
  // The list stands while it is worked on: what is saved stays in sight.
  const [filings] = useState(given);
  const [rows, setRows] = useState<Readonly<Record<string, RowState>>>(() =>
    Object.fromEntries(given.map((one) => [one.filingId, fresh(startFrom(one, today, null))])),
  );
  const keys = useRef<Record<string, string>>({});
  const stateOf = (id: string) => rows[id] ?? fresh(blankCargo);
  const set = (id: string, part: Partial<RowState>) => {
    setRows((all) => ({ ...all, [id]: { ...(all[id] ?? fresh(blankCargo)), ...part } }));
  };
  const save = async (filing: ToPresent): Promise<boolean> => {
    const { draft, isSaved } = stateOf(filing.filingId);
    if (isSaved) return true;
    const { form, issues } = readCargo(draft);
    set(filing.filingId, { issues, problem: form === null ? 'Revise los datos de esta fila.' : null });
    if (form === null) return false;
    const key = (keys.current[filing.filingId] ??= newKey());
    try {
      const input = { caseId: filing.caseId, filingId: filing.filingId, form };
      const { openTerms } = await client.presentFiling(input, { key });
      set(filing.filingId, { isSaved: true, problem: null, issues: [], left: openTermsWords(openTerms) });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      keys.current[filing.filingId] = newKey();
      set(filing.filingId, { issues: failure.issues, problem: wordsOf(failure) });
      return false;
    }
  };
  const saveOne = async (filing: ToPresent, at: number) => {
    if (!(await save(filing))) return;
    announce(`${filing.number}: presentado.`);
    const next = filings.slice(at + 1).find(({ filingId }) => !stateOf(filingId).isSaved);
    if (next === undefined) return;
    const before = stateOf(filing.filingId).draft;
    if (!isTouched(stateOf(next.filingId).draft)) {
      set(next.filingId, { draft: startFrom(next, today, before) });
    }
    document.getElementById(`row-${next.filingId}-entryNumber`)?.focus();
  };
  const saveAll = async () => {
    let saved = 0;
    for (const filing of filings) {
      const { draft, isSaved } = stateOf(filing.filingId);
      if (!isSaved && isTouched(draft) && (await save(filing))) saved += 1;
    }
    announce(saved === 1 ? 'Se registró 1 presentación.' : `Se registraron ${saved} presentaciones.`);
    await refresh();
  };
  const left = filings.filter(({ filingId }) => !stateOf(filingId).isSaved).length;
  return (
    <>
      <p role="status">
        {left === 0
          ? 'Todos los escritos de la lista están presentados.'
          : `Por presentar: ${left}. Enter guarda la fila y pasa a la siguiente.`}
      </p>
      {filings.map((filing, at) => (
        <Row
          key={filing.filingId}
          filing={filing}
          state={stateOf(filing.filingId)}
          desks={desks}
          onChange={(draft) => {
            set(filing.filingId, { draft });
          }}
          onSave={() => void saveOne(filing, at)}
        />
      ))}
      <ActionBar main={{ label: 'Guardar todos', onClick: () => void saveAll() }} />
    </>
  );
}

type RowProps = {
  readonly filing: ToPresent;
  readonly state: RowState;
  readonly desks: readonly string[];
  readonly onChange: (draft: CargoDraft) => void;
  readonly onSave: () => void;
};

function Row({ filing, state: { draft, issues, problem, isSaved, left }, desks, onChange, onSave }: RowProps) {
  const id = `row-${filing.filingId}`;
  // Enter in any field of the row saves it: fields hand over what was typed when they are left.
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type === 'file') return;
    event.preventDefault();
    event.target.blur();
    document.getElementById(`${id}-save`)?.click();
  };
  return (
    <Panel title={`Ficha ${filing.caseNumber} · ${filing.number}`}>
      <p className={css.secondary}>
        {filing.userName} · {filing.title} · emitido {inLima(filing.issuedAt)} · {filing.pages} pág.
      </p>
      <Problem words={problem} />
      {isSaved ? (
        <div className={css.row}>
          <StateBadge tone="done">{`Presentado: N.º ${draft.entryNumber}, ${draft.folios ?? ''} folios`}</StateBadge>
          {left !== null && (
            <Notice tone="warning">
              <p role="alert">{left}</p>
            </Notice>
          )}
        </div>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter of the fields inside, which are reached by themselves
        <div className={css.stack} onKeyDown={enter}>
          <CargoFields id={id} draft={draft} issues={issues} desks={desks} onChange={onChange} />
          <div className={css.row}>
            <Scan filing={filing} draft={draft} onChange={onChange} />
            <Button
              id={`${id}-save`}
              variant="default"
              onClick={onSave}
              aria-label={`Guardar esta fila: ${filing.number}`}
            >
              Guardar esta fila
            </Button>
            <a href={hrefOf(presentPath, { caseId: filing.caseId, filingId: filing.filingId })}>
              Con anexos o versión firmada
            </a>
          </div>
        </div>
      )}
    </Panel>
  );
}

type ScanProps = Pick<RowProps, 'filing' | 'onChange'> & { readonly draft: CargoDraft };

/** The scan of this cargo, kept at once among the files of the case. */
function Scan({ filing, draft, onChange }: ScanProps) {
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const words = busy ? 'Guardando…' : draft.cargoId === null ? 'Escaneo del cargo…' : 'Cambiar el escaneo…';
  const send = async (file: File) => {
    setBusy(true);
    setProblem(null);
    try {
      onChange({ ...draft, cargoId: await sendCargoScan(client, filing, file) });
    } catch (error) {
      setProblem(sendingWords(error));
    }
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="default"
        aria-label={`${words} ${filing.number}`}
        aria-disabled={busy}
        onClick={() => input.current?.click()}
      >
        {words}
      </Button>
      {draft.cargoId !== null && <StateBadge tone="done">Con escaneo</StateBadge>}
      {problem !== null && <span role="alert">{problem}</span>}
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png"
        aria-label={`Archivo del cargo: ${filing.number}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
    </>
  );
}
