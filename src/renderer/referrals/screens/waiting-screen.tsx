import { useState, type ReactNode } from 'react';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import {
  awaitsSlip,
  referralRules,
  referralStateLabels,
  urgencyLabels,
  type ReferralOfCase,
} from '../../../shared/referrals/index.ts';
import { ConsentsToReview } from '../../care/index.ts';
import { casePages } from '../../intake/index.ts';
import { failureOf, ToldProblem } from '../../platform/failure-words.ts';
import { ActProblem, useAct, type ActClient } from '../../platform/forms/index.ts';
import { useRead } from '../../platform/query.ts';
import { hrefOf } from '../../platform/routes.ts';
import {
  PlainButton,
  SheetForm,
  look,
  EmptyState,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  TextField,
  useNamed,
  LineButton,
} from '../../platform/ui/index.ts';
import css from '../referrals.module.css';
import { SlipDialog } from '../slip-dialog.tsx';

/** A slip found by its code from anywhere, the slips that should have come, and the exceptions to review. */
export function WaitingScreen({ children }: { readonly children: ReactNode }) {
  const waiting = useRead(['referrals', 'waiting'], async (client) => (await client.listWaitingReferrals({})).waiting);
  const [answering, setAnswering] = useState<ReferralOfCase | null>(null);
  const close = () => setAnswering(null);
  return (
    <>
      <PageTitle>Derivaciones sin respuesta</PageTitle>
      <FindByCode onFound={setAnswering} />
      <QueryState query={waiting}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState>Ninguna derivación pasó el plazo de su respuesta.</EmptyState>
          ) : (
            <Panel title={all.length === 1 ? '1 con el plazo vencido' : `${all.length} con el plazo vencido`}>
              <ul className={css.kinds}>
                {all.map((one) => (
                  <Waiting key={one.referral.id} one={one} onAnswer={setAnswering} />
                ))}
              </ul>
            </Panel>
          )
        }
      </QueryState>
      {children}
      <ConsentsToReview />
      {answering !== null && (
        <SlipDialog caseId={answering.caseId} referral={answering.referral} onDone={close} onCancel={close} />
      )}
    </>
  );
}

type WaitingProps = { readonly one: ReferralOfCase; readonly onAnswer: (one: ReferralOfCase) => void };

function Waiting({ one, onAnswer }: WaitingProps) {
  const { caseId, caseNumber, userName, referral } = one;
  const named = useNamed();
  return (
    <li>
      <a href={hrefOf(casePages.referrals.path, { caseId })}>{`Ficha ${caseNumber} · ${named(userName)}`}</a>
      <span>{`${referral.number}: ${referralRules[referral.kind].label}, ${referral.receiver}`}</span>
      <StateBadge tone={referral.urgency === 'emergency' ? 'error' : 'warning'}>
        {urgencyLabels[referral.urgency]}
      </StateBadge>
      <span className={look.secondary}>
        {referral.dueOn === null ? '' : `Se esperaba hasta el ${formatCivilDate(referral.dueOn)}`}
      </span>
      <LineButton label="Contrarreferencia" of={referral.number} onClick={() => onAnswer(one)} />
    </li>
  );
}

/** @throws ToldProblem when there is none that waits for its slip */
async function findReferral(client: ActClient, code: string): Promise<ReferralOfCase> {
  const found = await client.findReferral({ code }).catch((error: unknown) => {
    if (failureOf(error).code !== 'not-found') throw error;
    throw new ToldProblem('No existe una derivación con ese código o no tiene acceso.');
  });
  const { state } = found.referral;
  if (awaitsSlip(state)) return found;
  throw new ToldProblem(`Esa derivación ya está registrada: ${referralStateLabels[state].toLowerCase()}.`);
}

function FindByCode({ onFound }: { readonly onFound: (one: ReferralOfCase) => void }) {
  const act = useAct();
  const [code, setCode] = useState('');
  const find = () => act.run((client) => findReferral(client, code), { done: onFound });
  return (
    <Panel title="Llegó una contrarreferencia">
      <SheetForm className={look.fields} onSend={find}>
        <TextField
          words={{ label: 'Código de la ficha', id: 'slip-code', hint: 'Como está impreso: AB3K-7QX.' }}
          width="medium"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <PlainButton type="submit">Registrar</PlainButton>
      </SheetForm>
      <ActProblem act={act} />
    </Panel>
  );
}
