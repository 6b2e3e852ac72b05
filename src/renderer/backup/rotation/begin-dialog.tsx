import { useState } from 'react';
import { isProfessional, type StaffMember } from '../../../shared/access/index.ts';
import { rotationReasonLabels, type RotationReason, type RotationSecond } from '../../../shared/backup/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import {
  isSomebody,
  lacks,
  nobodyBeside,
  PasswordField,
  RecoveryKeyField,
  SecondPersonFields,
  toldSecond,
} from '../../access/index.ts';
import type { Output } from '../../platform/client.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useSession } from '../../platform/session.tsx';
import { OneOfField, Dialog } from '../../platform/ui/index.ts';

const reasons = optionsOf(rotationReasonLabels);

export type Begun = Output<'beginRotation'>;

type Props = {
  readonly staff: readonly StaffMember[];
  readonly onBegun: (begun: Begun) => void;
  readonly onClose: () => void;
};

const blank = { exposed: null as string | null, own: '', second: nobodyBeside, key: '' };
type Typed = typeof blank & { readonly reason: RotationReason | null };

/** Session notes and fichas reservadas would be lost with the paper of before: it is asked for, for the new one. */
const notesPaper = 'rotation-notes-paper';

/** Where nobody else could stand beside, the recovery key does (D4). */
function secondOf({ second, key }: Typed, isAlone: boolean): RotationSecond {
  return isAlone ? { kind: 'recoveryKey', key } : { kind: 'person', ...toldSecond(second) };
}

function isLacking(typed: Typed, isAlone: boolean): boolean {
  const { reason, exposed, own, second, key } = typed;
  const hasSecond = isAlone ? key !== '' : isSomebody(second);
  return reason === null || (reason === 'password-exposed' && exposed === null) || own === '' || !hasSecond;
}

/** The first step: why, the own password, and who stands beside. Nothing changes yet. */
export function BeginDialog({ staff, onBegun, onClose }: Props) {
  const { staff: self } = useSession();
  const act = useAct();
  const [typed, setTyped] = useState<Typed>({ ...blank, reason: null });
  const [tried, setTried] = useState(false);
  const working = staff.filter(({ state }) => state === 'active');
  const isAlone = !working.some(({ id, roles }) => id !== self.id && isProfessional(roles));
  const [asksPaper, setAsksPaper] = useState(false);
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const begin = () => {
    setTried(true);
    const { reason, exposed, own } = typed;
    if (reason === null || isLacking(typed, isAlone) || (asksPaper && typed.key === '')) return;
    const form = { reason, exposedId: reason === 'password-exposed' ? exposed : null };
    const input = { form, second: secondOf(typed, isAlone), paper: asksPaper ? typed.key : null };
    void act.run((client) => client.beginRotation(input, { password: own }), {
      done: onBegun,
      refused: (failure) => setAsksPaper(asksPaper || failure.reason === notesPaper),
    });
  };
  return (
    <Dialog
      isForm
      beginsAtField
      title="¿Cambiar la llave del archivo?"
      confirm={{ label: act.busy ? 'Haciendo la copia…' : 'Continuar', onClick: begin }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <p>
        Quien salió o vio una contraseña ya no podrá leer lo que se escriba desde ahora. Cada persona sigue entrando con
        su contraseña; la clave de recuperación se cambia. Nada cambia hasta el segundo paso.
      </p>
      <ActProblem act={act} />
      <OneOfField
        words={{ label: 'Motivo', id: 'rotation-reason', error: lacks(typed.reason, tried) }}
        options={reasons}
        value={typed.reason}
        onChange={(reason) => set({ reason })}
      />
      {typed.reason === 'password-exposed' && (
        <OneOfField
          words={{
            label: 'De quién es la contraseña',
            hint: 'Primero ella la cambia, en «Ajustes», «Mi contraseña»; o se le retira el acceso.',
            id: 'rotation-exposed',
            error: lacks(typed.exposed, tried),
          }}
          options={working.map(({ id, fullName }) => ({ code: id, label: fullName }))}
          value={typed.exposed}
          onChange={(exposed) => set({ exposed })}
        />
      )}
      <PasswordField
        words={{ label: 'Su contraseña', id: 'rotation-own', error: lacks(typed.own, tried) }}
        value={typed.own}
        onChange={(own) => set({ own })}
      />
      <SecondFields typed={typed} set={set} isAlone={isAlone} tried={tried} />
      {asksPaper && (
        <RecoveryKeyField value={typed.key} onChange={(key) => set({ key })} error={lacks(typed.key, tried)} />
      )}
    </Dialog>
  );
}

type SecondProps = {
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
  readonly isAlone: boolean;
  readonly tried: boolean;
};

function SecondFields({ typed, set, isAlone, tried }: SecondProps) {
  if (isAlone) {
    return (
      <>
        <p>
          No hay otra persona profesional con acceso: la clave de recuperación de ahora ocupa su lugar, y queda anotado
          para la próxima inspección.
        </p>
        <RecoveryKeyField value={typed.key} onChange={(key) => set({ key })} error={lacks(typed.key, tried)} />
      </>
    );
  }
  return <SecondPersonFields id="rotation" value={typed.second} onChange={(second) => set({ second })} tried={tried} />;
}
