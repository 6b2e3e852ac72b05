import { useState, useRef } from 'react';
import { type Attachment, type FileArea, type FileFacts, fileFactsSchema } from '../../shared/attachments/index.ts';
import { issuesOf } from '../../shared/platform/failures.ts';
import { announce } from '../platform/announce.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { SheetForm, PlainButton, look, Notice, WorkBar, ButtonRow } from '../platform/ui/index.ts';
import { DropZone } from './drop-zone.tsx';
import { FactsFields, type FactsDraft, factsOf } from './facts-fields.tsx';
import { sizeWords } from './words.ts';
import { useRefreshAttachments } from './queries.ts';
import { fileIdOf, sendFile, stopped } from './send-file.ts';
import css from './attachments.module.css';

type Props = {
  readonly caseId: string;
  readonly areas: readonly FileArea[];
  readonly label?: string;
  readonly isMultiple?: boolean;
  /** What the file is known to be, so that only its description is left to say. */
  readonly start?: Partial<FileFacts>;
  readonly onAdded?: (attachment: Attachment) => void;
};

const hint = 'Hasta 50 MB. PDF, imágenes, audio, video, Word, Excel o texto. Se guarda cifrado.';

function blankFacts(areas: readonly FileArea[], start: Partial<FileFacts> = {}): FactsDraft {
  const onlyArea = areas.length === 1 ? (areas[0] ?? null) : null;
  const { kind = null, area = onlyArea, description = '' } = start;
  return { kind, area, description, receivedFrom: '' };
}

/** Choosing files and saying what each is; one after the other. */
export function AddFilePanel({ caseId, areas, label = 'Elegir archivo…', isMultiple = false, start, onAdded }: Props) {
  const blank = blankFacts(areas, start);
  const [queue, setQueue] = useState<readonly File[]>([]);
  const [draft, setDraft] = useState(blank);
  const [done, setDone] = useState<string | null>(null);
  const adding = useAdding(caseId, (attachment, wasKnown) => {
    const words = wasKnown ? 'Ese mismo archivo ya estaba en esta ficha: no se guardó otra vez.' : 'Archivo guardado.';
    setDone(words);
    announce(words);
    setQueue((all) => all.slice(1));
    setDraft({ ...blank, kind: draft.kind, area: draft.area });
    onAdded?.(attachment);
  });
  const [file] = queue;
  return (
    <div className={look.stack}>
      {done !== null && file === undefined && <Notice tone="done">{done}</Notice>}
      <ActProblem act={adding.act} />
      {file === undefined ? (
        <DropZone
          label={label}
          hint={hint}
          isMultiple={isMultiple}
          onFiles={(files) => {
            adding.act.say(null);
            setDone(null);
            setQueue(files);
          }}
          onProblem={adding.act.say}
        />
      ) : (
        <FileForm
          file={file}
          left={queue.length}
          draft={draft}
          areas={areas}
          adding={adding}
          onChange={setDraft}
          onLeave={() => setQueue((all) => all.slice(1))}
        />
      )}
    </div>
  );
}

type FormProps = {
  readonly file: File;
  readonly left: number;
  readonly draft: FactsDraft;
  readonly areas: readonly FileArea[];
  readonly adding: ReturnType<typeof useAdding>;
  readonly onChange: (draft: FactsDraft) => void;
  readonly onLeave: () => void;
};

function FileForm({ file, left, draft, areas, adding, onChange, onLeave }: FormProps) {
  const isSending = adding.act.busy;
  const { issues, say } = adding.act;
  /** What was wrong is answered at the field that is changed. */
  const change = (next: FactsDraft) => {
    const changed = (Object.keys(next) as (keyof FactsDraft)[]).filter((name) => next[name] !== draft[name]);
    const left = issues.filter(({ path }) => !changed.some((name) => `.${path}`.endsWith(`.${name}`)));
    if (left.length < issues.length) say(null, left);
    onChange(next);
  };
  return (
    <SheetForm onSend={() => adding.add(file, draft)}>
      <p className={css.name}>
        <strong>{file.name}</strong> · {sizeWords(file.size)}
        {left > 1 && ` · faltan ${left} archivos`}
      </p>
      <FactsFields id="new-file" draft={draft} areas={areas} issues={issues} onChange={change} />
      {isSending && <WorkBar label="Enviando KB" done={kib(adding.sent)} total={kib(file.size)} />}
      <ButtonRow busy={isSending} label="Guardar archivo">
        <PlainButton onClick={isSending ? adding.stop : onLeave}>
          {isSending ? 'Detener' : 'Dejar este archivo'}
        </PlainButton>
      </ButtonRow>
    </SheetForm>
  );
}

const kib = (bytes: number) => Math.ceil(bytes / 1024);

/** One file at a time on its way into the case: what is wrong stays beside what was typed. */
function useAdding(caseId: string, onAdded: (attachment: Attachment, wasKnown: boolean) => void) {
  const act = useAct({ refresh: useRefreshAttachments() });
  const [sent, setSent] = useState(0);
  const control = useRef(new AbortController());
  const add = async (file: File, draft: FactsDraft) => {
    const facts = fileFactsSchema.safeParse(factsOf(draft));
    if (!facts.success) {
      act.say(null, issuesOf(facts.error));
      return;
    }
    await act.run(
      async (client) => {
        setSent(0);
        control.current = new AbortController();
        const fileId = await sendFile(client, file, { onProgress: setSent, signal: control.current.signal });
        return client.addAttachment({ caseId, fileId, fileName: file.name, facts: facts.data });
      },
      { of: fileIdOf(file), done: ({ attachment, wasKnown }) => onAdded(attachment, wasKnown) },
    );
  };
  return {
    act,
    /** Bytes sent of all. */
    sent,
    add,
    stop: () => control.current.abort(stopped),
  };
}
