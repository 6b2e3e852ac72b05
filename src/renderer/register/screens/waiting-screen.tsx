import { useState } from 'react';
import type { RegisterCase } from '../../../shared/register/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { casePages } from '../../intake/index.ts';
import { useGo } from '../../platform/routes.ts';
import {
  OneOfField,
  DataTable,
  EmptyState,
  FilteredEmpty,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  type Column,
  PersonName,
} from '../../platform/ui/index.ts';
import { useWaiting } from '../queries.ts';
import { sheetStateWords, sheetTones } from '../words.ts';

const columns: readonly Column<RegisterCase>[] = [
  { title: 'Ficha', cell: ({ number }) => number },
  { title: 'Persona usuaria', cell: ({ userName }) => <PersonName>{userName}</PersonName> },
  { title: 'Ingreso', right: true, cell: ({ admittedOn }) => formatCivilDate(admittedOn) },
  {
    title: 'Estado',
    cell: ({ progress, fichaNumber, registeredOn }) => (
      <StateBadge tone={sheetTones[progress.state]}>
        {sheetStateWords(progress.state, fichaNumber, registeredOn)}
      </StateBadge>
    ),
  },
  { title: 'Digitado', right: true, cell: ({ progress: { done, total } }) => `${done} de ${total}` },
  {
    title: 'Respuestas que cambiaron',
    right: true,
    cell: ({ progress: { changed } }) => (changed === 0 ? '—' : changed),
  },
];

const filterWords = { all: 'Todas', pending: 'Por registrar', changed: 'Por actualizar' } as const;
type Filter = keyof typeof filterWords;

/** «Registro central»: the fichas within reach that are not there yet, or not as they are now. */
export function WaitingScreen() {
  const waiting = useWaiting();
  return (
    <>
      <PageTitle>Registro central</PageTitle>
      <p>
        Fichas que faltan digitar en el registro central o que cambiaron después. El número oficial lo da el registro
        central; el de la primera columna es el nuestro.
      </p>
      <QueryState query={waiting}>{({ cases, isCut }) => <Waiting cases={cases} isCut={isCut} />}</QueryState>
    </>
  );
}

function Waiting({ cases, isCut }: { readonly cases: readonly RegisterCase[]; readonly isCut: boolean }) {
  const go = useGo();
  const [filter, setFilter] = useState<Filter>('all');
  if (cases.length === 0) return <EmptyState>Todo lo que puede ver ya está en el registro central.</EmptyState>;
  const count = (state: Filter) => cases.filter(({ progress }) => progress.state === state).length;
  const shown = cases.filter(({ progress }) => filter === 'all' || progress.state === filter);
  return (
    <Panel>
      <OneOfField
        inline
        words={{ label: 'Mostrar', id: 'register-filter' }}
        options={[
          { code: 'all', label: `${filterWords.all} (${cases.length})` },
          { code: 'pending', label: `${filterWords.pending} (${count('pending')})` },
          { code: 'changed', label: `${filterWords.changed} (${count('changed')})` },
        ]}
        value={filter}
        onChange={setFilter}
      />
      {isCut && <Notice>Se muestran las primeras 300. Las demás aparecen al registrar estas.</Notice>}
      {shown.length === 0 ? (
        <FilteredEmpty none="Ninguna ficha" filters={[filterWords[filter]]} onClear={() => setFilter('all')} />
      ) : (
        <DataTable
          caption={`Fichas por digitar: ${shown.length}`}
          columns={columns}
          rows={shown}
          keyOf={({ caseId }) => caseId}
          onOpen={({ caseId }) => go(casePages.register.path, { caseId })}
        />
      )}
    </Panel>
  );
}
