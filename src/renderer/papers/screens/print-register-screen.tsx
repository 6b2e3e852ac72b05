import { useState } from 'react';
import { copyStateLabels, copyWayLabels } from '../../../shared/papers/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import type { Input } from '../../platform/client.ts';
import { useRead, useRefresh } from '../../platform/query.ts';
import { type ActClient, ActProblem, useAct } from '../../platform/forms/index.ts';
import { useMayStore, useSession } from '../../platform/session.tsx';
import {
  look,
  ChoiceField,
  DataTable,
  DateField,
  EmptyState,
  Told,
  PageTitle,
  Panel,
  QueryState,
  LineButton,
} from '../../platform/ui/index.ts';
import { CopyNotices, useCopyNews } from '../copies/copying.tsx';
import { FoldersPanel } from '../copies/folders-panel.tsx';
import {
  registerColumns,
  removedWords,
  type RegisterActs,
  type Removable,
  type Reprintable,
} from '../copies/register-table.tsx';
import { ReprintDialog } from '../copies/reprint-dialog.tsx';
import { SavedOutsidePanel } from '../copies/saved-outside-panel.tsx';
import { mayRelease } from '../copy-words.ts';
import { registerKey, usePrinters } from '../queries.ts';

type Filters = Input<'readPrintRegister'>;

const noFilters: Filters = { from: null, to: null, state: null, way: null };

/** «Registro de impresiones»: every copy and file that left, or tried to, under its own number. */
export function PrintRegisterScreen() {
  const mayAllow = useMayStore('settings.centre');
  const [filters, setFilters] = useState<Filters>(noFilters);
  const register = useRead([...registerKey, filters], (client) => client.readPrintRegister(filters));
  const { actions } = useSession();
  const [reprinting, setReprinting] = useState<Reprintable | null>(null);
  const { news, say, ask, end } = useCopyNews();
  const refresh = useRefresh(registerKey);
  const act = useAct({ refresh });
  const remove = (line: Removable) => {
    say(null);
    const send = async (by: ActClient) => {
      if (line.sort === 'file') await by.removeSavedFile({ fileId: line.id });
      else await by.removeCopy({ copyId: line.id });
    };
    void act.run(send, {
      of: line.id,
      words: `${line.number ?? 'Archivo'}: ${removedWords(line).toLowerCase()}.`,
      done: (_, words) => say(words),
      refused: refresh,
    });
  };
  const acts: RegisterActs = {
    remove,
    reprint: (line) => {
      say(null);
      setReprinting(line);
    },
    may: (line) => mayRelease(line, actions),
  };
  return (
    <>
      <PageTitle>Registro de impresiones</PageTitle>
      {mayAllow && <PrintersPanel />}
      <CopyNotices
        news={news}
        onEnd={(done) => {
          end(done);
          void refresh();
        }}
        onAgain={(caseId, released) => {
          ask(caseId, released);
          void refresh();
        }}
      />
      <SavedOutsidePanel onRemove={remove} />
      <Panel title="Qué se muestra">
        <FilterFields filters={filters} onChange={setFilters} />
      </Panel>
      <ActProblem act={act} />
      <QueryState query={register}>
        {({ lines, isCut, isWhole }) =>
          lines.length === 0 ? (
            <EmptyState>No hay copias ni archivos con estas condiciones.</EmptyState>
          ) : (
            <>
              {isCut && <Told>Se muestran las 500 más recientes. Elija fechas para ver otras.</Told>}
              <DataTable
                caption={`Copias y archivos ${isWhole ? 'de todo el centro' : 'que usted sacó'}: ${lines.length}`}
                columns={registerColumns(acts)}
                rows={lines}
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
            ask(reprinting.caseId, released);
            void refresh();
          }}
          onCancel={() => setReprinting(null)}
        />
      )}
    </>
  );
}

type FilterProps = { readonly filters: Filters; readonly onChange: (filters: Filters) => void };

function FilterFields({ filters, onChange }: FilterProps) {
  return (
    <div className={look.fields}>
      <DateField
        words={{ label: 'Desde', id: 'register-from', optional: true }}
        value={filters.from}
        onChange={(from) => onChange({ ...filters, from })}
      />
      <DateField
        words={{ label: 'Hasta', id: 'register-to', optional: true }}
        value={filters.to}
        onChange={(to) => onChange({ ...filters, to })}
      />
      <ChoiceField
        words={{ label: 'Estado', id: 'register-state', optional: true }}
        inline
        options={optionsOf(copyStateLabels)}
        value={filters.state}
        onChange={(state) => onChange({ ...filters, state })}
      />
      <ChoiceField
        words={{ label: 'Cómo salió', id: 'register-way', optional: true }}
        inline
        options={optionsOf(copyWayLabels)}
        value={filters.way}
        onChange={(way) => onChange({ ...filters, way })}
      />
    </div>
  );
}

/** Printers that make a file instead of paper, each refused until Coordinación allows it; nothing where there is none. */
function PrintersPanel() {
  const act = useAct({ refresh: useRefresh(['papers', 'printers']) });
  const printers = usePrinters();
  const virtual = (printers.data ?? []).filter(({ isVirtual }) => isVirtual);
  if (virtual.length === 0) return null;
  const decide = (name: string, isAllowed: boolean) =>
    act.run((client) => client.allowPrinter({ name, isAllowed }), { of: name });
  return (
    <Panel title="Impresoras que no imprimen en papel">
      <p>Dejan un archivo fuera del programa. Están rechazadas mientras Coordinación no las permita.</p>
      <ActProblem act={act} />
      {virtual.map(({ name, isAllowed }) => (
        <div key={name} className={look.row}>
          <span>
            {name}: {isAllowed ? 'permitida' : 'rechazada'}
          </span>
          <LineButton
            label={isAllowed ? 'Rechazar' : 'Permitir'}
            of={name}
            onClick={() => void decide(name, !isAllowed)}
          />
        </div>
      ))}
    </Panel>
  );
}
