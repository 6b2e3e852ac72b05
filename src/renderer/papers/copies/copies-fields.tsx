import { Button } from '@mantine/core';
import { copyEditionLabels, documentKindLabels, type IssuedDocument } from '../../../shared/papers/index.ts';
import { ChoiceField, NumberField, TickField } from '../../platform/ui/index.ts';
import css from '../papers.module.css';
import { copiesEach, usualPrinter, wayOf, type CopiesChoice, type PrinterOption } from './copies-choice.ts';
import { useCopiesProgress } from './use-copies.ts';

type Fields = { readonly choice: CopiesChoice; readonly onChange: (part: Partial<CopiesChoice>) => void };

type WhichProps = Fields & { readonly documents: readonly IssuedDocument[]; readonly tried: boolean };

export function WhichFields({ documents, choice, tried, onChange }: WhichProps) {
  const isChosen = (id: IssuedDocument['id']) => choice.documents.includes(id);
  return (
    <fieldset className={css.choices}>
      <legend>Documentos</legend>
      {documents.map(({ id, kind, number }, at) => (
        <TickField
          key={id}
          words={{ label: `${number} (${documentKindLabels[kind]})`, id: `copies-document-${at}` }}
          value={isChosen(id)}
          onChange={(ticked) => {
            const ids = documents.map((one) => one.id);
            onChange({ documents: ids.filter((one) => (one === id ? ticked : isChosen(one))) });
          }}
          onBlur={() => undefined}
        />
      ))}
      {tried && choice.documents.length === 0 && <p role="alert">Marque al menos un documento.</p>}
    </fieldset>
  );
}

type WayProps = Fields & {
  readonly printers: readonly PrinterOption[];
  /** One paper once, and not a batch. */
  readonly isOne?: boolean;
};

export function WayFields({ printers, choice, isOne = false, onChange }: WayProps) {
  const way = wayOf(choice, printers);
  const none = printers.length === 0;
  const hint = none ? 'En este equipo no hay una impresora que el programa pueda usar.' : undefined;
  return (
    <>
      <ChoiceField
        words={{ label: isOne ? 'Cómo sale' : 'Cómo salen', id: 'copies-way', hint }}
        inline
        clearable={false}
        options={[
          ...(none ? [] : [{ code: 'print' as const, label: isOne ? 'Impresa' : 'Impresas' }]),
          { code: 'save' as const, label: isOne ? 'Guardada en PDF' : 'Guardadas en un solo PDF' },
        ]}
        value={way}
        onChange={(chosen) => {
          onChange({ way: chosen });
        }}
      />
      {way === 'print' && (
        <>
          <ChoiceField
            words={{ label: 'Impresora', id: 'copies-printer' }}
            clearable={false}
            options={printers.map(({ name }) => ({ code: name, label: name }))}
            value={choice.printer ?? usualPrinter(printers)}
            onChange={(printer) => {
              onChange({ printer });
            }}
          />
          <TickField
            words={{ label: 'Por ambas caras de la hoja', id: 'copies-both-sides' }}
            value={choice.bothSides}
            onChange={(bothSides) => {
              onChange({ bothSides });
            }}
            onBlur={() => undefined}
          />
        </>
      )}
    </>
  );
}

export function CountFields({ choice, tried, onChange }: Fields & { readonly tried: boolean }) {
  const error = tried && copiesEach(choice) === 0 ? 'Indique al menos una copia.' : undefined;
  return (
    <div className={css.row}>
      <NumberField
        words={{ label: `${copyEditionLabels.court}, de cada uno`, id: 'copies-court', error }}
        value={choice.court}
        onChange={(court) => {
          onChange({ court });
        }}
      />
      <NumberField
        words={{ label: `${copyEditionLabels.office}, con sello y código`, id: 'copies-office' }}
        value={choice.office}
        onChange={(office) => {
          onChange({ office });
        }}
      />
    </div>
  );
}

/** How far a batch is, and the way to stop it. */
export function ProgressRow({ batchId, onStop }: { readonly batchId: string; readonly onStop: () => void }) {
  const progress = useCopiesProgress(batchId);
  return (
    <div className={css.row} role="status">
      <span>{progress === null ? 'Empezando…' : `${progress.done} de ${progress.total} pasos`}</span>
      <Button variant="default" size="compact-sm" onClick={onStop}>
        Detener
      </Button>
    </div>
  );
}
