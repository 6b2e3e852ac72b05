import { useState } from 'react';
import {
  isSomebody,
  lacks,
  nobodyBeside,
  PasswordField,
  RecoveryKeyField,
  SecondPersonFields,
  toldSecond,
} from '../../access/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { Dialog, look, Panel, PlainButton, Stores } from '../../platform/ui/index.ts';

/** Whoever works in psychology now gets the key of the notes from the paper, where nobody there can give it. */
export function NotesPaperPanel() {
  const may = useMay('sessionNote.openWithPaper');
  const [isOpen, setOpen] = useState(false);
  if (!may) return null;
  return (
    <Panel title="Notas de sesión">
      <p>
        Las lee solo Psicología, con una llave propia; Coordinación no. Si quien las leía ya no está o perdió su
        contraseña, la clave de recuperación y dos personas las abren para quien trabaja ahora en Psicología.
      </p>
      <div className={look.row}>
        <Stores>
          <PlainButton onClick={() => setOpen(true)}>Abrir notas con la clave de recuperación</PlainButton>
        </Stores>
      </div>
      {isOpen && <PaperDialog onClose={() => setOpen(false)} />}
    </Panel>
  );
}

const blank = { own: '', second: nobodyBeside, key: '' };

function PaperDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useAct();
  const [typed, setTyped] = useState(blank);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<typeof blank>) => setTyped((before) => ({ ...before, ...part }));
  const open = () => {
    setTried(true);
    const { own, second, key } = typed;
    if (own === '' || key === '' || !isSomebody(second)) return;
    const input = { recoveryKey: key, second: toldSecond(second) };
    void act.run((client) => client.openNotesWithPaper(input, { password: own }), {
      words: ({ given }) => (given ? 'Notas abiertas para Psicología.' : 'Psicología ya podía abrirlas.'),
      done: onClose,
    });
  };
  return (
    <Dialog
      isForm
      beginsAtField
      title="¿Abrir las notas de sesión para Psicología?"
      confirm={{ label: 'Abrir notas', onClick: open }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <p>Usted no las leerá. Queda en la bitácora quién lo hizo y con quién.</p>
      <ActProblem act={act} />
      <RecoveryKeyField value={typed.key} onChange={(key) => set({ key })} error={lacks(typed.key, tried)} />
      <PasswordField
        words={{ label: 'Su contraseña', id: 'notes-own', error: lacks(typed.own, tried) }}
        value={typed.own}
        onChange={(own) => set({ own })}
      />
      <SecondPersonFields id="notes" value={typed.second} onChange={(second) => set({ second })} tried={tried} />
    </Dialog>
  );
}
