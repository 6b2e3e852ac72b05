import { useMemo } from 'react';
import { backupContract, backupReasons, previewWords, type RestorePreview } from '../../shared/backup/index.ts';
import { TextControl } from '../platform/forms/index.ts';
import { Notice, Sentences } from '../platform/ui/index.ts';
import { CopyForm, type CopyFormProps } from './copy-form.tsx';
import type { CopySource } from './copy-source.ts';

const folderWords: Readonly<Record<string, string>> = {
  'copy-folder-missing': backupReasons['copy-folder-missing'],
  'copy-incomplete': backupReasons['copy-incomplete'],
  'copy-damaged': 'La copia no pasó la revisión. Elija otra.',
};

const folderSource: Omit<CopySource, 'first'> = {
  lead: <p>La copia se revisa completa y no cambia. Antes de reponerla se dice qué faltaría.</p>,
  schema: backupContract.previewRestore.input.shape.folder,
  Field: ({ form }) => (
    <TextControl
      form={form}
      name="copy"
      spellCheck={false}
      label="Carpeta de la copia"
      hint={
        'La ruta de la carpeta de las copias, y se toma la más nueva, o la de una copia, por ejemplo «E:\\Copias CEM» o «E:\\Copias CEM\\backup-20260905t150000z-120».'
      }
    />
  ),
  who: 'De una persona que ya estaba en la copia.',
  wordsAtField: ({ reason }) => folderWords[reason ?? ''],
  preview: (client, folder, by) => client.previewRestore({ folder, by }),
  words: previewWords,
  isOver: ({ present }) => present.kind !== 'empty',
  verb: ({ present }) => (present.kind === 'empty' ? 'Recuperar' : 'Reponer esta copia'),
  restore: async (client, { by, preview }, second) =>
    (await client.restoreCopy({ folder: preview.copy.folder, by, second })).aside,
  done: {
    password:
      'Registro recuperado y revisado. Entre con su usuario y contraseña, y elija de nuevo la carpeta de las copias.',
    recoveryKey:
      'Registro recuperado y revisado. Ahora ponga una contraseña nueva con la misma hoja; si alguien recuerda la suya, entre con ella. Después elija de nuevo la carpeta de las copias.',
  },
};

type Props = Omit<CopyFormProps, 'source'> & {
  /** Folder that stands in its field at first. */
  readonly from?: string;
  /** What else this changes, said first on both steps. */
  readonly also?: readonly string[];
};

/** «Recuperar desde una copia»: first what it would change is said, then it is done. */
export function RestoreForm({ from = '', also, ...form }: Props) {
  const source = useMemo(
    () => ({
      ...folderSource,
      first: from,
      lead: (
        <>
          {also !== undefined && (
            <Notice tone="warning">
              <Sentences of={also} />
            </Notice>
          )}
          {folderSource.lead}
        </>
      ),
      words: (preview: RestorePreview) => [...(also ?? []), ...previewWords(preview)],
    }),
    [from, also],
  );
  return <CopyForm source={source} {...form} />;
}
