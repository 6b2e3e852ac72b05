import { useState } from 'react';
import {
  membersProblem,
  reserveReasons,
  sealReasonLabels,
  type CaseSeal,
  type SealReason,
} from '../../shared/reserve/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import {
  PlainButton,
  look,
  ActionBar,
  Panel,
  TicksField,
  ReasonFields,
  reasonOf,
  reasonProblem,
  type Reason,
} from '../platform/ui/index.ts';
import { useRefreshReserve } from './queries.ts';

type Candidates = CaseSeal['candidates'];

type MembersProps = {
  readonly candidates: Candidates;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly tried: boolean;
};

function problemOf(value: readonly string[], candidates: Candidates): string | null {
  if (value.length === 0) return 'Elija al menos a una persona.';
  const problem = membersProblem(value, candidates);
  return problem === null ? null : reserveReasons[problem];
}

function MembersField({ candidates, value, onChange, tried }: MembersProps) {
  const ticks = candidates.map(({ staffId, name, isOnTeam }) => ({
    name: staffId,
    label: isOnTeam ? name : `${name} (Coordinación)`,
  }));
  return (
    <TicksField
      words={{
        label: '¿Quiénes seguirán abriendo la ficha?',
        hint: 'Elija al menos a una persona de los servicios que la atienden.',
        id: 'seal-members',
        error: tried ? (problemOf(value, candidates) ?? undefined) : undefined,
      }}
      ticks={ticks}
      asksNone={false}
      value={[...value]}
      onChange={(ticked) => onChange(ticked ?? [])}
    />
  );
}

const proposedWords = 'Propuesto. Otra persona profesional debe aprobarlo en «Aprobaciones».';

export function SealForm({ caseId, candidates }: { readonly caseId: string; readonly candidates: Candidates }) {
  const act = useAct({ refresh: useRefreshReserve() });
  const [members, setMembers] = useState<readonly string[]>([]);
  const [reason, setReason] = useState<Reason<SealReason>>({ code: null, words: '' });
  const [tried, setTried] = useState(false);
  const propose = () => {
    setTried(true);
    const isUnfit = problemOf(members, candidates) !== null;
    if (isUnfit || reasonProblem(reason) !== null) {
      document.getElementById(isUnfit ? 'seal-members' : 'seal-reason')?.focus();
      return;
    }
    const form = { caseId, members: [...members], ...reasonOf(reason) };
    void act.run((client) => client.proposeCaseSeal(form), { words: proposedWords });
  };
  return (
    <>
      <Panel>
        <div className={look.stack}>
          <ActProblem act={act} byBar />
          <MembersField candidates={candidates} value={members} onChange={setMembers} tried={tried} />
          <ReasonFields id="seal-reason" labels={sealReasonLabels} value={reason} onChange={setReason} tried={tried} />
        </div>
      </Panel>
      <ActionBar main={{ label: 'Proponer la reserva', busy: act.busy, onClick: propose }} />
    </>
  );
}

type ChangeProps = { readonly caseId: string; readonly data: CaseSeal; readonly onClose: () => void };

export function MembersForm({ caseId, data, onClose }: ChangeProps) {
  const act = useAct({ refresh: useRefreshReserve() });
  const [members, setMembers] = useState<readonly string[]>(
    data.seal?.members
      .map(({ staffId }) => staffId)
      .filter((id) => data.candidates.some((one) => one.staffId === id)) ?? [],
  );
  const [tried, setTried] = useState(false);
  const propose = () => {
    setTried(true);
    if (problemOf(members, data.candidates) !== null) {
      document.getElementById('seal-members')?.focus();
      return;
    }
    void act.run((client) => client.proposeSealMembers({ caseId, members: [...members] }), {
      words: proposedWords,
      done: onClose,
    });
  };
  return (
    <>
      <Panel title="Cambiar quiénes la abren">
        <div className={look.stack}>
          <ActProblem act={act} byBar />
          <MembersField candidates={data.candidates} value={members} onChange={setMembers} tried={tried} />
        </div>
      </Panel>
      <ActionBar main={{ label: 'Proponer el cambio', busy: act.busy, onClick: propose }}>
        <PlainButton onClick={onClose}>Volver sin cambios</PlainButton>
      </ActionBar>
    </>
  );
}
