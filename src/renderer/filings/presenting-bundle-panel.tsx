import { useState } from 'react';
import type { FilingLine } from '../../shared/filings/index.ts';
import type { Attachment } from '../../shared/attachments/index.ts';
import { useAttachments } from '../attachments/index.ts';
import type { Output } from '../platform/client.ts';
import { announce } from '../platform/announce.ts';
import { downloadBytes, fetchFile } from '../platform/files.ts';
import { type ActClient, ActProblem, FormBlock, useAct } from '../platform/forms/index.ts';
import { PlainButton, look, Notice, NumberField, TickField, ButtonRow, Sentences } from '../platform/ui/index.ts';
import { Annexes, type Chosen } from './presenting-annexes.tsx';
import { issueAt } from './presenting-cargo.ts';
import css from './presenting.module.css';

type Bundle = Output<'assembleFiling'>;

const printable = ({ type, annulled, pages }: Attachment) =>
  annulled === null && (type === 'jpg' || type === 'png' || (type === 'pdf' && pages !== null));

const megabytes = (bytes: number) => `${Math.max(0.1, bytes / (1024 * 1024)).toFixed(1)} MB`;

/** Where the limit comes from, or that it is not known. */
function limitHint({ limitMb, deskMatch, takesOneFile }: FilingLine): string {
  if (takesOneFile) return 'Mesa de partes electrónica: recibe un solo PDF, de este tamaño a lo más. No se divide.';
  if (limitMb === null)
    return 'El directorio no dice cuánto recibe esta mesa de partes: pregúntelo. Vacío: sin límite.';
  if (deskMatch === 'several')
    return 'El directorio tiene varias mesas de partes con ese nombre y no se sabe cuál es: va el menor de sus límites. Confírmelo.';
  return 'De la mesa de partes. Vacío: sin límite.';
}

type Part = Output<'releaseBundle'>['parts'][number];

/** Part from which each way goes on. */
const fromStart = { save: 1, print: 1 };

/** «Copia CEM-2026-000001 registrada y guardada», or the first and the last of several. */
function releasedWords(parts: readonly Part[], way: 'save' | 'print'): string {
  if (parts.some(({ state }) => state === 'requested')) {
    return 'Ya se había pedido: el registro de copias dice cómo terminó cada parte.';
  }
  const sent = parts.filter(({ state }) => state === 'sent');
  const [first, last] = [sent[0], sent.at(-1)];
  if (first === undefined || last === undefined) return 'No salió ninguna parte.';
  if (sent.length === 1) {
    return `Copia ${first.number} registrada y ${way === 'save' ? 'guardada' : 'enviada a la impresora'}.`;
  }
  const end = way === 'save' ? 'guardadas' : 'enviadas a la impresora';
  return `Copias ${first.number} a ${last.number} (${sent.length} partes) registradas y ${end}.`;
}

const limitId = 'limit-mb';

