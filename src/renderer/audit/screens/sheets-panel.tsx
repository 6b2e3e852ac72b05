import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WitnessSheet } from '../../../shared/audit/index.ts';
import { downloadBytes, fetchFile, saveFile } from '../../platform/files.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { Notice, Panel, QueryState, TextField } from '../../platform/ui/index.ts';
import css from '../audit.module.css';
import { useRefreshWitness, useWitnessState, type WitnessState } from '../queries.ts';

/** Papers of the audit: the weekly sheet, and the start key of the segment in use. */
export function SheetsPanel() {
  const state = useWitnessState(true);
  return (
    <Panel title="Papeles de la bitácora">
      <QueryState query={state}>
        {(found) => (
          <>
            <SegmentPaper state={found} />
            <Sheets state={found} />
          </>
        )}
      </QueryState>
    </Panel>
  );
}

const paperWords = {
  onPaper: 'Su clave inicial ya salió en papel.',
  waiting: 'Su clave inicial espera: imprímala ahora y guárdela en un sobre cerrado.',
  lost: 'Su clave inicial se perdió sin llegar al papel. Empiece un tramo nuevo e imprima su hoja.',
} as const;

function SegmentPaper({ state: { segment } }: { readonly state: WitnessState }) {
  const act = useAct({ refresh: useRefreshWitness() });
  const mayPrint = useMay('audit.segmentKey');
  const save = () => {
    void act.run(
      async (client) => {
        const { file } = await client.printSegmentSheet({ way: 'save' });
        if (file !== null) await saveFile(client, file);
      },
      { words: 'Hoja guardada. Imprímala, ciérrela en su sobre y borre el archivo.' },
    );
  };
  return (
    <>
      <Notice tone={segment.paper === 'onPaper' ? 'neutral' : 'warning'}>
        <p>
          Tramo {segment.segment}, desde la entrada {segment.first}. {paperWords[segment.paper]}
        </p>
      </Notice>
      <ActProblem act={act} />
      {mayPrint && segment.isHeld && (
        <div className={css.row}>
          <Button variant="default" aria-disabled={act.busy} onClick={save}>
            Guardar hoja de la clave inicial
          </Button>
        </div>
      )}
    </>
  );
}

function Sheets({ state }: { readonly state: WitnessState }) {
  const act = useAct({ refresh: useRefreshWitness() });
  const mayPrint = useMay('audit.witness');
  const open = state.sheets.find((sheet) => sheet.signedAt === null);
  const print = () => {
    void act.run(
      async (client) => {
        const { file } = await client.printWitnessSheet({ way: 'save' });
        if (file !== null) downloadBytes(await fetchFile(client, file), file);
      },
      { words: 'Hoja semanal lista. Imprímala, firme con otra persona y escriba aquí su código.' },
    );
  };
  return (
    <>
      <Notice tone={state.isLate ? 'warning' : 'neutral'}>
        <p>
          {state.isLate
            ? `Hace ${state.days} días que no se firma una hoja semanal. Imprima una y fírmela con otra persona.`
            : `Última hoja firmada: hace ${state.days} días.`}
        </p>
      </Notice>
      <ActProblem act={act} />
      {mayPrint && (
        <div className={css.row}>
          <Button aria-disabled={act.busy} onClick={print}>
            Imprimir hoja semanal
          </Button>
        </div>
      )}
      {mayPrint && open !== undefined && <SignForm sheet={open} />}
      <ul className={css.problems}>
        {state.sheets.map(({ id, number, seq, printedAt, printedBy, signedAt, signedBy }) => (
          <li key={id}>
            {number}, entrada {seq}, {inLima(printedAt)}, {printedBy}:{' '}
            {signedAt === null ? 'falta escribir su código' : `firmada, ${inLima(signedAt)}, ${signedBy ?? ''}`}.
          </li>
        ))}
      </ul>
    </>
  );
}

function SignForm({ sheet }: { readonly sheet: WitnessSheet }) {
  const act = useAct({ refresh: useRefreshWitness() });
  const [code, setCode] = useState('');
  return (
    <form
      className={css.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() === '') {
          act.say('Escriba el código de la hoja firmada.');
          return;
        }
        void act.run((client) => client.signWitnessSheet({ sheetId: sheet.id, code }), {
          words: 'Se anotó que la hoja se firmó.',
          done: () => {
            setCode('');
          },
        });
      }}
    >
      <ActProblem act={act} />
      <TextField
        words={{
          label: `Código de la hoja ${sheet.number}`,
          hint: 'Diez caracteres, del papel con las dos firmas.',
          id: 'sheet-code',
        }}
        spellCheck={false}
        autoComplete="off"
        maxLength={80}
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
        }}
      />
      <div className={css.row}>
        <Button variant="default" type="submit" aria-disabled={act.busy}>
          Se firmó la hoja
        </Button>
      </div>
    </form>
  );
}
