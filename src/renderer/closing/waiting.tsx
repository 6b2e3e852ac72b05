import { useState } from 'react';
import type { Proposal } from '../../shared/access/index.ts';
import { closingLineLabels, whysMissing, type ClosingLine } from '../../shared/closing/index.ts';
import { DecisionDialog, type Deciding } from '../access/index.ts';
import { look, Notice, Panel, PlainButton, TextField, ButtonRow } from '../platform/ui/index.ts';
import { WithdrawDialog } from './dialogs.tsx';
import { Over } from './over.tsx';
import { useRefreshClosing, type Closing } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly closing: Closing;
  readonly proposal: Proposal;
  readonly onDone: (words: string) => void;
};

/** What was proposed, read together with the list as it is now, and decided by another person. */
export function Waiting({ caseId, closing, proposal, onDone }: Props) {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const refresh = useRefreshClosing();
  const [typed, setTyped] = useState<Partial<Record<ClosingLine, string>>>({});
  const [tried, setTried] = useState(false);
  const proposed = closing.closings.find(({ state }) => state === 'pending');
  if (proposed === undefined) return null;
  const given = proposed.lines.flatMap(({ line, why }) => (why === null ? [] : [{ line, words: why }]));
  const asked = whysMissing(closing.lines, { proposer: given, approver: [] });
  const lacks = (line: ClosingLine) => (typed[line] ?? '').trim() === '';
  const approve = () => {
    setTried(true);
    const first = asked.find(lacks);
    if (first !== undefined) {
      document.getElementById(`closing-why-${first}`)?.focus();
      return;
    }
    const whys = asked.map((line) => ({ line, words: (typed[line] ?? '').trim() }));
    setDeciding({ proposal, verb: 'approve', seen: closing.seen, whys });
  };
  return (
    <Panel title="Espera la decisión de otra persona">
      <Over closing={proposed} />
      {proposal.canDecide ? (
        <div className={look.stack}>
          {asked.map((line) => (
            <TextField
              key={line}
              words={{
                label: `${closingLineLabels[line]}: por qué aprueba el cierre`,
                id: `closing-why-${line}`,
                error: tried && lacks(line) ? 'Escriba el motivo.' : undefined,
              }}
              maxLength={300}
              value={typed[line] ?? ''}
              onChange={(event) => setTyped({ ...typed, [line]: event.target.value })}
            />
          ))}
          <ButtonRow plain label="Aprobar el cierre…" onClick={approve}>
            <PlainButton onClick={() => setDeciding({ proposal, verb: 'decline' })}>Rechazar…</PlainButton>
          </ButtonRow>
        </div>
      ) : closing.mayWithdraw ? (
        <div className={look.stack}>
          <Notice>La decide otra persona profesional que atiende el caso, o Coordinación.</Notice>
          <ButtonRow plain label="Retirar la propuesta…" onClick={() => setWithdrawing(true)} />
        </div>
      ) : (
        <Notice>La decide otra persona profesional que atiende el caso, o Coordinación.</Notice>
      )}
      {isWithdrawing && (
        <WithdrawDialog caseId={caseId} proposalId={proposal.id} onClose={() => setWithdrawing(false)} />
      )}
      {deciding !== null && (
        <DecisionDialog
          deciding={deciding}
          onDone={(words) => {
            setDeciding(null);
            void refresh();
            onDone(words);
          }}
          onClose={() => setDeciding(null)}
        />
      )}
    </Panel>
  );
}
