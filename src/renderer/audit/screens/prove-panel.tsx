import { useState } from 'react';
import type { Output } from '../../platform/client.ts';
import { announce } from '../../platform/announce.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import {
  SheetForm,
  PlainButton,
  Facts,
  Notice,
  Told,
  Panel,
  TextField,
  ButtonRow,
  Lines,
} from '../../platform/ui/index.ts';
import { useRefreshWitness } from '../queries.ts';

type Proof = Output<'proveRecord'>;

const held = 'La bitácora coincide con lo que está guardado afuera.';
const wrong =
  'Algo no coincide o no se pudo comparar: está en la lista. No borre nada y guarde los papeles y las copias.';

/** Where nothing but a key was compared, nothing outside was. */
function wordsFor({ isSound, compared }: Proof): string {
  if (!isSound) return wrong;
  return compared === 0 ? 'La bitácora se escribió con la clave de su sobre.' : held;
}

/** For whoever audits: the start key of a sealed paper, and a folder with copies or published months. */
export function ProvePanel() {
  const act = useAct({ refresh: useRefreshWitness() });
  const [key, setKey] = useState('');
  const [folder, setFolder] = useState('');
  const [proof, setProof] = useState<Proof | null>(null);
  const prove = (choosesFolder: boolean) => {
    setProof(null);
    if (!choosesFolder && key.trim() === '' && folder.trim() === '') {
      act.say('Escriba la clave inicial, la carpeta o las dos.');
      return;
    }
    announce('Comparando…');
    const startKeys = key.trim() === '' ? [] : [{ segment: null, key }];
    const asked = { startKeys, folder: folder.trim() === '' ? null : folder, choosesFolder };
    void act.run((client) => client.proveRecord(asked), {
      words: wordsFor,
      done: (found) => {
        setProof(found);
        setKey('');
      },
    });
  };
  return (
    <Panel title="Comparar con lo guardado afuera">
      <SheetForm onSend={() => prove(false)}>
        <TextField
          words={{
            label: 'Clave inicial de la bitácora',
            hint: 'Los 64 caracteres de la hoja del sobre. Si es del tramo en uso y todo coincide, empieza un tramo nuevo.',
            id: 'prove-key',
          }}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <TextField
          words={{
            label: 'Carpeta con copias o reportes publicados',
            hint: 'La ruta completa, por ejemplo «E:\\Copias CEM».',
            id: 'prove-folder',
          }}
          spellCheck={false}
          maxLength={1000}
          value={folder}
          onChange={(event) => setFolder(event.target.value)}
        />
        <ActProblem act={act} />
        <ButtonRow plain busy={act.busy} label="Comparar" meanwhile="Comparando…">
          {window.api !== undefined && (
            <PlainButton aria-disabled={act.busy} onClick={() => prove(true)}>
              Buscar la carpeta
            </PlainButton>
          )}
        </ButtonRow>
      </SheetForm>
      {proof !== null && <Found proof={proof} />}
    </Panel>
  );
}

const proofWords = {
  held: 'escrito con la clave de su sobre',
  wrong: 'no se escribió con la clave de su sobre',
  noKey: 'sin comprobar: no se escribió su clave',
} as const;

function Found({ proof }: { readonly proof: Proof }) {
  const { isSound, problems, segments, compared, holdsUntil, entries, newSegment } = proof;
  return (
    <>
      <Notice tone={isSound ? 'done' : 'error'}>
        <p>{wordsFor(proof)}</p>
        <Lines of={problems} />
      </Notice>
      {newSegment !== null && (
        <Told tone="warning">
          Empezó el tramo {newSegment}. Guarde su clave inicial, arriba en «Papeles de la bitácora», y ciérrela en un
          sobre.
        </Told>
      )}
      <Facts
        of={[
          ['Entradas', entries],
          ['Comparados', compared],
          ['Confirmado desde afuera', holdsUntil === null ? 'nada' : `hasta la entrada ${holdsUntil}`],
        ]}
      />
      <Lines
        of={segments.map(
          ({ segment, first, last, proof: state }) =>
            `Tramo ${segment}, entradas ${first} a ${last}: ${proofWords[state]}.`,
        )}
      />
    </>
  );
}
