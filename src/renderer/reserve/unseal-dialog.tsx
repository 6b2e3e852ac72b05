import { useState } from 'react';
import { unsealReasonLabels, type UnsealReason } from '../../shared/reserve/index.ts';
import { PasswordField } from '../access/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { Dialog, TextField } from '../platform/ui/index.ts';
import { useRefreshReserve } from './queries.ts';
import { ReasonFields, reasonOf, reasonProblem, type Reason } from './reason-fields.tsx';
import css from './reserve.module.css';

type Props = { readonly caseId: string; readonly number: string; readonly onClose: () => void };

/** Coordinación and a second person, both at this computer: each types the own password. */
export function UnsealDialog({ caseId, number, onClose }: Props) {
  const act = useAct({ refresh: useRefreshReserve() });
  const [reason, setReason] = useState<Reason<UnsealReason>>({ code: null, words: '' });
  const [own, setOwn] = useState('');
  const [login, setLogin] = useState('');
  const [second, setSecond] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = (value: string) => (tried && value.trim() === '' ? 'Falta este dato.' : undefined);
  const open = () => {
    setTried(true);
    if (reasonProblem(reason) !== null || [own, login, second].some((value) => value.trim() === '')) return;
    const input = { caseId, ...reasonOf(reason), second: { login, password: second } };
    void act.run((client) => client.openCaseSeal(input, { password: own }), {
      words: 'La ficha dejó de ser reservada.',
      done: onClose,
    });
  };
  return (
    <Dialog
      opened
      beginsAtField
      title={`¿Levantar la reserva de la ficha ${number}?`}
      confirm={{ label: act.busy ? 'Un momento…' : 'Levantar la reserva', onClick: open, dangerous: true }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <div className={css.stack}>
        <p>
          Volverá a verse en listas y búsquedas. Lo hacen dos personas en esta computadora: usted y otra persona
          profesional del centro.
        </p>
        <ActProblem act={act} />
        <ReasonFields
          id="unseal-reason"
          labels={unsealReasonLabels}
          value={reason}
          onChange={setReason}
          tried={tried}
        />
        <PasswordField
          words={{ label: 'Su contraseña', id: 'unseal-own', error: lacks(own) }}
          value={own}
          onChange={setOwn}
        />
        <TextField
          words={{ label: 'Usuario de la segunda persona', id: 'unseal-login', error: lacks(login) }}
          spellCheck={false}
          autoCapitalize="none"
          maxLength={20}
          value={login}
          onChange={(event) => {
            setLogin(event.target.value);
          }}
        />
        <PasswordField
          words={{ label: 'Contraseña de la segunda persona', id: 'unseal-second', error: lacks(second) }}
          value={second}
          onChange={setSecond}
        />
      </div>
    </Dialog>
  );
}
