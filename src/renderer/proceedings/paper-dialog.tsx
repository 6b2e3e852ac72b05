import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileHandle } from '../../shared/platform/ids.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { fetchFile, saveFile } from '../platform/files.ts';
import { Dialog, Notice, PdfPages, QueryState } from '../platform/ui/index.ts';
import css from './proceedings.module.css';

type Props = {
  readonly title: string;
  /** What tells one paper from another. */
  readonly paper: readonly string[];
  readonly make: () => Promise<{ readonly file: FileHandle }>;
  readonly onClose: () => void;
};

/** The very pages of a paper of the clock, to be saved and printed. */
export function PaperDialog({ title, paper, make, onClose }: Props) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const made = useQuery({
    queryKey: ['proceedings', 'paper', ...paper],
    queryFn: async () => {
      const { file } = await make();
      return { file, bytes: await fetchFile(client, file) };
    },
    staleTime: 0,
    gcTime: 0,
  });
  const save = (file: FileHandle) => {
    saveFile(client, file).catch((error: unknown) => {
      setProblem(wordsOf(failureOf(error)));
    });
  };
  return (
    <Dialog opened isWide title={title} cancel={{ label: 'Cerrar', onClick: onClose }}>
      <QueryState query={made}>
        {({ file, bytes }) => (
          <div className={css.stack}>
            {problem !== null && <Notice tone="error">{problem}</Notice>}
            <div className={css.row}>
              <Button
                onClick={() => {
                  save(file);
                }}
              >
                Guardar para imprimir
              </Button>
            </div>
            <PdfPages bytes={bytes} title={title} />
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}
