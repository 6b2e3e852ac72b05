import {
  copyEditionLabels,
  copyFormatLabels,
  type CopyEdition,
  type CopyFormat,
} from '../../../shared/papers/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { OneOfField } from '../../platform/ui/index.ts';

export type CopyKind = { readonly format: CopyFormat; readonly edition: CopyEdition };

type Props = { readonly hasWord: boolean; readonly kind: CopyKind; readonly onChange: (kind: CopyKind) => void };

/** PDF or Word, for who receives it or for the archive; an office copy carries seal and code, so it is a PDF. */
export function KindOfCopy({ hasWord, kind, onChange }: Props) {
  return (
    <>
      {hasWord && (
        <OneOfField
          words={{ label: 'Formato', id: 'copy-format' }}
          inline
          options={optionsOf(copyFormatLabels)}
          value={kind.format}
          onChange={(format) => onChange(format === 'docx' ? { format, edition: 'court' } : { ...kind, format: 'pdf' })}
        />
      )}
      {kind.format === 'pdf' && (
        <OneOfField
          words={{
            label: 'Ejemplar',
            hint: 'El de oficina lleva número de copia, sello y código; no se presenta.',
            id: 'copy-edition',
          }}
          inline
          options={optionsOf(copyEditionLabels)}
          value={kind.edition}
          onChange={(edition) => onChange({ ...kind, edition })}
        />
      )}
    </>
  );
}
