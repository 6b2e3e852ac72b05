import { useState, type ReactNode } from 'react';
import { optionsOf, type Fields } from '../../shared/record/index.ts';
import {
  awaitsSlip,
  handoverLabels,
  nextStates,
  referralRules,
  referralStateLabels,
  urgencyLabels,
  type ReferralLine,
  type ReferralState,
} from '../../shared/referrals/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useAct } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { Problem, look, Panel, QueryState, StateBadge, type Tone, LineButton } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshReferrals } from './queries.ts';
import css from './referrals.module.css';
import { SlipDialog } from './slip-dialog.tsx';

const tones: Partial<Record<ReferralState, Tone>> = { attended: 'done', notAttended: 'warning' };

/** Referrals of a case with their state, and what can be recorded of each. */
export function ReferralList({ caseId, actsOf }: Pick<LineProps, 'caseId' | 'actsOf'>) {
  const query = useRead(['referrals', 'of-case', caseId], (client) => client.listReferrals({ caseId }));
  return (
    <QueryState query={query}>
      {({ referrals, refusals }) => (
        <>
          {referrals.length > 0 && (
            <Panel title="Emitidas">
              <ul className={css.kinds}>
                {referrals.map((referral) => (
                  <Line key={referral.id} {...{ caseId, referral, actsOf }} />
                ))}
              </ul>
            </Panel>
          )}
          {refusals.length > 0 && (
            <Panel title="No aceptadas">
              <ul className={css.kinds}>
                {refusals.map(({ kind, reason, words, recordedAt, recordedBy }) => (
                  <li key={recordedAt}>
                    <strong>{referralRules[kind].label}</strong>
                    <span>{[reason, words].filter((part) => part !== null).join(': ')}</span>
                    <span className={look.secondary}>{`${inLima(recordedAt)}, ${recordedBy}`}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </QueryState>
  );
}

type MoveProps = { readonly caseId: string; readonly referral: ReferralLine };
type LineProps = MoveProps & {
  /** What the domain above does with one. */
  readonly actsOf: (referral: ReferralLine) => ReactNode;
};

function Line({ caseId, referral, actsOf }: LineProps) {
  const [open, setOpen] = useState<'slip' | 'hand' | null>(null);
  const close = () => setOpen(null);
  const mayRecord = useMayStore('referral.record');
  const { kind, state, dueOn, isOverdue, handedHow, code } = referral;
  const about = referral.number;
  const told = [
    referral.receiver,
    urgencyLabels[referral.urgency],
    inLima(referral.issuedAt),
    handedHow === null ? null : handoverLabels[handedHow],
    code === null ? null : `código ${code}`,
  ].filter((part) => part !== null);
  return (
    <li>
      <strong>{`${about}: ${referralRules[kind].label}`}</strong>
      <StateBadge tone={tones[state] ?? 'neutral'}>{referralStateLabels[state]}</StateBadge>
      {dueOn !== null && (
        <StateBadge tone={isOverdue ? 'error' : 'neutral'}>
          {`${isOverdue ? 'Sin respuesta desde el' : 'Respuesta hasta el'} ${formatCivilDate(dueOn)}`}
        </StateBadge>
      )}
      <span className={look.secondary}>{told.join(' · ')}</span>
      {mayRecord && (
        <span className={css.acts}>
          {nextStates(state).includes('handedOver') && (
            <ActButton label="Entregada" about={about} onClick={() => setOpen('hand')} />
          )}
          {awaitsSlip(state) && <ActButton label="Contrarreferencia" about={about} onClick={() => setOpen('slip')} />}
          {actsOf(referral)}
          <Moves caseId={caseId} referral={referral} />
        </span>
      )}
      {open === 'slip' && <SlipDialog caseId={caseId} referral={referral} onDone={close} onCancel={close} />}
      {open === 'hand' && <HandOver caseId={caseId} referral={referral} onEnd={close} />}
    </li>
  );
}

type ActProps = { readonly label: string; readonly about: string; readonly onClick: () => void };

function ActButton({ label, about, onClick }: ActProps) {
  return <LineButton label={label} of={about} onClick={onClick} />;
}

const moveLabels = { received: 'La recibieron', closed: 'Cerrar' } as const;

const movedWords = (number: string) => `${number}: registrado.`;

function Moves({ caseId, referral }: MoveProps) {
  const act = useAct({ refresh: useRefreshReferrals() });
  const { id: referralId, version, number } = referral;
  const move = (to: keyof typeof moveLabels) =>
    act.run((client) => client.moveReferral({ caseId, referralId, version, to, how: null }), {
      words: movedWords(number),
    });
  const shown = (['received', 'closed'] as const).filter((to) => nextStates(referral.state).includes(to));
  return (
    <>
      {shown.map((to) => (
        <ActButton key={to} label={moveLabels[to]} about={number} onClick={() => void move(to)} />
      ))}
      <Problem inline words={act.problem} />
    </>
  );
}

const handedFields = {
  how: {
    ...{ kind: 'choice', label: 'Cómo se entregó', options: optionsOf(handoverLabels), required: true },
    ...{ missing: 'Elija cómo se entregó.', mayClear: true },
  },
} as const satisfies Fields;

function HandOver({ caseId, referral, onEnd }: MoveProps & { readonly onEnd: () => void }) {
  const { id: referralId, version, number } = referral;
  return (
    <FormDialog
      {...{ fields: handedFields, id: 'handed', isShort: true, onDone: onEnd }}
      words={{
        ...{ title: `¿Cómo se entregó? ${number}`, send: 'Registrar entrega', sent: movedWords(number) },
        cancel: 'Volver',
      }}
      send={({ how }, client) => client.moveReferral({ caseId, referralId, version, to: 'handedOver', how })}
      refresh={useRefreshReferrals()}
    />
  );
}
