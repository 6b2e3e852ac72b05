import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/platform/failures.ts';
import { boundedText, saysAnything } from '../../shared/proceedings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { DropZone, sendFile } from '../attachments/index.ts';
import type { Output } from '../platform/client.ts';
import { type ActClient, ActProblem, useAct } from '../platform/forms/index.ts';
import { hrefOf } from '../platform/routes.ts';
import {
  PlainButton,
  look,
  DataTable,
  LongTextField,
  Notice,
  StateBadge,
  type Column,
  ButtonRow,
} from '../platform/ui/index.ts';
import { countWords, noticeRows, type NoticeRow } from './notice-words.ts';
import css from './proceedings.module.css';

export type NoticeAnswer = Output<'readCourtNotice'>;

type Props = {
  readonly caseId: string;
  /** To be filled into the form. */
  readonly onRead: (answer: NoticeAnswer) => void;
  /** The file that may be kept with the act; null for a pasted text, or one that cannot be kept. */
  readonly onFile: (file: File | null) => void;
};

/** A scan or a locked file says nothing and is the notice all the same. */
const keptUnread = ['notice-image', 'notice-locked', 'notice-unreadable'];

/** «Pegue o suelte aquí la notificación»: what it says is proposed, nothing of it is kept. */
export function NoticeField({ caseId, onRead, onFile }: Props) {
  const act = useAct();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<NoticeAnswer | null>(null);
  const [isFilled, setFilled] = useState(false);
  const [readFile, setRead] = useState<File | null>(null);
  // The file of a notice that is not filled in is none of this act: it may be of another ficha.
  const fill = (read: NoticeAnswer, file: File | null) => {
    setFilled(true);
    onRead(read);
    onFile(file);
  };
  const read = (ask: (client: ActClient) => Promise<NoticeAnswer>, file: File | null) => {
    setAnswer(null);
    setFilled(false);
    onFile(null);
    void act.run(ask, {
      of: file === null ? 'text' : `${file.name} ${file.size} ${file.lastModified}`,
      words: (found) => saidOf(found),
      done: (found) => {
        setAnswer(found);
        setRead(file);
        if (saysAnything(found.reading) && !isDoubtful(found)) fill(found, file);
      },
      refused: ({ reason }: Failure) => {
        if (reason !== null && keptUnread.includes(reason)) onFile(file);
      },
    });
  };
  const readText = (given: string) => {
    if (given.trim() === '') act.say('Pegue primero el texto de la notificación, o elija su archivo.');
    else read((client) => client.readCourtNotice({ caseId, given: { from: 'text', text: boundedText(given) } }), null);
  };
  const take = (file: File) => {
    setText('');
    read(async (client) => {
      const fileId = await sendFile(client, file, {
        onProgress: () => undefined,
        signal: new AbortController().signal,
      });
      return client.readCourtNotice({ caseId, given: { from: 'file', fileId, fileName: file.name } });
    }, file);
  };
  return (
    <div className={look.stack}>
      <DropZone
        label="Elegir archivo…"
        hint="PDF con texto, Word o texto. Se lee en esta computadora y llena el formulario; usted confirma cada dato."
        accepted=".pdf,.docx,.txt"
        beside={
          <PlainButton aria-disabled={act.busy} onClick={() => readText(text)}>
            {act.busy ? 'Leyendo…' : 'Leer la notificación'}
          </PlainButton>
        }
        onFiles={([file]) => {
          if (file !== undefined) take(file);
        }}
        onProblem={act.say}
      >
        <div className={css.pasted}>
          <LongTextField
            words={{ label: 'Pegue o suelte aquí la notificación', id: 'notice-text', optional: true }}
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text');
              if (text.trim() !== '' || pasted.trim() === '') return;
              event.preventDefault();
              setText(pasted);
              readText(pasted);
            }}
          />
        </div>
      </DropZone>
      <ActProblem act={act} />
      {answer !== null && <Answer answer={answer} isFilled={isFilled} onFill={() => fill(answer, readFile)} />}
    </div>
  );
}

/** Another ficha, or an act that is there already: she says first that it is meant. */
function isDoubtful({ elsewhere, registered }: NoticeAnswer): boolean {
  return elsewhere !== null || registered !== null;
}

function saidOf({ reading, elsewhere, registered }: NoticeAnswer): string {
  if (!saysAnything(reading)) return nothingWords;
  if (elsewhere !== null) return `El expediente es de la ficha ${elsewhere.number}. No se llenó nada.`;
  return registered === null
    ? countWords(noticeRows(reading))
    : 'Esa notificación ya está registrada. No se llenó nada.';
}

const nothingWords =
  'Este texto no parece una notificación: no dice expediente, resolución ni cédula. No se llenó nada; puede escribir los datos en el formulario.';

type AnswerProps = {
  readonly answer: NoticeAnswer;
  readonly isFilled: boolean;
  readonly onFill: () => void;
};

function Answer({ answer, isFilled, onFill }: AnswerProps) {
  const { reading, elsewhere, registered } = answer;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  if (!saysAnything(reading)) return <Notice tone="warning">{nothingWords}</Notice>;
  const rows = noticeRows(reading);
  return (
    <div ref={box} className={look.stack}>
      {elsewhere !== null && (
        <Notice tone="warning">
          Ese expediente consta en la{' '}
          <a href={hrefOf('/casos/$caseId/proceso', { caseId: elsewhere.caseId })}>ficha {elsewhere.number}</a>, no en
          esta. No se llenó nada: ábrala si la notificación es de ella.
        </Notice>
      )}
      {registered !== null && (
        <Notice tone="warning">
          Esta notificación ya está registrada en esta ficha: {registered.document}, acto del{' '}
          {formatCivilDate(registered.on)}.
        </Notice>
      )}
      {isDoubtful(answer) && !isFilled && (
        <ButtonRow
          plain
          label={elsewhere === null ? 'Llenar de todos modos: es otro acto' : 'Es también de esta ficha: llenar'}
          onClick={onFill}
        />
      )}
      {isFilled && (
        <Notice tone={rows.some(({ said }) => said.length > 1) ? 'warning' : 'done'}>{countWords(rows)}</Notice>
      )}
      <DataTable caption="Lo que dice la notificación" columns={columns} rows={rows} keyOf={({ label }) => label} />
    </div>
  );
}

const columns: readonly Column<NoticeRow>[] = [
  { title: 'Dato', cell: ({ label }) => label },
  {
    title: 'Dice',
    cell: ({ said }) => {
      if (said.length === 0) return <span className={look.secondary}>No lo dice: escríbalo usted.</span>;
      if (said.length === 1) return said[0]?.words;
      return (
        <>
          <StateBadge tone="warning">Dos valores</StateBadge> {said.map(({ words }) => words).join(' o ')}
        </>
      );
    },
  },
  {
    title: 'Leído de',
    cell: ({ said }) => <span className={look.secondary}>{said.map(({ from }) => `«${from}»`).join(' y ')}</span>,
  },
];
