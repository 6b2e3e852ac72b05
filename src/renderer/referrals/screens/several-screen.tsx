import { useState } from 'react';
import {
  mostLetters,
  needsConsent,
  referralKinds,
  referralRules,
  type ReferralKind,
} from '../../../shared/referrals/index.ts';
import { PaperHeading } from '../../papers/index.ts';
import { FormBlock } from '../../platform/forms/index.ts';
import { Told, TicksField } from '../../platform/ui/index.ts';
import { ActForm } from '../act/act-form.tsx';

const choices = referralKinds.filter(needsConsent).map((kind) => ({ name: kind, label: referralRules[kind].label }));

/** Several letters in one act (D12): one consent, a receiver for each, all issued or none. */
export function SeveralScreen({ params: { caseId } }: { readonly params: { readonly caseId: string } }) {
  const [chosen, setChosen] = useState<readonly ReferralKind[]>([]);
  const isTooMany = chosen.length > mostLetters;
  return (
    <>
      <PaperHeading caseId={caseId} title="Varias derivaciones en un acto" />
      {/* Stays while nothing is chosen: what was typed of the consent is kept. */}
      <ActForm caseId={caseId} kinds={isTooMany ? [] : chosen} isUrgent={false}>
        <FormBlock title="Cuáles" isOpen>
          <TicksField
            words={{
              label: 'Derivaciones de este acto',
              id: 'act-kinds',
              error: isTooMany ? `Como máximo ${mostLetters} en un acto.` : undefined,
            }}
            ticks={choices}
            asksNone={false}
            value={[...chosen]}
            onChange={(names) => setChosen(referralKinds.filter((kind) => names?.includes(kind) === true))}
          />
        </FormBlock>
        {chosen.length === 0 && (
          <Told>Marque las derivaciones: abajo se abre una carta para cada una y un solo consentimiento.</Told>
        )}
      </ActForm>
    </>
  );
}
