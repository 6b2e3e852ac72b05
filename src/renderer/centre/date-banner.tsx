import { useRead, useRefresh } from '../platform/query.ts';
import { useAct } from '../platform/forms/index.ts';
import { useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import css from './centre.module.css';
import { PlainButton } from '../platform/ui/index.ts';

const key = ['centre', 'date'] as const;
const lookAgainAfter = 10 * 60_000;

/** While the date of this computer is in doubt: what it says, what the record knows, and who may confirm it. */
export function DateBanner() {
  const mayConfirm = useMayStore('settings.centre');
  const { data } = useRead(key, (client) => client.getDateState({}), { refetchInterval: lookAgainAfter });
  const act = useAct({ refresh: useRefresh(key) });
  if (data === undefined || data.doubt === null) return null;
  const confirm = () => act.run((acting) => acting.confirmDate({}), { words: 'Fecha confirmada.' });
  const step = data.doubt.kind === 'back' ? 'antes de' : 'mucho después de';
  return (
    <div className={css.date}>
      <span role={act.problem === null ? undefined : 'alert'}>
        {act.problem ??
          `Esta computadora dice ${inLima(data.now)}, ${step} lo último registrado (${inLima(data.doubt.lastAt)}). Revise la fecha de Windows.`}
        {act.problem === null && !mayConfirm && ' Coordinación debe confirmarla.'}
      </span>
      {mayConfirm && (
        <PlainButton small onClick={() => void confirm()}>
          La fecha es correcta
        </PlainButton>
      )}
    </div>
  );
}
