import { conditionRules, type ConditionRules } from '../../../shared/intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { ConfirmMark, Notice, Panel } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { focusLater } from '../pending-focus.ts';
import { conditionWord, sectionPaths } from '../words.ts';
import type { Proposal } from './use-proposal.ts';

type Props = { readonly caseId: string; readonly proposal: Proposal };

function title({ proposed }: Proposal): string {
  if (proposed === 'undecidable') return 'Todavía no hay una condición propuesta';
  if (proposed === 'no-new-ficha') return 'Propuesta: no corresponde una ficha nueva';
  return `Condición propuesta: ${conditionWord(proposed)}`;
}

/** Facts answered in a section, not here. */
const inSections = {
  knownAsUser: { page: 'a', field: 'knownAsUser' },
  transferredSameEvent: { page: 'a', field: 'intakeChannel' },
  needsLegalRepresentation: { page: 'b', field: 'wantsLegalRepresentation' },
} as const;

const isToConfirm = (conditionRules as ConditionRules).confirmation === 'toConfirm';
const definitions: Readonly<Record<number, string>> = conditionRules.definitions;

/** The proposal with its reasons and warnings; a professional decides. */
export function ProposalPanel({ caseId, proposal }: Props) {
  const { proposed, reasons, warnings, needsAnswer } = proposal;
  const elsewhere = needsAnswer.filter((one) => Object.hasOwn(inSections, one.question));
  return (
    <Panel title={title(proposal)}>
      <ul className={css.list}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {typeof proposed === 'number' && <p className={css.secondary}>{definitions[proposed]}</p>}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
      {elsewhere.length > 0 && (
        <div>
          <h3>Falta saber</h3>
          <ul className={css.list}>
            {elsewhere.map((one) => {
              const { page, field } = inSections[one.question as keyof typeof inSections];
              return (
                <li key={one.question}>
                  <a
                    href={hrefOf(sectionPaths[page], { caseId })}
                    onClick={() => {
                      focusLater(`section-${page}-answers.${field}`);
                    }}
                  >
                    {one.label}
                  </a>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <p className={css.secondary}>
        {`Reglas ${proposal.ruleSetVersion}. `}
        {isToConfirm && <ConfirmMark />}
      </p>
    </Panel>
  );
}
