import { blankConditionAnswers, ruleSetWords } from '../../../shared/intake/index.ts';
import { inLima } from '../../platform/times.ts';
import { Facts, type Fact, look, Panel, QueryState, Lines, ButtonRow } from '../../platform/ui/index.ts';
import { conditionWord } from '../words.ts';
import { useProposal, type Proposal } from './use-proposal.ts';

type Props = { readonly caseId: string; readonly isOpen: boolean; readonly onChange: () => void };

/** What was proposed and what was confirmed, by whom and why, newest first. */
export function DecisionsPanel({ caseId, isOpen, onChange }: Props) {
  const proposal = useProposal(caseId, blankConditionAnswers);
  return (
    <Panel title="Cómo se decidió la condición">
      <QueryState query={proposal}>
        {({ decisions }) => (
          <>
            {decisions.length === 0 && <p>Se confirmó antes de que el registro guardara sus razones.</p>}
            {decisions.map((one) => (
              <Decision key={one.decidedAt} decision={one} />
            ))}
          </>
        )}
      </QueryState>
      {isOpen && <ButtonRow plain label="Cambiar la condición" onClick={onChange} />}
    </Panel>
  );
}

function proposedWords(proposed: Proposal['proposed']): string {
  if (proposed === 'undecidable') return 'sin propuesta: faltaban respuestas';
  return proposed === 'no-new-ficha' ? 'no corresponde una ficha nueva' : conditionWord(proposed);
}

function Decision({ decision }: { readonly decision: Proposal['decisions'][number] }) {
  const facts: Fact[] = [
    ['Confirmada', conditionWord(decision.condition)],
    ['Propuesta', proposedWords(decision.proposed)],
    decision.reason !== null && ['Por qué no es la propuesta', decision.reason],
    decision.changeReason !== null && ['Motivo del cambio', decision.changeReason],
    ['Quién', `${decision.decidedBy}, ${inLima(decision.decidedAt)}`],
    ['Según', ruleSetWords(decision.ruleSetVersion)],
  ];
  return (
    <div className={look.stack}>
      <Facts of={facts} />
      <Lines of={decision.reasons} />
    </div>
  );
}
