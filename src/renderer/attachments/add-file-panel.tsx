import { useState } from 'react';
import type { Attachment, FileArea, FileFacts } from '../../shared/attachments/index.ts';
import { announce } from '../platform/announce.ts';
import { ActProblem } from '../platform/forms/index.ts';
import { SheetForm, PlainButton, look, Notice, WorkBar, ButtonRow } from '../platform/ui/index.ts';
import css from './attachments.module.css';
import { DropZone } from './drop-zone.tsx';
import { FactsFields, type FactsDraft } from './facts-fields.tsx';
import { useAdding } from './use-adding.ts';
import { sizeWords } from './words.ts';

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

/** What this file is, and how far it has been sent. */
function FileForm({ file, left, draft, areas, adding, onChange, onLeave }: FormProps) {
  const isSending = adding.act.busy;
  return (
    <SheetForm onSend={() => adding.add(file, draft)}>
      <p className={css.name}>
        <strong>{file.name}</strong> · {sizeWords(file.size)}
        {left > 1 && ` · faltan ${left} archivos`}
      </p>
      <FactsFields id="new-file" draft={draft} areas={areas} issues={adding.act.issues} onChange={onChange} />
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
