import { consentReviewLabels, noConsentReasonLabels, type Consent } from '../../shared/care/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { useRead } from '../platform/query.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { inLima } from '../platform/times.ts';
import { look, optionsOf, Panel, QueryState, useNamed, LineButton } from '../platform/ui/index.ts';
import css from './care.module.css';
import { useRefreshConsents } from './queries.ts';

type Line = { readonly caseId: CaseId; readonly number: string; readonly userName: string; readonly consent: Consent };

/** D12: what could not be asked is looked at again. Nothing is drawn when there is nothing to review. */
export function ConsentsToReview() {
  const query = useRead(
    ['care', 'consents', 'to-review'],
    async (client) => (await client.listConsentsToReview({})).consents,
  );
  return (
    <QueryState query={query}>
      {(all) =>
        all.length === 0 ? null : (
          <Panel title="Consentimientos por revisar">
            <ul className={css.parts}>
              {all.map((line) => (
                <ToReview key={line.consent.id} line={line} />
              ))}
            </ul>
          </Panel>
        )
      }
    </QueryState>
  );
}

function ToReview({ line: { caseId, number, userName, consent } }: { readonly line: Line }) {
  const named = useNamed();
  const act = useAct({ refresh: useRefreshConsents() });
  const review = (outcome: NonNullable<Consent['review']>) =>
    act.run((client) => client.reviewConsent({ caseId, consentId: consent.id, review: outcome }));
  const reason = consent.reason === null ? '' : noConsentReasonLabels[consent.reason];
  return (
    <li className={css.part}>
      <p>
        <strong>{`Ficha ${number} · ${named(userName)}`}</strong>
        {`. ${reason}. ${inLima(consent.recordedAt)}, ${consent.recordedBy}.`}
      </p>
      <div className={look.row}>
        {optionsOf(consentReviewLabels).map(({ code, label }) => (
          <LineButton key={code} label={label} of={`ficha ${number}`} onClick={() => void review(code)} />
        ))}
      </div>
      <ActProblem act={act} />
    </li>
  );
}
