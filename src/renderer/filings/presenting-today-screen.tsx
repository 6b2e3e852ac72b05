import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { ToPresent } from '../../shared/filings/index.ts';
import { fileIdOf, sendFile } from '../attachments/index.ts';
import { useToday } from '../intake/index.ts';
import { announce } from '../platform/announce.ts';
import { ActProblem, useAct, type ActClient } from '../platform/forms/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { inLima } from '../platform/times.ts';
import {
  Problem,
  PlainButton,
  look,
  ActionBar,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  PersonName,
} from '../platform/ui/index.ts';
import { blankCargo, instanceOf, isTouched, readCargo, type CargoDraft } from './presenting-cargo.ts';
import { CargoFields } from './presenting-cargo-fields.tsx';
import { useRefreshPresenting, useToPresent } from './presenting-queries.ts';
import { openTermsWords, presentPath } from './presenting-words.ts';

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
  readonly isSaved: boolean;
  /** What is said of the terms that stayed open. */
  readonly left: string | null;
};

const fresh = (draft: CargoDraft): RowState => ({ draft, isSaved: false, left: null });

type Change = (before: RowState) => Partial<RowState>;

/** Saves a row as it stands, unless it is saved; answers whether it is saved now. */
type Save = () => Promise<boolean>;

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
  const all = useAct({ refresh: useRefreshPresenting() });
  const today = useToday();
  // The list stands while it is worked on: what is saved stays in sight.
  const [filings] = useState(given);
  const [rows, setRows] = useState<Readonly<Record<string, RowState>>>(() =>
    Object.fromEntries(given.map((one) => [one.filingId, fresh(startFrom(one, today, null))])),
  );
  const saves = useRef(new Map<string, Save>());
  const stateOf = (id: string) => rows[id] ?? fresh(blankCargo);
  const set = (id: string, change: Change) =>
    setRows((all) => {
      const before = all[id] ?? fresh(blankCargo);
      return { ...all, [id]: { ...before, ...change(before) } };
    });
  const goOn = (filing: ToPresent, at: number) => {
    announce(`${filing.number}: presentado.`);
    const next = filings.slice(at + 1).find(({ filingId }) => !stateOf(filingId).isSaved);
    if (next === undefined) return;
    const before = stateOf(filing.filingId).draft;
    if (!isTouched(stateOf(next.filingId).draft)) {
      set(next.filingId, () => ({ draft: startFrom(next, today, before) }));
    }
    document.getElementById(`row-${next.filingId}-entryNumber`)?.focus();
  };
  const saveTouched = async () => {
    let saved = 0;
    for (const { filingId } of filings) {
      const { draft, isSaved } = stateOf(filingId);
      if (!isSaved && isTouched(draft) && (await saves.current.get(filingId)?.()) === true) saved += 1;
    }
    return saved;
  };
  const saveAll = () =>
    all.run(saveTouched, {
      words: (saved) => (saved === 1 ? 'Se registró 1 presentación.' : `Se registraron ${saved} presentaciones.`),
    });
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
          saves={saves}
          onChange={(change) => set(filing.filingId, change)}
          onSaved={() => goOn(filing, at)}
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
  readonly saves: RefObject<Map<string, Save>>;
  readonly onChange: (change: Change) => void;
  readonly onSaved: () => void;
};

function Row({ filing, state: { draft, isSaved, left }, desks, saves, onChange, onSaved }: RowProps) {
  const act = useAct();
  const { caseId, filingId } = filing;
  const save = async () => {
    if (isSaved) return true;
    const { form, issues } = readCargo(draft);
    if (form === null) {
      act.say('Revise los datos de esta fila.', issues);
      return false;
    }
    return act.run((client) => client.presentFiling({ caseId, filingId, form }), {
      done: ({ openTerms }) => onChange(() => ({ isSaved: true, left: openTermsWords(openTerms) })),
    });
  };
  useEffect(() => {
    saves.current.set(filingId, save);
  });
  const saveOne = async () => {
    if (await save()) onSaved();
  };
  const change = (next: CargoDraft) => onChange(() => ({ draft: next }));
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
      <p className={look.secondary}>
        <PersonName>{filing.userName}</PersonName> · {filing.title} · emitido {inLima(filing.issuedAt)} · {filing.pages}{' '}
        pág.
        {filing.hours !== null && ` · mesa de partes: ${filing.hours}`}
      </p>
      <ActProblem act={act} />
      {isSaved ? (
        <div className={look.row}>
          <StateBadge tone="done">{`Presentado: N.º ${draft.entryNumber}, ${draft.folios ?? ''} folios`}</StateBadge>
          {left !== null && (
            <Notice tone="warning">
              <p role="alert">{left}</p>
            </Notice>
          )}
        </div>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter of the fields inside, which are reached by themselves
        <div className={look.stack} onKeyDown={enter}>
          <CargoFields id={id} draft={draft} issues={act.issues} desks={desks} onChange={change} />
          <div className={look.row}>
            <Scan
              filing={filing}
              isKept={draft.cargoId !== null}
              onKept={(cargoId) => onChange((before) => ({ draft: { ...before.draft, cargoId } }))}
            />
            <PlainButton
              id={`${id}-save`}
              onClick={() => void saveOne()}
              aria-label={`Guardar esta fila: ${filing.number}`}
            >
              Guardar esta fila
            </PlainButton>
            <a href={hrefOf(presentPath, { caseId: filing.caseId, filingId: filing.filingId })}>
              Con anexos o versión firmada
            </a>
          </div>
        </div>
      )}
    </Panel>
  );
}

type ScanProps = {
  readonly filing: ToPresent;
  readonly isKept: boolean;
  readonly onKept: (attachmentId: string) => void;
};

/** The scan of this cargo, kept at once among the files of the case. */
function Scan({ filing, isKept, onKept }: ScanProps) {
  const act = useAct();
  const input = useRef<HTMLInputElement>(null);
  const words = act.busy ? 'Guardando…' : isKept ? 'Cambiar el escaneo…' : 'Escaneo del cargo…';
  const send = (file: File) =>
    act.run((client) => sendCargoScan(client, filing, file), { of: fileIdOf(file), done: onKept });
  return (
    <>
      <PlainButton
        aria-label={`${words} ${filing.number}`}
        aria-disabled={act.busy}
        onClick={() => input.current?.click()}
      >
        {words}
      </PlainButton>
      {isKept && <StateBadge tone="done">Con escaneo</StateBadge>}
      <Problem inline words={act.problem} />
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

/** Keeps the scan among the files of the case; answers its id. @throws what is wrong with the file */
async function sendCargoScan(client: ActClient, filing: ToPresent, file: File): Promise<string> {
  const sending = { onProgress: () => undefined, signal: new AbortController().signal };
  const fileId = await sendFile(client, file, sending);
  const facts = { kind: 'receipt', area: 'legal', description: `Cargo: ${filing.number}`, receivedFrom: null } as const;
  const { attachment } = await client.addAttachment({ caseId: filing.caseId, fileId, fileName: file.name, facts });
  return attachment.id;
}
