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
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { useMay } from '../../platform/session.tsx';
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
import { copyKindWords, CopyStateMark } from '../copies/copy-marks.tsx';
import css from '../papers.module.css';

type Filters = {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly state: CopyState | null;
  readonly way: CopyWay | null;
};

const noFilters: Filters = { from: null, to: null, state: null, way: null };
const registerKey = ['papers', 'register'] as const;

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
  const remove = async ({ caseId, id }: RegisterLine) => {
    setProblem(null);
    try {
      await client.removeCopy({ caseId, copyId: id } as never);
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    await queries.invalidateQueries({ queryKey: registerKey });
  };
  return (
    <>
      <PageTitle>Registro de impresiones</PageTitle>
      {mayAllow && <PrintersPanel />}
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
                columns={columnsFor((line) => void remove(line))}
                rows={lines}
                keyOf={(line) => line.id}
              />
            </>
          )
        }
      </QueryState>
    </>
  );
}

function columnsFor(remove: (line: RegisterLine) => void): readonly Column<RegisterLine>[] {
  return [
    {
      id: 'number',
      title: 'Copia',
      cell: (line) => <Two first={line.number} second={copyKindWords(line)} />,
    },
    {
      id: 'document',
      title: 'Documento',
      cell: (line) => (
        <Two
          first={`${documentKindLabels[line.kind]}: ${line.document}`}
          second={[line.caseNumber === null ? null : `Ficha ${line.caseNumber}`, `${line.pages} pág.`]
            .filter(Boolean)
            .join(' · ')}
        />
      ),
    },
    { id: 'recipient', title: 'Para', cell: (line) => <Two first={line.recipient} second={line.purpose} /> },
    {
      id: 'at',
      title: 'Registrada',
      cell: (line) => (
        <Two first={inLima(line.requestedAt)} second={[line.staffName, line.printer].filter(Boolean).join(' · ')} />
      ),
    },
    { id: 'state', title: 'Estado', cell: (line) => <CopyStateMark copy={line} /> },
    {
      id: 'acts',
      title: 'Acciones',
      cell: (line) =>
        line.caseId === null || line.removedAt !== null || line.state === 'failed' ? (
          '—'
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${removedLabels[line.way]}: ${line.number}`}
            onClick={() => {
              remove(line);
            }}
          >
            {removedLabels[line.way]}
          </Button>
        ),
    },
  ];
}

function Two({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      <span>{first}</span>
      <span className={css.below}>{second}</span>
    </>
  );
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
