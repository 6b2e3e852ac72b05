import type { ReactNode } from 'react';
import { referralKinds, referralRules, urgencyLabels, type ReferralLine } from '../../../shared/referrals/index.ts';
import { casePages, ClosedLine, useIsClosed } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { look, Told, PageTitle, Panel, QueryState, StateBadge } from '../../platform/ui/index.ts';
import { ReferralList } from '../referral-list.tsx';
import { useSuggestions } from '../queries.ts';
import css from '../referrals.module.css';
import { referralPath, severalPath } from '../words.ts';

type Props = {
  readonly caseId: string;
  /** Ways of handing over, and what was handed over, of the domain above. */
  readonly links: ReactNode;
  readonly handed: ReactNode;
  readonly actsOf: (referral: ReferralLine) => ReactNode;
};

/** Which referral: first those that the facts speak for, the fastest above; then every kind. */
export function ChooseReferral({ caseId, links, handed, actsOf }: Props) {
  const isClosed = useIsClosed();
  return (
    <>
      <PageTitle>Derivaciones</PageTitle>
      <ClosedLine />
      {!isClosed && (
        <div className={css.acts}>
          <a href={hrefOf(casePages.urgentReferral.path, { caseId })}>Derivar con urgencia</a>
          <a href={hrefOf(severalPath, { caseId })}>Varias derivaciones en un acto</a>
          {links}
        </div>
      )}
      {handed}
      <ReferralList caseId={caseId} actsOf={actsOf} />
      {!isClosed && <NewOnes caseId={caseId} />}
    </>
  );
}

function NewOnes({ caseId }: Pick<Props, 'caseId'>) {
  const suggestions = useSuggestions(caseId);
  return (
    <>
      <QueryState query={suggestions}>
        {(all) =>
          all.length === 0 ? null : (
            <Panel title="Lo que la ficha sugiere">
              <ul className={css.kinds}>
                {all.map(({ kind, urgency, why }) => (
                  <li key={kind}>
                    <a href={hrefOf(referralPath, { caseId, kind })}>{referralRules[kind].label}</a>
                    <StateBadge tone={urgency === 'emergency' ? 'error' : urgency === 'urgent' ? 'warning' : 'neutral'}>
                      {urgencyLabels[urgency]}
                    </StateBadge>
                    <span className={look.secondary}>{why}</span>
                  </li>
                ))}
              </ul>
              {all.some(({ urgency }) => urgency === 'emergency') && (
                <Told tone="error">Llame y acompañe ahora: el papel va después.</Told>
              )}
            </Panel>
          )
        }
      </QueryState>
      <Panel title="Derivación nueva">
        <ul className={css.all}>
          {referralKinds.map((kind) => (
            <li key={kind}>
              <a href={hrefOf(referralPath, { caseId, kind })}>{referralRules[kind].label}</a>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
