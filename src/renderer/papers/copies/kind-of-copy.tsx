import {
  copyEditionLabels,
  copyFormatLabels,
  type CopyEdition,
  type CopyFormat,
} from '../../../shared/papers/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { ChoiceField } from '../../platform/ui/index.ts';

export type CopyKind = { readonly format: CopyFormat; readonly edition: CopyEdition };

type Props = { readonly hasWord: boolean; readonly kind: CopyKind; readonly onChange: (kind: CopyKind) => void };

/** PDF or Word, for who receives it or for the archive; an office copy carries seal and code, so it is a PDF. */
export function KindOfCopy({ hasWord, kind, onChange }: Props) {
  return (
    <>
      {hasWord && (
        <ChoiceField
          words={{ label: 'Formato', id: 'copy-format' }}
          inline
          clearable={false}
          options={optionsOf(copyFormatLabels)}
          value={kind.format}
          onChange={(format) => onChange(format === 'docx' ? { format, edition: 'court' } : { ...kind, format: 'pdf' })}
        />
      )}
      {kind.format === 'pdf' && (
        <ChoiceField
          words={{
            label: 'Ejemplar',
            hint: 'El de oficina lleva número de copia, sello y código; no se presenta.',
            id: 'copy-edition',
          }}
          inline
          clearable={false}
          options={optionsOf(copyEditionLabels)}
          value={kind.edition}
          onChange={(edition) => onChange({ ...kind, edition: edition ?? 'court' })}
        />
      )}
    </>
  );
}
