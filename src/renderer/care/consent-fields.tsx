import {
  consentFormLabels,
  consentForms,
  majorities,
  majorityLabels,
  noConsentReasonLabels,
  noConsentReasons,
} from '../../shared/care/index.ts';
import { ChoiceField } from '../platform/ui/index.ts';
import type { ConsentDraft } from './consent-draft.ts';
import { GuardianFields } from './guardian-fields.tsx';

const ways = consentForms.map((code) => ({ code, label: consentFormLabels[code] }));
const reasons = noConsentReasons.map((code) => ({ code, label: noConsentReasonLabels[code] }));
const ages = majorities.map((code) => ({ code, label: majorityLabels[code] }));

/** What she said, and what is asked because of it. */
export function ConsentFields({ draft, label }: { readonly draft: ConsentDraft; readonly label: string }) {
  const { typed, change, errorAt } = draft;
  return (
    <>
      <ChoiceField
        words={{ label, id: 'consent-form', error: errorAt('form') }}
        options={ways}
        value={typed.form}
        onChange={(form) => change({ form })}
      />
      {typed.form === 'couldNotAsk' && (
        <ChoiceField
          words={{ label: 'Por qué no se pudo pedir', id: 'consent-reason', error: errorAt('reason') }}
          options={reasons}
          value={typed.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      {draft.isAgeAsked && (
        <ChoiceField
          words={{
            label: 'La ficha no dice su edad',
            id: 'consent-majority',
            hint: 'Si es menor de edad consiente una persona a cargo.',
            error: errorAt('majority'),
          }}
          options={ages}
          value={typed.majority}
          onChange={(majority) => change({ majority })}
        />
      )}
      {draft.isGuardian && (
        <GuardianFields
          value={typed.guardian}
          onChange={(guardian) => change({ guardian })}
          errorAt={errorAt}
          isAlike={draft.isAlike}
        />
      )}
    </>
  );
}
