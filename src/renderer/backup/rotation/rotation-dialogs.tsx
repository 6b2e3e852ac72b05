import { useState } from 'react';
import { copyAfterWords, isStanding } from '../../../shared/backup/index.ts';
import { useStaff } from '../../access/index.ts';
import { look, Dialog, Told, QueryState } from '../../platform/ui/index.ts';
import { FormerTable, PrintFormer } from '../former-copies.tsx';
import { BeginDialog, type Begun } from './begin-dialog.tsx';
import { PaperDialog, type Finished } from './paper-dialog.tsx';

/** «Cambiar la llave del archivo»: two steps, then what has to be destroyed. Mount it to begin. */
export function RotationDialogs({ onClose }: { readonly onClose: () => void }) {
  const staff = useStaff();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [finished, setFinished] = useState<Finished | null>(null);
  if (finished !== null) return <DoneDialog finished={finished} onClose={onClose} />;
  if (begun !== null) return <PaperDialog begun={begun} onDone={setFinished} onClose={onClose} />;
  return (
    <QueryState query={staff}>
      {(members) => <BeginDialog staff={members} onBegun={setBegun} onClose={onClose} />}
    </QueryState>
  );
}

function DoneDialog({ finished, onClose }: { readonly finished: Finished; readonly onClose: () => void }) {
  const standing = finished.former.filter(isStanding);
  return (
    <Dialog isWide title="El archivo tiene una llave nueva" cancel={{ label: 'Entendido', onClick: onClose }}>
      <div className={look.stack}>
        <p>
          Cada persona entra con su contraseña de siempre. La clave de recuperación de antes ya no abre el registro:
          tache sus 14 grupos. No tire la hoja que lleva la «Clave inicial de la bitácora»: la pide quien audita.
        </p>
        <Told tone={finished.copy === 'made' ? 'done' : 'warning'}>{copyAfterWords[finished.copy]}</Told>
        {standing.length === 0 ? (
          <p>No se conocen copias hechas con la llave de antes. Si hay memorias guardadas en otro lugar, revíselas.</p>
        ) : (
          <>
            <p>
              Estas copias se abren todavía con lo de antes. Destrúyalas, o guárdelas bajo llave. La lista queda aquí,
              en «Ajustes», «Copias».
            </p>
            <FormerTable former={standing} />
            <PrintFormer />
          </>
        )}
      </div>
    </Dialog>
  );
}
