import type { QueryKey } from '@tanstack/react-query';
import { use, useState, type ComponentProps, type ReactNode } from 'react';
import type { FileHandle } from '../../shared/platform/ids.ts';
import type { CopyWay } from '../../shared/papers/index.ts';
import { blankChoice, copiesIn, wayOf } from './copies/copies-choice.ts';
import { WayFields } from './copies/copies-fields.tsx';
import { registerKey, useAllowedPrinters } from './queries.ts';
import { asOfNow, useRead, useRefresh } from '../platform/query.ts';
import { downloadBytes, fetchFile } from '../platform/files.ts';
import { type ActClient, ActProblem, useAct } from '../platform/forms/index.ts';
import { LineWait } from '../platform/line/index.ts';
import { look, Dialog, Told, PdfPages, QueryState, ReadOnlyContext, Stores } from '../platform/ui/index.ts';

import css from './papers.module.css';

type Props = {
  readonly title: string;
  /** What tells one paper from another. */
  readonly paper: readonly string[];
  readonly make: () => Promise<{ readonly file: FileHandle }>;
  /** Issues and registers it, and lets it out; without it the pages are only read. */
  readonly release?: (
    out: { readonly way: CopyWay; readonly printer: string | null },
    client: ActClient,
  ) => Promise<{ readonly number: string; readonly file: FileHandle | null }>;
  /** What is read anew once it left. */
  readonly changes?: QueryKey;
  /** What is chosen of it, and said before it leaves: at the left of its pages. */
  readonly children?: ReactNode;
  /** Two small faces, shown beside each other. */
  readonly isFacing?: boolean;
  readonly onClose: () => void;
};

type ReadProps = Omit<Props, 'release' | 'changes'>;
type Release = NonNullable<Props['release']>;
type LeavesProps = ReadProps & { readonly release: Release; readonly changes: QueryKey | undefined };

/** The pages of a working paper, and the copy that leaves: registered first, then printed or saved. */
export function WorkingPaperDialog({ release, changes, ...read }: Props) {
  return release === undefined ? <Pages {...read} /> : <Leaves {...read} release={release} changes={changes} />;
}

type PagesProps = ReadProps & { readonly foot?: Foot };
/** How it leaves: fields below what is chosen, the act at the foot, where it is always in sight, and how it ended. */
type Foot = Pick<ComponentProps<typeof Dialog>, 'confirm' | 'also'> & { readonly way: ReactNode };

function Pages({ title, paper, make, children, isFacing = false, onClose, foot }: PagesProps) {
  const made = useRead(
    ['papers', 'working', ...paper],
    async (client) => {
      const { file } = await make();
      return fetchFile(client, file);
    },
    asOfNow,
  );
  const { way, ...acts } = made.data === undefined || foot === undefined ? { way: null } : foot;
  return (
    <Dialog
      isWide={children === undefined ? 'page' : 'pages'}
      beginsAtField={children !== undefined}
      title={title}
      cancel={{ label: 'Cerrar', onClick: onClose }}
      {...acts}
    >
      <div className={children === undefined ? look.stack : css.chosen}>
        <div className={look.stack}>
          {children}
          {way}
        </div>
        <QueryState query={made}>
          {(bytes) => <PdfPages {...{ bytes, title, isFacing }} isBeside={children !== undefined} />}
        </QueryState>
      </div>
    </Dialog>
  );
}

function Leaves({ release, changes, ...read }: LeavesProps) {
  const printers = useAllowedPrinters();
  const isReadOnly = use(ReadOnlyContext) !== null;
  const [choice, setChoice] = useState(() => blankChoice([], new Set()));
  const [done, setDone] = useState<string | null>(null);
  const refresh = useRefresh(...(changes === undefined ? [] : [changes]), registerKey);
  const act = useAct({ refresh });
  const go = () => {
    if (act.busy) return;
    setDone(null);
    const { way, printer } = copiesIn(choice, printers);
    const send = async (client: ActClient) => {
      const { number, file } = await release({ way, printer }, client);
      if (file !== null) downloadBytes(await fetchFile(client, file), file);
      return number;
    };
    void act.run(send, {
      words: (number) => `Copia ${number} registrada y ${way === 'print' ? 'enviada a la impresora' : 'guardada'}.`,
      done: (_, words) => setDone(words),
      refused: refresh,
    });
  };
  const verb = wayOf(choice, printers) === 'print' ? 'Registrar e imprimir' : 'Registrar y guardar';
  const way = (
    <Stores>
      <LineWait what="papers" />
      <WayFields printers={printers} choice={choice} onChange={(part) => setChoice({ ...choice, ...part })} />
    </Stores>
  );
  const confirm = { label: act.busy ? 'Un momento…' : verb, onClick: go, byControlEnter: true } as const;
  const also = (
    <>
      <ActProblem act={act} />
      <Told tone="done">{done}</Told>
    </>
  );
  return <Pages {...read} foot={{ way, ...(isReadOnly ? {} : { confirm, also }) }} />;
}
