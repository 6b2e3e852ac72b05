import { useState } from 'react';
import type { KitUrgency, ReferralKind } from '../../../shared/referrals/index.ts';
import { ChoiceField, Notice, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { ActForm } from '../act/act-form.tsx';
import { useClock, useSuggestions } from '../queries.ts';

const urgentKinds = [
  { code: 'emergency-kit', label: 'Kit de emergencia (violencia sexual)' },
  { code: 'health', label: 'Emergencia de salud' },
] as const satisfies readonly { code: ReferralKind; label: string }[];

type UrgentKind = (typeof urgentKinds)[number]['code'];

const advice: Readonly<Record<KitUrgency, string>> = {
  emergency: 'Puede estar dentro de las 72 horas: llame y acompáñela ahora; el papel va después.',
  urgent: 'Puede estar dentro de las 120 horas: vaya hoy mismo.',
  later: 'Pasaron más de 120 horas: derive igual, por exámenes, tratamiento y salud mental.',
};

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
  const [isIssued, setIssued] = useState(false);
  return (
    <>
      {!isIssued && (
        <>
          {clock !== undefined && clock !== null && (
            <Notice tone={clock.kit === 'later' ? 'warning' : 'error'}>
              <p>
                <strong>
                  {clock.hours === null ? 'No consta cuándo ocurrió.' : `Desde el hecho: ${clock.hours}.`}
                </strong>{' '}
                {advice[clock.kit]}
              </p>
            </Notice>
          )}
          <ChoiceField
            words={{ label: 'Qué se pide con urgencia', id: 'urgent-kind' }}
            inline
            clearable={false}
            options={urgentKinds}
            value={kind}
            onChange={(next) => {
              if (next !== null) setKind(next);
            }}
          />
        </>
      )}
      <ActForm
        key={kind}
        caseId={caseId}
        kinds={[kind]}
        isUrgent
        onIssued={() => {
          setIssued(true);
        }}
      />
    </>
  );
}
