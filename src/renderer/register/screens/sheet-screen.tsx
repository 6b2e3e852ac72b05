import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SheetLine } from '../../../shared/register/index.ts';
import { PasswordAgainDialog } from '../../access/index.ts';
import { useClient } from '../../platform/client.ts';
import { useScreenKey } from '../../platform/keys.ts';
import { useGo } from '../../platform/routes.ts';
import { useBeforeLock, useMay } from '../../platform/session.tsx';
import {
  PlainButton,
  Facts,
  look,
  ActionBar,
  OneOfField,
  Notice,
  PageTitle,
  Panel,
  Problem,
  QueryState,
  optionsOf,
} from '../../platform/ui/index.ts';
import { emptyIfReserved } from '../clipboard.ts';
import { useRefreshSheet, useSheet, type Sheet } from '../queries.ts';
import css from '../register.module.css';
import { LineTable } from '../sheet/line-table.tsx';
import { RegistrationPanel } from '../sheet/registration-panel.tsx';
import { useCopying, type Copying, type CopyMode } from '../sheet/use-copying.ts';
import { isToPass, issuedPath } from '../words.ts';

/** «Hoja para el registro central»: answer after answer, in the order of the form. */
export function SheetScreen({ caseId }: { readonly caseId: string }) {
  const sheet = useSheet(caseId);
  const client = useClient();
  useBeforeLock(() => emptyIfReserved(client));
  return (
    <>
      <PageTitle>Hoja para el registro central</PageTitle>
      <QueryState query={sheet}>{(read) => <SheetPage caseId={caseId} sheet={read} />}</QueryState>
    </>
  );
}

/** Alt C copies the next answer; with Mayús, the one before. */
function useCopyKeys({ next, back }: Pick<Copying, 'next' | 'back'>): void {
  useScreenKey(
    ({ key, altKey, ctrlKey, metaKey }) => key.toLowerCase() === 'c' && altKey && !ctrlKey && !metaKey,
    ({ shiftKey }) => void (shiftKey ? back() : next()),
  );
}

function SheetPage({ caseId, sheet }: { readonly caseId: string; readonly sheet: Sheet }) {
  const mayPass = useMay('registerForm.writeB');
  const mayPrint = useMay('print.wholeCase');
  const [mode, setMode] = useState<CopyMode>('value');
  const [onlyLeft, setOnlyLeft] = useState(false);
  const [printing, setPrinting] = useState(false);
  const lines = useMemo(() => sheet.lines.filter(isToPass), [sheet.lines]);
  const copying = useCopying({ caseId, lines, mode });
  useCopyKeys(copying);
  const shown = onlyLeft ? lines.filter(({ state, id }) => state !== 'done' || id === copying.copied?.id) : lines;
  return (
    <>
      <RegistrationPanel caseId={caseId} sheet={sheet} mayRegister={mayPass} />
      <Panel title="Pasar las respuestas">
        <p>
          <strong>Alt+C</strong> marca la respuesta copiada y copia la siguiente; <strong>Mayús+Alt+C</strong> vuelve a
          la anterior. Lo que está en reserva se borra del portapapeles a los 20 segundos.
        </p>
        <div className={look.fields}>
          <OneOfField
            inline
            words={{ label: 'Qué se copia', id: 'copy-mode' }}
            options={optionsOf({ value: 'El código', words: 'La respuesta en palabras' })}
            value={mode}
            onChange={setMode}
          />
          <OneOfField
            inline
            words={{ label: 'Mostrar', id: 'shown-lines' }}
            options={optionsOf({ all: 'Todas las respuestas', left: 'Solo las que faltan' })}
            value={onlyLeft ? 'left' : 'all'}
            onChange={(next) => setOnlyLeft(next === 'left')}
          />
        </div>
      </Panel>
      <Problem words={copying.problem} />
      <Blocks lines={shown} copying={copying} mayPass={mayPass} />
      <Computed lines={sheet.lines} />
      <ActionBar main={{ label: 'Copiar la siguiente (Alt+C)', onClick: () => void copying.next() }}>
        {mayPrint && <PlainButton onClick={() => setPrinting(true)}>Emitir la hoja en PDF</PlainButton>}
        <span className={css.copied}>{copying.said}</span>
      </ActionBar>
      {printing && <PrintDialog caseId={caseId} onCancel={() => setPrinting(false)} />}
    </>
  );
}

type BlocksProps = { readonly lines: readonly SheetLine[]; readonly copying: Copying; readonly mayPass: boolean };

function Blocks({ lines, copying, mayPass }: BlocksProps) {
  const acts = useRef(copying);
  useEffect(() => {
    acts.current = copying;
  });
  const onCopy = useCallback((line: SheetLine) => void acts.current.copy(line), []);
  const onPass = useCallback((line: SheetLine, isPassed: boolean) => void acts.current.pass(line, isPassed), []);
  const blocks = [...Map.groupBy(lines, ({ block }) => block)];
  if (blocks.length === 0) return <Notice tone="done">No falta pasar ninguna respuesta.</Notice>;
  return (
    <Panel title="Respuestas en el orden de la ficha">
      {blocks.map(([title, some]) => (
        <LineTable
          key={title}
          title={title}
          lines={some}
          copiedId={copying.copied?.id ?? null}
          mayPass={mayPass}
          onCopy={onCopy}
          onPass={onPass}
        />
      ))}
    </Panel>
  );
}

/** What nobody types: the central register computes it, and it is shown to compare. */
function Computed({ lines }: { readonly lines: readonly SheetLine[] }) {
  const computed = lines.filter(({ state, value }) => state === null && value !== '');
  return (
    <Panel title="Lo que no se digita">
      <details>
        <summary>{`Indicadores y columnas administrativas (${computed.length})`}</summary>
        <p className={look.secondary}>Los calcula el registro central. Sirven para comparar.</p>
        <Facts
          of={computed.map(({ id, label, value, words }) => [
            label === id ? id : `${label} · ${id}`,
            words === value || words === '' ? value : `${words} (${value})`,
          ])}
        />
      </details>
    </Panel>
  );
}

function PrintDialog({ caseId, onCancel }: { readonly caseId: string; readonly onCancel: () => void }) {
  const go = useGo();
  const refresh = useRefreshSheet(caseId);
  return (
    <PasswordAgainDialog
      title="¿Emitir la hoja para el registro central?"
      verb="Emitir la hoja"
      onConfirm={async (password, client) => {
        const { document } = await client.issueRegisterSheet({ caseId }, { password });
        await refresh();
        go(issuedPath, { caseId, documentId: document.id });
      }}
      onCancel={onCancel}
    >
      <p>
        Contiene toda la ficha, menos el relato, los teléfonos, los domicilios y los números de documento. Destrúyala
        cuando termine de digitar.
      </p>
    </PasswordAgainDialog>
  );
}
