import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  copyStateLabels,
  copyStates,
  copyWayLabels,
  copyWays,
  documentKindLabels,
  removedLabels,
  type CopyState,
  type CopyWay,
  type RegisterLine,
} from '../../../shared/papers/index.ts';
import type { CivilDate } from '../../../shared/platform/dates.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  ChoiceField,
  DataTable,
  DateField,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  type Column,
} from '../../platform/ui/index.ts';
import { PrintersPanel } from '../copies/printers-panel.tsx';
import { copyKindWords, CopyStateMark, TwoLines } from '../copies/copy-marks.tsx';
import { FoldersPanel } from '../copies/folders-panel.tsx';
import { ReleasedNotice } from '../copies/released-notice.tsx';
import { ReprintDialog } from '../copies/reprint-dialog.tsx';
import { SavedOutsidePanel } from '../copies/saved-outside-panel.tsx';
import type { Released } from '../copies/use-copies.ts';
import { mayRelease } from '../copy-words.ts';
import css from '../papers.module.css';
import { registerKey } from '../queries.ts';

type Filters = {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly state: CopyState | null;
  readonly way: CopyWay | null;
};

const noFilters: Filters = { from: null, to: null, state: null, way: null };

/** «Registro de impresiones»: every copy that left, or tried to, under its own number. */
export function PrintRegisterScreen() {
  const client = useClient();
  const queries = useQueryClient();
  const mayAllow = useMay('settings.centre');
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [problem, setProblem] = useState<string | null>(null);
  const register = useQuery({
    queryKey: [...registerKey, filters],
    queryFn: () => client.readPrintRegister(filters),
  });
  const { actions } = useSession();
  const [reprinting, setReprinting] = useState<Reprintable | null>(null);
  const [reprinted, setReprinted] = useState<{ released: Released; line: Reprintable } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: registerKey });
  const remove = async ({ id, number, way }: Pick<RegisterLine, 'id' | 'number' | 'way'>) => {
    setProblem(null);
    setDone(null);
    try {
      await client.removeCopy({ copyId: id });
      const words = `${number}: ${removedLabels[way].toLowerCase()}.`;
      setDone(words);
      announce(words);
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    await refresh();
  };
  const acts: Acts = {
    remove: (line) => void remove(line),
    reprint: (line) => {
      setDone(null);
      setReprinted(null);
      setReprinting(line);
    },
    may: (line) => mayRelease(line, actions),
  };
  return (
    <>
      <PageTitle>Registro de impresiones</PageTitle>
      {mayAllow && <PrintersPanel />}
      {done !== null && (
        <Notice tone="done">
          <p>{done}</p>
        </Notice>
      )}
      {reprinted !== null && (
        <ReleasedNotice
          caseId={reprinted.line.caseId}
          released={reprinted.released}
          onEnd={(words) => {
            setReprinted(null);
            setDone(words);
            void refresh();
          }}
        />
      )}
      <SavedOutsidePanel
        onRemove={(line) => {
          void remove({ ...line, way: 'save' });
        }}
      />
      <Panel title="Qué se muestra">
        <FilterFields filters={filters} onChange={setFilters} />
      </Panel>
      {problem !== null && (
        <Notice tone="error">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <QueryState query={register}>
        {({ lines, isCut, isWhole }) =>
          lines.length === 0 ? (
            <EmptyState>No hay copias con estas condiciones.</EmptyState>
          ) : (
            <>
              {isCut && (
                <Notice>
                  <p>Se muestran las 500 más recientes. Elija fechas para ver otras.</p>
                </Notice>
              )}
              <DataTable
                caption={`${isWhole ? 'Copias de todo el centro' : 'Copias que usted sacó'}: ${lines.length}`}
                columns={columnsFor(acts)}
                rows={lines}
                keyOf={(line) => line.id}
              />
            </>
          )
        }
      </QueryState>
      {mayAllow && <FoldersPanel />}
      {reprinting !== null && (
        <ReprintDialog
          line={reprinting}
          onDone={(released) => {
            setReprinting(null);
            setReprinted({ released, line: reprinting });
            void refresh();
          }}
          onCancel={() => {
            setReprinting(null);
          }}
        />
      )}
    </>
  );
}

type Reprintable = RegisterLine & { readonly caseId: NonNullable<RegisterLine['caseId']> };
type Acts = {
  readonly remove: (line: RegisterLine) => void;
  readonly reprint: (line: Reprintable) => void;
  /** Whether the reader may print papers of that kind at all. */
  readonly may: (line: RegisterLine) => boolean;
};

/** Printed pages of one paper; a part of a presentation is printed again from the presentation. */
function isReprintable(line: RegisterLine, { may }: Acts): line is Reprintable {
  return line.caseId !== null && line.way === 'print' && line.format === 'pdf' && !line.isOfBundle && may(line);
}

function ActButtons({ line, acts }: { readonly line: RegisterLine; readonly acts: Acts }) {
  const mayRemove = line.mayRemove && line.removedAt === null && line.state !== 'failed';
  const reprintable = isReprintable(line, acts) ? line : null;
  if (!mayRemove && reprintable === null) return '—';
  return (
    <div className={css.row}>
      {reprintable !== null && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Reimprimir: ${line.number}`}
          onClick={() => {
            acts.reprint(reprintable);
          }}
        >
          Reimprimir
        </Button>
      )}
      {mayRemove && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${removedLabels[line.way]}: ${line.number}`}
          onClick={() => {
            acts.remove(line);
          }}
        >
          {removedLabels[line.way]}
        </Button>
      )}
    </div>
  );
}