/** One PDF of the writ and its annexes, in the order they were chosen; parts when the desk takes no more. */
export function BundlePanel({ caseId, filing }: { readonly caseId: string; readonly filing: FilingLine }) {
  const files = useAttachments(caseId).data?.attachments.filter(printable) ?? [];
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [limitMb, setLimit] = useState<number | string | null>(filing.limitMb);
  const [reduces, setReduces] = useState(false);
  const [bundle, setBundle] = useState<Bundle | null>(null);
  const [done, setDone] = useState<string | null>(null);
  // Each way goes on where it stopped: what was saved may still be to print.
  const [from, setFrom] = useState(fromStart);
  const act = useAct();
  const { busy } = act;
  const assemble = () => {
    // What cannot be read as a size is no «without limit»: the field says what is wrong with it.
    if (typeof limitMb === 'string') {
      document.getElementById(limitId)?.focus();
      return;
    }
    setDone(null);
    const annexes = chosen.filter(({ attachmentId }) => files.some(({ id }) => id === attachmentId));
    const input = { caseId, filingId: filing.filingId, annexes, limitMb, reduces };
    void act.run((client) => client.assembleFiling(input), {
      words: ({ pages }) => `Presentación armada: ${pages === 1 ? '1 página' : `${pages} páginas`}.`,
      done: (made) => {
        setBundle(made);
        setFrom(fromStart);
      },
    });
  };
  const release = (way: 'save' | 'print') => {
    if (bundle === null) return;
    setDone(null);
    const recipient = (filing.desk ?? 'Mesa de partes').slice(0, 120);
    const input = { caseId, bundleId: bundle.bundleId, way, recipient, fromPart: from[way] };
    const send = async (client: ActClient) => {
      const out = await client.releaseBundle(input);
      for (const file of out.files) downloadBytes(await fetchFile(client, file), file);
      return out.parts;
    };
    void act.run(send, {
      of: way,
      words: (parts) => releasedWords(parts, way),
      done: (parts, words) => {
        const failed = parts.find(({ state }) => state === 'failed');
        setFrom((now) => ({ ...now, [way]: failed?.part ?? 1 }));
        if (failed === undefined) setDone(words);
        else act.say(`${words} La parte ${failed.part} no salió: vuelva a pedirla y sigue desde allí.`);
      },
    });
  };
  return (
    <FormBlock title="Un solo PDF con los anexos" isOpen>
      <div className={look.stack}>
        <ActProblem act={act} />
        {done !== null && <Notice tone="done">{done}</Notice>}
        <Annexes
          files={files}
          chosen={chosen}
          issues={act.issues}
          writNumber={filing.writNumber}
          onChange={(next) => {
            setChosen(next);
            act.say(null);
          }}
        />
        <div className={css.fields}>
          <NumberField
            words={{
              label: 'Tamaño máximo por archivo',
              hint: limitHint(filing),
              id: limitId,
              error: issueAt(act.issues, 'limitMb'),
            }}
            unit="MB"
            value={limitMb}
            onChange={setLimit}
          />
          <TickField
            words={{ label: 'Reducir las fotografías', id: 'reduces' }}
            value={reduces}
            onChange={setReduces}
          />
        </div>
        <ButtonRow plain busy={busy} label={busy && bundle === null ? 'Armando…' : 'Armar el PDF'} onClick={assemble}>
          {bundle !== null && (
            <Releases
              from={from}
              isBusy={busy}
              onRelease={release}
              onRestart={() => {
                if (busy) return;
                setFrom(fromStart);
                act.say(null);
                announce('Se guarda e imprime desde la parte 1.');
              }}
            />
          )}
        </ButtonRow>
        {bundle !== null && <Made bundle={bundle} />}
      </div>
    </FormBlock>
  );
}

type ReleasesProps = {
  readonly from: typeof fromStart;
  readonly isBusy: boolean;
  readonly onRelease: (way: 'save' | 'print') => void;
  readonly onRestart: () => void;
};

function Releases({ from, isBusy, onRelease, onRestart }: ReleasesProps) {
  return (
    <>
      <PlainButton aria-disabled={isBusy} onClick={() => onRelease('save')}>
        {from.save === 1 ? 'Guardar el PDF armado' : `Guardar desde la parte ${from.save}`}
      </PlainButton>
      <PlainButton aria-disabled={isBusy} onClick={() => onRelease('print')}>
        {from.print === 1 ? 'Imprimir' : `Imprimir desde la parte ${from.print}`}
      </PlainButton>
      {(from.save > 1 || from.print > 1) && (
        <PlainButton aria-disabled={isBusy} onClick={onRestart}>
          Desde el principio
        </PlainButton>
      )}
    </>
  );
}

function Made({ bundle }: { readonly bundle: Bundle }) {
  return (
    <div role="status">
      <p>
        {bundle.pages === 1 ? '1 página' : `${bundle.pages} páginas`} en{' '}
        {bundle.parts.length === 1 ? 'un archivo' : `${bundle.parts.length} archivos`}:{' '}
        {bundle.parts.map(({ size, pages, file }) => `${file.name}, ${megabytes(size)} (${pages} pág.)`).join('; ')}.
      </p>
      <Sentences of={bundle.notes} />
    </div>
  );
}
