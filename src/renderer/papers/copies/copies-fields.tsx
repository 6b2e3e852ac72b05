import { documentWords, usualCopy, type IssuedDocument } from '../../../shared/papers/index.ts';
import { PlainButton, look, OneOfField, TextField, TickField } from '../../platform/ui/index.ts';
import css from '../papers.module.css';
import { receiverOf } from '../queries.ts';
import { usualPrinter, wayOf, type CopiesChoice, type PrinterOption } from './copies-choice.ts';
import { useCopiesProgress } from './use-copies.ts';

type Fields = { readonly choice: CopiesChoice; readonly onChange: (part: Partial<CopiesChoice>) => void };

type WhichProps = Fields & { readonly documents: readonly IssuedDocument[]; readonly tried: boolean };

/** Which papers, where there are several. */
export function WhichFields({ documents, choice, tried, onChange }: WhichProps) {
  const isChosen = (id: IssuedDocument['id']) => choice.documents.includes(id);
  return (
    <fieldset className={css.choices}>
      <legend>Documentos</legend>
      {documents.map(({ id, kind, number }, at) => (
        <TickField
          key={id}
          words={{ label: documentWords(kind, number), id: `copies-document-${at}` }}
          value={isChosen(id)}
          onChange={(ticked) => {
            const ids = documents.map((one) => one.id);
            const chosen = ids.filter((one) => (one === id ? ticked : isChosen(one)));
            // What was said was said of the one that stood alone.
            onChange({ documents: chosen, recipient: null, purpose: null });
          }}
        />
      ))}
      {tried && choice.documents.length === 0 && <p role="alert">Marque al menos un documento.</p>}
    </fieldset>
  );
}

type AddressProps = Fields & { readonly document: IssuedDocument; readonly tried: boolean };

/** «Para» and «Motivo» of one paper, filled from it; several say it each for itself. */
export function AddressFields({ document, choice, tried, onChange }: AddressProps) {
  const usual = usualCopy[document.kind];
  const recipient = choice.recipient ?? receiverOf(document) ?? usual.recipient;
  const purpose = choice.purpose ?? usual.purpose;
  const missing = (value: string) => (tried && value.trim() === '' ? 'Complete este dato.' : undefined);
  return (
    <>
      <TextField
        words={{ label: 'Para', id: 'copies-recipient', error: missing(recipient) }}
        maxLength={120}
        value={recipient}
        onChange={(event) => onChange({ recipient: event.target.value })}
      />
      <TextField
        words={{ label: 'Motivo', id: 'copies-purpose', error: missing(purpose) }}
        maxLength={120}
        value={purpose}
        onChange={(event) => onChange({ purpose: event.target.value })}
      />
    </>
  );
}

export const noPrinterWords = 'En este equipo no hay una impresora que el programa pueda usar.';

type PrinterProps = Fields & { readonly printers: readonly PrinterOption[] };

/** For one paper that is either printed or saved. */
export function WayFields({ printers, choice, onChange }: PrinterProps) {
  const way = wayOf(choice, printers);
  const none = printers.length === 0;
  return (
    <>
      <OneOfField
        words={{ label: 'Cómo sale', id: 'copies-way', hint: none ? noPrinterWords : undefined }}
        inline
        options={[
          ...(none ? [] : [{ code: 'print' as const, label: 'Impresa' }]),
          { code: 'save' as const, label: 'Guardada en PDF' },
        ]}
        value={way}
        onChange={(chosen) => onChange({ way: chosen })}
      />
      {way === 'print' && <PrinterFields printers={printers} choice={choice} onChange={onChange} />}
    </>
  );
}

export function PrinterFields({ printers, choice, onChange }: PrinterProps) {
  return (
    <>
      <OneOfField
        words={{ label: 'Impresora', id: 'copies-printer' }}
        inline
        options={printers.map(({ name }) => ({ code: name, label: name }))}
        value={choice.printer ?? usualPrinter(printers)}
        onChange={(printer) => onChange({ printer })}
      />
      <TickField
        words={{ label: 'Por ambas caras de la hoja', id: 'copies-both-sides' }}
        value={choice.bothSides}
        onChange={(bothSides) => onChange({ bothSides })}
      />
    </>
  );
}

export function ProgressRow({ batchId, onStop }: { readonly batchId: string; readonly onStop: () => void }) {
  const progress = useCopiesProgress(batchId);
  return (
    <div className={look.row} role="status">
      <span>{progress === null ? 'Empezando…' : `${progress.done} de ${progress.total} pasos`}</span>
      <PlainButton small onClick={onStop}>
        Detener
      </PlainButton>
    </div>
  );
}
