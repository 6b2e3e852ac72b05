import { useState } from 'react';
import { unsealReasonLabels, type UnsealReason } from '../../shared/reserve/index.ts';
import {
  isSomebody,
  lacks,
  nobodyBeside,
  PasswordField,
  RecoveryKeyField,
  SecondPersonFields,
  toldSecond,
} from '../access/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { look, Dialog, PlainButton, ReasonFields, reasonOf, reasonProblem, type Reason } from '../platform/ui/index.ts';
import { useRefreshReserve } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly number: string;
  /** The reader holds the key of the ficha, or it has none. */
  readonly isHeld: boolean;
  readonly onClose: () => void;
};

/** Coordinación and a second person, both at this computer: each types the own password. */
export function UnsealDialog({ caseId, number, isHeld, onClose }: Props) {
  const act = useAct({ refresh: useRefreshReserve() });
  const [reason, setReason] = useState<Reason<UnsealReason>>({ code: null, words: '' });
  const [own, setOwn] = useState('');
  const [second, setSecond] = useState(nobodyBeside);
  const [paper, setPaper] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const open = () => {
    setTried(true);
    if (reasonProblem(reason) !== null || own.trim() === '' || !isSomebody(second) || paper?.trim() === '') return;
    const input = { caseId, ...reasonOf(reason), second: toldSecond(second), recoveryKey: paper };
    void act.run((client) => client.openCaseSeal(input, { password: own }), {
      words: 'La ficha dejó de ser reservada.',
      done: onClose,
      refused: ({ reason: why }) => setPaper(why === 'seal-key-not-held' ? (paper ?? '') : paper),
    });
  };
  return (
    <Dialog
      beginsAtField
      title={`¿Levantar la reserva de la ficha ${number}?`}
      confirm={{ label: act.busy ? 'Un momento…' : 'Levantar la reserva', onClick: open, dangerous: true }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <div className={look.stack}>
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
          words={{ label: 'Su contraseña', id: 'unseal-own', error: lacks(own, tried) }}
          value={own}
          onChange={setOwn}
        />
        {!isHeld && <p>Una de las dos debe tener la llave de la ficha, o la clave de recuperación.</p>}
        <SecondPersonFields id="unseal" value={second} onChange={setSecond} tried={tried} />
        {paper !== null && <RecoveryKeyField value={paper} onChange={setPaper} error={lacks(paper, tried)} />}
        {!isHeld && paper === null && (
          <PlainButton small onClick={() => setPaper('')}>
            Usar la clave de recuperación
          </PlainButton>
        )}
      </div>
    </Dialog>
  );
}
