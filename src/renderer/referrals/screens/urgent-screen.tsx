import { useState } from 'react';
import type { ReferralKind } from '../../../shared/referrals/index.ts';
import { OneOfField, Told, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { ActForm } from '../act/act-form.tsx';
import { useClock, useSuggestions } from '../queries.ts';

const urgentKinds = [
  { code: 'emergency-kit', label: 'Kit de emergencia (violencia sexual)' },
  { code: 'health', label: 'Emergencia de salud' },
] as const satisfies readonly { code: ReferralKind; label: string }[];

type UrgentKind = (typeof urgentKinds)[number]['code'];

/** «Derivar con urgencia»: call, choose who receives, ask her, issue; everything else comes from the record. */
export function UrgentReferral({ caseId }: { readonly caseId: string }) {
  const suggestions = useSuggestions(caseId);
  return (
    <>
      <PageTitle>Derivar con urgencia</PageTitle>
      <QueryState query={suggestions}>
        {(all) => <Chosen caseId={caseId} first={all.some(({ kind }) => kind === 'emergency-kit')} />}
      </QueryState>
    </>
  );
}

function Chosen({ caseId, first }: { readonly caseId: string; readonly first: boolean }) {
  const [kind, setKind] = useState<UrgentKind>(first ? 'emergency-kit' : 'health');
  const { data: clock } = useClock(caseId, kind);
  return (
    <ActForm caseId={caseId} kinds={[kind]} isUrgent>
      {clock !== undefined && clock !== null && (
        <Told tone={clock.kit === 'later' ? 'warning' : 'error'}>
          <strong>{clock.hours === null ? 'No consta cuándo ocurrió.' : `Desde el hecho: ${clock.hours}.`}</strong>{' '}
          {clock.words}
        </Told>
      )}
      <OneOfField
        words={{ label: 'Qué se pide con urgencia', id: 'urgent-kind' }}
        inline
        options={urgentKinds}
        value={kind}
        onChange={setKind}
      />
    </ActForm>
  );
}
