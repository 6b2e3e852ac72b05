import { fileKindLabels, type Attachment } from '../../../shared/attachments/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { custodyItemLabels } from '../../../shared/referrals/index.ts';
import { PlainButton, look, ChoiceField, Panel, TextField, TicksField } from '../../platform/ui/index.ts';
import css from '../referrals.module.css';
import type { TypedItem } from './custody-draft.ts';

const kinds = optionsOf(custodyItemLabels);

type Props = {
  readonly at: number;
  readonly item: TypedItem;
  readonly files: readonly Attachment[];
  readonly onChange: (item: TypedItem) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
  readonly errorAt: (path: string) => string | undefined;
};

/** As long as the acta holds them. */
const most = { description: 300, packing: 120, seal: 80 } as const;

/** One thing: what it is, how it is packed, its seal, the photographs that show it. */
export function ItemFields({ at, item, files, onChange, onRemove, errorAt }: Props) {
  const id = (part: string) => `custody-items.${at}.${part}`;
  const text = (part: 'description' | 'packing' | 'seal', label: string, hint: string) => (
    <TextField
      words={{ label, hint, id: id(part), error: errorAt(`items.${at}.${part}`) }}
      width={part === 'description' ? 'full' : 'medium'}
      maxLength={most[part]}
      value={item[part]}
      onChange={(event) => onChange({ ...item, [part]: event.target.value })}
    />
  );
  return (
    <Panel title={`Cosa ${at + 1}`}>
      <ChoiceField
        words={{ label: 'Qué es', id: id('kind'), error: errorAt(`items.${at}.kind`) }}
        inline
        options={kinds}
        value={item.kind}
        onChange={(kind) => onChange({ ...item, kind })}
      />
      {text('description', 'Descripción', 'Lo que se ve, sin abrirlo ni probarlo.')}
      <div className={look.gridFields}>
        {text('packing', 'Embalaje', 'La ropa, en bolsa de papel.')}
        {text('seal', 'Precinto', 'Su número, o «Sin precinto».')}
      </div>
      {files.length > 0 && (
        <TicksField
          words={{
            label: 'Fotografías y archivos que lo muestran',
            hint: 'El acta lleva su código SHA-256, no su nombre.',
            id: id('files'),
            optional: true,
          }}
          ticks={files.map((file) => ({
            name: file.id,
            label: `${fileKindLabels[file.facts.kind]}: ${file.facts.description}`,
          }))}
          value={[...item.files]}
          onChange={(next) => onChange({ ...item, files: next ?? [] })}
        />
      )}
      {onRemove !== null && (
        <div className={css.acts}>
          <PlainButton small aria-label={`Quitar: Cosa ${at + 1}`} onClick={onRemove}>
            Quitar
          </PlainButton>
        </div>
      )}
    </Panel>
  );
}
