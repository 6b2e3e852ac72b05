import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FileHandle } from '../../shared/platform/ids.ts';
import type { CopyWay } from '../../shared/papers/index.ts';
import { blankChoice, copiesIn, registerKey, usePrinters, wayOf, WayFields } from '../papers/index.ts';
import { announce } from '../platform/announce.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { downloadBytes, fetchFile } from '../platform/files.ts';
import { Dialog, Notice, PdfPages, QueryState } from '../platform/ui/index.ts';
import css from './proceedings.module.css';
import { dayPaperKey } from './queries.ts';

type WayOut = { readonly way: CopyWay; readonly printer: string | null };

type Props = {
  readonly title: string;
  /** What tells one paper from another. */
  readonly paper: readonly string[];
  readonly make: () => Promise<{ readonly file: FileHandle }>;
  /** Issues and registers it, and lets it out. */
  readonly release: (
    out: WayOut,
    options: { key: string },
  ) => Promise<{ readonly number: string; readonly file: FileHandle | null }>;
  readonly onClose: () => void;
};

/** The pages of a paper of the clock, and the copy that leaves: registered first, then printed or saved. */
export function PaperDialog({ title, paper, make, release, onClose }: Props) {
  const client = useClient();
  const made = useQuery({
    queryKey: ['proceedings', 'paper', ...paper],
    queryFn: async () => {
      const { file } = await make();
      return fetchFile(client, file);
    },
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog opened isWide title={title} cancel={{ label: 'Cerrar', onClick: onClose }}>
      <QueryState query={made}>
        {(bytes) => (
          <div className={css.stack}>
            <LetOut release={release} />
            <PdfPages bytes={bytes} title={title} />
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}

function LetOut({ release }: Pick<Props, 'release'>) {
  const client = useClient();
  const queries = useQueryClient();
  const printers = (usePrinters().data ?? []).filter(({ isAllowed }) => isAllowed);
  const [choice, setChoice] = useState(() => blankChoice([], new Set()));
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setDone(null);
    const { way, printer } = copiesIn(choice, printers);
    try {
      const { number, file } = await release({ way, printer }, { key: key.current });
      if (file !== null) downloadBytes(await fetchFile(client, file), file);
      const words = `Copia ${number} registrada y ${way === 'print' ? 'enviada a la impresora' : 'guardada'}.`;
      setDone(words);
      announce(words);
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    // What failed keeps its own number: a new try is another copy.
    key.current = newKey();
    setBusy(false);
    await queries.invalidateQueries({ queryKey: dayPaperKey });
    await queries.invalidateQueries({ queryKey: registerKey });
  };
  const verb = wayOf(choice, printers) === 'print' ? 'Registrar e imprimir' : 'Registrar y guardar';
  return (
    <>
      {problem !== null && (
        <Notice tone="error">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {done !== null && (
        <Notice tone="done">
          <p>{done}</p>
        </Notice>
      )}
      <WayFields
        isOne
        printers={printers}
        choice={choice}
        onChange={(part) => {
          setChoice({ ...choice, ...part });
        }}
      />
      <div className={css.row}>
        <Button aria-disabled={busy} onClick={() => void go()}>
          {busy ? 'Un momento…' : verb}
        </Button>
      </div>
    </>
  );
}
