import { useState } from 'react';
import { caseRoleLabels, type CaseOverview } from '../../../shared/intake/index.ts';
import { personDraft } from '../../../shared/people/index.ts';
import { MergeLink } from '../../people/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { look, Notice, PageTitle, Panel, QueryState, StateBadge, useNamed } from '../../platform/ui/index.ts';
import { CaseFrame } from '../case-frame.tsx';
import { ChangesTable } from '../changes-table.tsx';
import { Drafted } from '../drafted.tsx';
import { useCentreDay } from '../today.ts';
import { personsPath } from '../words.ts';
import { PersonForm } from './person-form.tsx';
import { PersonTimeline } from './person-timeline.tsx';
import { useCasePerson, usePersonChanges } from './queries.ts';

type Params = { readonly params: { readonly caseId: string; readonly personId: string } };

/** One person as reached through a ficha: what is known of her, where else she stands, what was changed. */
export function PersonScreen({ params: { caseId, personId } }: Params) {
  return (
    <CaseFrame caseId={caseId} tab="persons">
      {(overview) => <Body key={personId} overview={overview} personId={personId} />}
    </CaseFrame>
  );
}

function Body({ overview, personId }: { readonly overview: CaseOverview; readonly personId: string }) {
  const { caseId } = overview;
  const person = useCasePerson(caseId, personId);
  const mayWrite = useMay('registerForm.writeA') && overview.state !== 'closed';
  const named = useNamed();
  const mayReadMore = useMay('registerForm.readB');
  const { day: today } = useCentreDay();
  return (
    <QueryState query={person}>
      {(data) => (
        <>
          <PageTitle
            aside={
              <div className={look.row}>
                {data.roles.map((role) => (
                  <StateBadge key={role} tone="accent">
                    {caseRoleLabels[role]}
                  </StateBadge>
                ))}
                <a href={hrefOf(personsPath, { caseId })}>Familia y otras personas</a>
                <MergeLink personId={personId} />
              </div>
            }
          >
            {named(data.name)}
          </PageTitle>
          {data.record.isDeceased && (
            <Notice tone="warning">Falleció: no se la llama ni se le recuerda ninguna cita.</Notice>
          )}
          {mayReadMore && <PersonTimeline caseId={caseId} personId={personId} />}
          {mayWrite ? (
            <Drafted of={personDraft(personId)} caseId={caseId}>
              {(draft) => <PersonForm place={{ caseId, personId }} start={data} {...{ draft, today }} />}
            </Drafted>
          ) : (
            <PersonForm place={{ caseId, personId }} start={data} draft={null} today={today} />
          )}
          {mayReadMore && <Changes caseId={caseId} personId={personId} />}
        </>
      )}
    </QueryState>
  );
}

function Changes({ caseId, personId }: { readonly caseId: string; readonly personId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title="Historial de esta persona">
      {isOpen ? (
        <ChangesList caseId={caseId} personId={personId} />
      ) : (
        <Notice action={{ label: 'Ver historial', onClick: () => setOpen(true) }}>
          Cada cambio de sus datos, con quién, cuándo y por qué.
        </Notice>
      )}
    </Panel>
  );
}

function ChangesList({ caseId, personId }: { readonly caseId: string; readonly personId: string }) {
  const changes = usePersonChanges(caseId, personId);
  return (
    <QueryState query={changes}>
      {({ sets }) => <ChangesTable caption="Cambios de esta persona, el más reciente primero" sets={sets} />}
    </QueryState>
  );
}
