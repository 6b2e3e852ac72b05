import { useState } from 'react';
import type { WitnessSheet } from '../../../shared/audit/index.ts';
import { PasswordAgainDialog } from '../../access/index.ts';
import { announce } from '../../platform/announce.ts';
import { downloadBytes, fetchFile, saveFile } from '../../platform/files.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useHolds, useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  SheetForm,
  DataTable,
  Told,
  Panel,
  QueryState,
  StateBadge,
  TextField,
  type Column,
  ButtonRow,
} from '../../platform/ui/index.ts';
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
  waiting: 'Su clave inicial aún no está en papel: guarde ahora su hoja y ciérrela en un sobre.',
  lost: 'Su clave inicial se perdió sin llegar al papel. Empiece un tramo nuevo y guarde su hoja.',
} as const;

function SegmentPaper({ state: { segment } }: { readonly state: WitnessState }) {
  const act = useAct({ refresh: useRefreshWitness() });
  const mayPrint = useMay('audit.segmentKey');
  const save = () =>
    void act.run(
      async (client) => {
        const { file } = await client.printSegmentSheet({ way: 'save' });
        if (file !== null) await saveFile(client, file);
      },
      { words: 'Hoja guardada. Imprímala, ciérrela en su sobre y borre el archivo.' },
    );
  return (
    <>
      <Told tone={segment.paper === 'onPaper' ? 'neutral' : 'warning'}>
        Tramo {segment.segment}, desde la entrada {segment.first}. {paperWords[segment.paper]}
      </Told>
      <ActProblem act={act} />
      {mayPrint && segment.isHeld && (
        <ButtonRow plain busy={act.busy} label="Guardar hoja de la clave inicial" onClick={save} />
      )}
      {!segment.isHeld && <NewSegment isLost={segment.paper === 'lost'} />}
    </>
  );
}

/** Where the paper of the segment in use was lost, or seen by somebody. */
function NewSegment({ isLost }: { readonly isLost: boolean }) {
  const may = useMay('audit.startSegment');
  const refresh = useRefreshWitness();
  const [isAsking, setIsAsking] = useState(false);
  if (!may) return null;
  return (
    <ButtonRow plain label="Empezar un tramo nuevo" onClick={() => setIsAsking(true)}>
      {!isLost && <span>Si la hoja de su sobre se perdió o alguien la vio.</span>}
      {isAsking && (
        <PasswordAgainDialog
          title="¿Empezar un tramo nuevo de la bitácora?"
          verb="Empezar"
          onCancel={() => setIsAsking(false)}
          onConfirm={async (password, client) => {
            const { segment } = await client.startSegment({}, { password });
            await refresh();
            setIsAsking(false);
            announce(`Empezó el tramo ${segment}. Guarde la hoja de su clave inicial.`);
          }}
        >
          <p>Lo escrito hasta ahora no cambia. Las hojas anteriores siguen probando sus tramos: guárdelas.</p>
        </PasswordAgainDialog>
      )}
    </ButtonRow>
  );
}

const columns: readonly Column<WitnessSheet>[] = [
  { title: 'Hoja', cell: ({ number }) => number },
  { title: 'Entrada', cell: ({ seq }) => seq, right: true },
  { title: 'Preparada', cell: ({ printedAt, printedBy }) => `${inLima(printedAt)}, ${printedBy}` },
  {
    title: 'Firmada',
    cell: ({ signedAt, signedBy }) =>
      signedAt === null ? (
        <StateBadge tone="warning">Falta escribir su código</StateBadge>
      ) : (
        `${inLima(signedAt)}, ${signedBy ?? ''}`
      ),
  },
];

function daysWords(days: number): string {
  if (days === 0) return 'hoy';
  return days === 1 ? 'hace 1 día' : `hace ${days} días`;
}

function signedWords({ days, isLate, sheets }: WitnessState, makesIt: boolean): string {
  const isFirst = sheets.every(({ signedAt }) => signedAt === null);
  const what = isFirst
    ? `Aún no se firmó ninguna hoja semanal; la bitácora empezó ${daysWords(days)}.`
    : `La última hoja firmada dice cómo estaba la bitácora ${daysWords(days)}.`;
  if (!isLate) return what;
  return makesIt
    ? `${what} Guarde una ahora, imprímala y fírmela con otra persona.`
    : `${what} La prepara Coordinación: pídale una ahora.`;
}

function Sheets({ state }: { readonly state: WitnessState }) {
  const act = useAct({ refresh: useRefreshWitness() });
  const mayPrint = useMay('audit.witness');
  const makesIt = useHolds('audit.witness');
  const open = state.sheets.find((sheet) => sheet.signedAt === null);
  const print = () =>
    void act.run(
      async (client) => {
        const { file } = await client.printWitnessSheet({ way: 'save' });
        if (file !== null) downloadBytes(await fetchFile(client, file), file);
      },
      { words: 'Hoja semanal guardada. Imprímala, fírmela con otra persona y escriba aquí su código.' },
    );
  return (
    <>
      <Told tone={state.isLate ? 'warning' : 'neutral'}>{signedWords(state, makesIt)}</Told>
      <ActProblem act={act} />
      {mayPrint && (
        <ButtonRow busy={act.busy} label="Guardar hoja semanal para imprimir" meanwhile="Preparando…" onClick={print} />
      )}
      {mayPrint && open !== undefined && <SignForm sheet={open} />}
      {state.sheets.length > 0 && (
        <DataTable
          caption={
            state.sheets.length === 1 ? '1 hoja semanal' : `${state.sheets.length} hojas semanales, la última primero`
          }
          columns={columns}
          rows={state.sheets}
        />
      )}
    </>
  );
}

function SignForm({ sheet }: { readonly sheet: WitnessSheet }) {
  const act = useAct({ refresh: useRefreshWitness() });
  const [code, setCode] = useState('');
  return (
    <SheetForm
      onSend={() => {
        if (code.trim() === '') {
          act.say('Escriba el código de la hoja firmada.');
          return;
        }
        void act.run((client) => client.signWitnessSheet({ sheetId: sheet.id, code }), {
          words: 'Se anotó que la hoja se firmó.',
          done: () => setCode(''),
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
        onChange={(event) => setCode(event.target.value)}
      />
      <ButtonRow plain busy={act.busy} label="Se firmó la hoja" />
    </SheetForm>
  );
}