function columnsFor(acts: Acts): readonly Column<RegisterLine>[] {
  return [
    {
      id: 'number',
      title: 'Copia',
      cell: (line) => <TwoLines isWhole first={line.number} second={copyKindWords(line)} />,
    },
    {
      id: 'document',
      title: 'Documento',
      cell: (line) => (
        <TwoLines
          first={`${documentKindLabels[line.kind]}: ${line.document}`}
          second={[line.caseNumber === null ? null : `Ficha ${line.caseNumber}`, `${line.pages} pág.`]
            .filter(Boolean)
            .join(' · ')}
        />
      ),
    },
    { id: 'recipient', title: 'Para', cell: (line) => <TwoLines first={line.recipient} second={line.purpose} /> },
    {
      id: 'at',
      title: 'Registrada',
      cell: (line) => (
        <TwoLines
          first={inLima(line.requestedAt)}
          second={[line.staffName, line.printer].filter(Boolean).join(' · ')}
        />
      ),
    },
    { id: 'state', title: 'Estado', cell: (line) => <CopyStateMark copy={line} /> },
    {
      id: 'acts',
      title: 'Acciones',
      cell: (line) => <ActButtons line={line} acts={acts} />,
    },
  ];
}

type FilterProps = { readonly filters: Filters; readonly onChange: (filters: Filters) => void };

function FilterFields({ filters, onChange }: FilterProps) {
  return (
    <div className={css.row}>
      <DateField
        words={{ label: 'Desde', id: 'register-from' }}
        value={filters.from}
        onChange={(from) => {
          onChange({ ...filters, from: from as CivilDate | null });
        }}
      />
      <DateField
        words={{ label: 'Hasta', id: 'register-to' }}
        value={filters.to}
        onChange={(to) => {
          onChange({ ...filters, to: to as CivilDate | null });
        }}
      />
      <ChoiceField
        words={{ label: 'Estado', id: 'register-state' }}
        inline
        options={copyStates.map((code) => ({ code, label: copyStateLabels[code] }))}
        value={filters.state}
        onChange={(state) => {
          onChange({ ...filters, state });
        }}
      />
      <ChoiceField
        words={{ label: 'Cómo salió', id: 'register-way' }}
        inline
        options={copyWays.map((code) => ({ code, label: copyWayLabels[code] }))}
        value={filters.way}
        onChange={(way) => {
          onChange({ ...filters, way });
        }}
      />
    </div>
  );
}
