import {
  dateOrderLabels,
  delimiterLabels,
  encodingLabels,
  sexLetterLabels,
  type DateOrder,
  type Delimiter,
  type Encoding,
  type ImportView,
  type SexLetter,
} from '../../shared/imports/index.ts';
import { look, ChoiceField, OneOfField, NumberField, optionsOf, Panel, Problem } from '../platform/ui/index.ts';
import type { SettingsUse } from './use-settings.ts';
import { counted } from './words.ts';

type PartProps = { readonly view: ImportView; readonly use: SettingsUse };

/** Letters, separator, sheet, headers, order of dates: proposed from the file, shown with what stands in it. */
export function ReadingPanel({ view, use }: PartProps) {
  return (
    <Panel title="Cómo se lee el archivo">
      <Problem words={use.problem} />
      <div className={look.stack}>
        {view.format === 'csv' ? <TextParts view={view} use={use} /> : <SheetPart view={view} use={use} />}
        <NumberField
          key={`header-${view.settings.headerLine}`}
          words={{ label: 'Fila de los títulos', hint: 'Número de la fila como se ve en Excel.', id: 'header-line' }}
          value={use.settings.headerLine}
          commit="blur"
          onChange={(value) => {
            if (typeof value === 'number' && value > 0 && value <= 50) void use.change({ headerLine: value });
          }}
        />
        <DateOrderPart view={view} use={use} />
        {view.asksSexLetter && (
          <ChoiceField
            words={{
              label: 'La letra M en la columna del sexo',
              hint: 'Junto a una F puede ser «masculino», junto a una H puede ser «mujer»: el programa no lo supone.',
              id: 'sex-letter',
            }}
            inline
            options={optionsOf(sexLetterLabels)}
            value={use.settings.sexLetter}
            onChange={(sexLetter: SexLetter | null) => void use.change({ sexLetter })}
          />
        )}
        {view.shortDocuments > 0 && (
          <OneOfField
            words={{
              label: `DNI de seis o siete dígitos: ${view.shortDocuments}`,
              hint: 'Excel quita los ceros con que empieza un DNI. Si no está seguro, déjelos: se guardan como están y no se usan para comparar.',
              id: 'short-documents',
            }}
            inline
            options={optionsOf({ keep: 'Dejarlos como están', pad: 'Agregar los ceros iniciales' })}
            value={use.settings.padsDocument ? 'pad' : 'keep'}
            onChange={(answer) => void use.change({ padsDocument: answer === 'pad' })}
          />
        )}
      </div>
    </Panel>
  );
}

function TextParts({ view, use }: PartProps) {
  const { letterExample } = view;
  return (
    <>
      <OneOfField
        words={{
          label: 'Codificación del texto',
          hint:
            letterExample === null
              ? 'El archivo no tiene tildes ni Ñ: cualquiera sirve.'
              : `Así se lee: «${letterExample}». Si ve signos raros, elija otra.`,
          id: 'encoding',
        }}
        inline
        options={optionsOf(encodingLabels)}
        value={use.settings.encoding}
        onChange={(encoding: Encoding | null) => void use.change({ encoding })}
      />
      <OneOfField
        words={{
          label: 'Separador de las columnas',
          hint: `Así salen ${counted(view.columns.length, 'columna', 'columnas')}.`,
          id: 'delimiter',
        }}
        inline
        options={optionsOf(delimiterLabels)}
        value={use.settings.delimiter}
        onChange={(delimiter: Delimiter | null) => void use.change({ delimiter })}
      />
    </>
  );
}

function SheetPart({ view, use }: PartProps) {
  if (view.sheets.length < 2) return null;
  return (
    <OneOfField
      words={{ label: 'Hoja del libro', hint: 'Las hojas ocultas no se leen.', id: 'sheet' }}
      inline
      options={view.sheets.map(({ index, name }) => ({ code: index, label: name }))}
      value={use.settings.sheet}
      onChange={(sheet) => void use.change({ sheet })}
    />
  );
}

/** The order is asked with dates of the file, each in every reading: nothing is guessed in silence. */
function DateOrderPart({ view, use }: PartProps) {
  const { examples, possible } = view.dates;
  if (examples.length === 0) return null;
  const isDoubtful = use.settings.dateOrder === null;
  const options = optionsOf(dateOrderLabels).map(({ code, label }) => ({
    code,
    label: `${label}${inWords(view, code)}`,
  }));
  return (
    <OneOfField
      words={{
        label: 'Orden de las fechas',
        hint: isDoubtful
          ? 'Las fechas del archivo se pueden leer de más de una manera. Compare con una ficha en papel antes de elegir.'
          : 'Compruebe que la fecha de ejemplo se lee bien.',
        error: isDoubtful ? 'Diga en qué orden están escritas las fechas.' : undefined,
        id: 'date-order',
      }}
      options={options.filter(({ code }) => possible.length === 0 || possible.includes(code))}
      value={use.settings.dateOrder}
      onChange={(dateOrder: DateOrder | null) => void use.change({ dateOrder })}
    />
  );
}

function inWords(view: ImportView, order: DateOrder): string {
  const read = view.dates.examples.flatMap(({ text, readings }) => {
    const reading = readings.find((one) => one.order === order);
    return reading === undefined ? [] : [`«${text}» es el ${reading.words}`];
  });
  return read.length === 0 ? '' : `: ${read.slice(0, 2).join('; ')}`;
}
