import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import {
  copyStateLabels,
  documentKindLabels,
  numberInFile,
  verdictLabels,
  type VerifiedDocument,
} from '../../../shared/papers/index.ts';
import type { Output } from '../../platform/client.ts';
import { announce } from '../../platform/announce.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { Facts, look, Told, PageTitle, Panel, TextField } from '../../platform/ui/index.ts';
import { shortHash } from '../copy-words.ts';
import css from '../papers.module.css';

type Answer = Output<'verifyDocument'> & { readonly isOfFile: boolean };

const ofNumber = 'Este centro emitió ese número. Compare la clase, la fecha, las páginas y el código con el papel.';
const tones = { genuine: 'done', changed: 'error', unknown: 'warning' } as const;

/** Properties of a file are small: what grows beyond this is none. */
const mostUnpacked = 4 * 1024 * 1024;

async function inflate(packed: Uint8Array): Promise<Uint8Array> {
  const unpacked = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = unpacked.getReader(); size <= mostUnpacked;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.length;
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Code and title of a file, made here: the file itself goes nowhere. */
async function readFile(file: File): Promise<{ contentHash: string; number: string | null }> {
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const contentHash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { contentHash, number: await numberInFile(new Uint8Array(bytes), inflate) };
}

/** «Verificar código»: by the number on a paper, or by the file itself; below it what other domains check. */
export function VerifyScreen({ children }: { readonly children?: ReactNode }) {
  const act = useAct();
  const [number, setNumber] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ask = (given: { number: string | null; contentHash: string | null }) => {
    setAnswer(null);
    return act.run((client) => client.verifyDocument(given), {
      done: (found) => {
        const told = { ...found, isOfFile: given.contentHash !== null };
        setAnswer(told);
        announce(wordsFor(told), found.verdict === 'genuine' ? 'status' : 'alert');
      },
    });
  };
  const take = (file: File | undefined) => {
    if (file !== undefined) void readFile(file).then(ask);
  };
  return (
    <>
      <PageTitle>Verificar código</PageTitle>
      <Panel title="Por el número del papel">
        <form
          className={look.fields}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (number.trim() !== '') void ask({ number, contentHash: null });
          }}
        >
          <TextField
            words={{
              label: 'Número',
              hint: 'Como está al pie: E-2026-000004, CEM-2026-000123, o Publicación 3 · código.',
              id: 'verify-number',
            }}
            maxLength={120}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <Button type="submit">Verificar número</Button>
        </form>
      </Panel>
      <Panel title="Por el archivo">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is a second way beside the control */}
        <label
          className={css.drop}
          htmlFor="verify-file"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take(event.dataTransfer.files[0]);
          }}
        >
          <span className={css.choose}>Elegir archivo</span>
          <span>o suéltelo aquí. No se guarda ni se envía: solo se compara su código.</span>
          <input
            id="verify-file"
            type="file"
            accept=".pdf,.docx,.xlsx,.csv,.json"
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
      </Panel>
      <ActProblem act={act} />
      {answer !== null && (
        <>
          <Told tone={tones[answer.verdict]}>{wordsFor(answer)}</Told>
          {answer.documents.map((one, at) => (
            <Found key={`${one.number}-${at}`} document={one} />
          ))}
        </>
      )}
      {children}
    </>
  );
}

function wordsFor({ verdict, isOfFile }: Answer): string {
  return verdict === 'genuine' && !isOfFile ? ofNumber : verdictLabels[verdict];
}

/** What may be told of it: never a person, never a case. */
function Found({ document }: { readonly document: VerifiedDocument }) {
  const { kind, number, issuedOn, pages, copyState, isRemoved } = document;
  return (
    <Panel title={number}>
      <Facts
        of={[
          ['Clase', documentKindLabels[kind]],
          ['Emitido', formatCivilDate(issuedOn)],
          pages !== null && ['Páginas', pages],
          ['Código de verificación', <span className={look.mono}>{shortHash(document)}</span>],
          copyState !== null && ['Copia', isRemoved ? 'Consta como destruida o eliminada' : copyStateLabels[copyState]],
        ]}
      />
    </Panel>
  );
}
