import { conditionRules, ruleSetWords, type ConditionRules } from '../../../shared/intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { look, ConfirmMark, Notice, Panel } from '../../platform/ui/index.ts';
import { focusLater } from '../pending-focus.ts';
import { conditionWord, sectionPaths } from '../words.ts';
import type { Proposal } from './use-proposal.ts';

type Props = { readonly caseId: string; readonly proposal: Proposal };

function title({ proposed }: Proposal): string {
  if (proposed === 'undecidable') return 'Todavía no hay una condición propuesta';
  if (proposed === 'no-new-ficha') return 'Propuesta: no corresponde una ficha nueva';
  return `Condición propuesta: ${conditionWord(proposed)}`;
}

const isToConfirm = (conditionRules as ConditionRules).confirmation === 'toConfirm';
const definitions: Readonly<Record<number, string>> = conditionRules.definitions;

/** The proposal with its reasons and warnings; a professional decides. */
export function ProposalPanel({ caseId, proposal }: Props) {
  const { proposed, fichas } = proposal;
  const reasons = [...new Set(proposal.reasons)];
  const warnings = [...new Set(proposal.warnings)].filter((warning) => !reasons.includes(warning));
  const elsewhere = proposal.asked.filter((one) => one.isNeeded);
  return (
    <Panel title={title(proposal)}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            <Linked caseId={caseId} fichas={fichas} words={reason} />
          </li>
        ))}
      </ul>
      {typeof proposed === 'number' && <p className={look.secondary}>{definitions[proposed]}</p>}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          <Linked caseId={caseId} fichas={fichas} words={warning} />
        </Notice>
      ))}
      {elsewhere.length > 0 && (
        <div>
          <h3>Falta saber</h3>
          <ul>
            {elsewhere.map(({ question, label, page, field }) => (
              <li key={question}>
                <FieldLink caseId={caseId} page={page} field={field}>
                  {label}
                </FieldLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={look.secondary}>
        {`Según las ${ruleSetWords(proposal.ruleSetVersion)}. `}
        {isToConfirm && <ConfirmMark />}
      </p>
    </Panel>
  );
}

type LinkedProps = { readonly caseId: string; readonly words: string } & Pick<Proposal, 'fichas'>;

const sectionA = 'Sección A';

/** Fichas that may be opened, and the section to correct, are links in the words. */
function Linked({ caseId, words, fichas }: LinkedProps) {
  const parts = words.split(/(\b\d{4}-\d{4,}\b|Sección A\b)/);
  return parts.map((part, at) => {
    const ficha = fichas.find(({ number }) => number === part);
    const href =
      ficha !== undefined
        ? hrefOf('/casos/$caseId', { caseId: ficha.caseId })
        : part === sectionA
          ? hrefOf(sectionPaths.a, { caseId })
          : null;
    return href === null ? (
      part
    ) : (
      <a key={at} href={href}>
        {part}
      </a>
    );
  });
}

type LinkProps = {
  readonly caseId: string;
  readonly page: Proposal['asked'][number]['page'];
  readonly field: string;
  readonly children: string;
};

/** Leads to the field that answers a question, here or in its section. */
function FieldLink({ caseId, page, field, children }: LinkProps) {
  if (page === 'validate') {
    const id = field === 'samePerson' ? 'validate-settle' : `condition-${onPage[field] ?? field}`;
    return (
      <a
        href={`#${id}`}
        onClick={(event) => {
          // The address belongs to the router.
          event.preventDefault();
          document.getElementById(id)?.focus();
        }}
      >
        {children}
      </a>
    );
  }
  return (
    <a href={hrefOf(sectionPaths[page], { caseId })} onClick={() => focusLater(`section-${page}-answers.${field}`)}>
      {children}
    </a>
  );
}

/** Fields that are called otherwise than their question. */
const onPage: Readonly<Record<string, string>> = { lastAttentionElsewhereOn: 'lastAttentionOn' };
