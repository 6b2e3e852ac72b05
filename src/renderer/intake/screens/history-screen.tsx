import { useState } from 'react';
import type { CaseOverview, FormSectionId } from '../../../shared/intake/index.ts';
import { formSectionIds, formSections } from '../../../shared/intake/index.ts';
import { OneOfField, PageTitle, Panel, QueryState } from '../../platform/ui/index.ts';
import { ChangesTable } from '../changes-table.tsx';
import { useFormChanges } from '../queries.ts';

type Filter = FormSectionId | 'all';

/** What was changed in a ficha since it was first saved; each reader sees the parts that he may read. */
export function HistoryPage({ overview }: { readonly overview: CaseOverview }) {
  const [filter, setFilter] = useState<Filter>('all');
  const changes = useFormChanges(overview.caseId, filter === 'all' ? null : filter);
  const readable = formSectionIds.filter((id) => overview.sections.some((one) => one.id === id && one.canRead));
  const options: readonly { readonly code: Filter; readonly label: string }[] = [
    { code: 'all', label: 'Todas' },
    ...readable.map((id) => ({ code: id, label: id === 'f' ? 'F–H' : formSections[id].section.id })),
  ];
  return (
    <>
      <PageTitle>Historial de esta ficha</PageTitle>
      <Panel>
        <OneOfField
          inline
          words={{ label: 'Sección', id: 'history-section' }}
          options={options}
          value={filter}
          onChange={setFilter}
        />
        <QueryState query={changes}>
          {({ sets }) => <ChangesTable caption="Cambios de la ficha, el más reciente primero" sets={sets} />}
        </QueryState>
      </Panel>
    </>
  );
}
