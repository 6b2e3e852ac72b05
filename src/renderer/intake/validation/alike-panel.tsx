import { Button } from '@mantine/core';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { useRefreshCase } from '../queries.ts';
import type { ConditionGiven, Proposal } from './use-proposal.ts';

type Alike = Proposal['alike'][number];
type Props = {
  readonly overview: CaseOverview;
  readonly alike: readonly Alike[];
  readonly answers: ConditionGiven;
  readonly onChange: (answers: ConditionGiven) => void;
};

const roleWords = { user: 'La persona usuaria', aggressor: 'La presunta persona agresora' } as const;
const kindWords = { user: 'la persona usuaria', aggressor: 'la presunta persona agresora' } as const;

/** Persons of the record who look like those of this ficha: staff say who is who, nobody is joined by itself. */
export function AlikePanel({ overview, alike, answers, onChange }: Props) {
  const refresh = useRefreshCase();
  const act = useAct({ refresh });
  if (alike.length === 0) return null;
  const { caseId, version } = overview;
  const link = ({ role, personId }: Alike) => {
    if (personId === null) return;
    void act.run((client) => client.settlePerson({ caseId, version, role, personId, isSame: true }), {
      of: role,
      words: 'Confirmado: es la misma persona.',
      refused: refresh,
    });
  };
  const roles = (['user', 'aggressor'] as const).filter((role) => alike.some((one) => one.role === role));
  return (
    <Panel title="¿Es la misma persona de una ficha anterior?">
      {roles.map((role) => (
        <div key={role} className={css.stack}>
          <p>{`${roleWords[role]} de esta ficha (${role === 'user' ? overview.userName : overview.aggressorName}) se parece a:`}</p>
          <ul className={css.list}>
            {alike
              .filter((one) => one.role === role)
              .map((one) => (
                <AlikeLine
                  key={one.personId ?? one.name}
                  alike={one}
                  busy={act.busy}
                  onLink={() => {
                    link(one);
                  }}
                />
              ))}
          </ul>
          <div className={css.row}>
            <NoneButton role={role} answers={answers} onChange={onChange} />
          </div>
        </div>
      ))}
      <ActProblem act={act} />
    </Panel>
  );
}

type LineProps = { readonly alike: Alike; readonly busy: boolean; readonly onLink: () => void };

function AlikeLine({ alike, busy, onLink }: LineProps) {
  const where = alike.ficha === null ? '' : `, ${kindWords[alike.role]} de la ficha ${alike.ficha}`;
  return (
    <li>
      <p>{`${alike.name}${where}. ${alike.reasons.join(' ')}`}</p>
      {alike.personId !== null && (
        <Button
          variant="default"
          aria-disabled={busy}
          aria-label={`Es la misma persona: ${alike.name}`}
          onClick={onLink}
        >
          Es la misma persona
        </Button>
      )}
    </li>
  );
}

type NoneProps = Pick<Props, 'answers' | 'onChange'> & { readonly role: Alike['role'] };

/** «None of them» is an answer of this proposal: it is kept with the decision. */
function NoneButton({ role, answers, onChange }: NoneProps) {
  const given = role === 'user' ? answers.samePerson : answers.sameAggressor;
  if (given === false) return <p>Respondió que ninguna es la misma persona.</p>;
  const none = role === 'user' ? { samePerson: false as const } : { sameAggressor: false };
  return (
    <Button
      variant="default"
      onClick={() => {
        onChange({ ...answers, ...none });
      }}
    >
      {role === 'user' ? 'Ninguna es la persona usuaria' : 'Ninguna es la presunta persona agresora'}
    </Button>
  );
}
