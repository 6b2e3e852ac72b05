import {
  documentWords,
  removedLabels,
  type OutsideLine,
  type RegisterLine,
  type SavedFileLine,
} from '../../../shared/papers/index.ts';
import { inLima } from '../../platform/times.ts';
import { look, type Column, LineButton, TwoLines } from '../../platform/ui/index.ts';
import { fileWords } from '../copy-words.ts';
import { copyKindWords, CopyStateMark, FileStateMark } from './copy-marks.tsx';

type Line = RegisterLine | SavedFileLine;
export type Reprintable = RegisterLine & { readonly caseId: NonNullable<RegisterLine['caseId']> };
/** A line of the register, or of the files that are still outside. */
export type Removable = Line | OutsideLine;

export type RegisterActs = {
  readonly remove: (line: Line) => void;
  readonly reprint: (line: Reprintable) => void;
  /** Whether the reader may print papers of that kind at all. */
  readonly may: (line: RegisterLine) => boolean;
};

/** What became of it, as the button and the message say it. */
export function removedWords(line: Removable): string {
  if (line.sort === 'file') return 'Eliminado del disco';
  return removedLabels['way' in line ? line.way : 'save'];
}

/** Printed pages of one paper; a part of a presentation is printed again from the presentation. */
function reprintableOf(line: Line, { may }: RegisterActs): Reprintable | null {
  if (line.sort === 'file' || line.way !== 'print' || line.format !== 'pdf' || line.isOfBundle || !may(line))
    return null;
  const { caseId } = line;
  return caseId === null ? null : { ...line, caseId };
}

function ActButtons({ line, acts }: { readonly line: Line; readonly acts: RegisterActs }) {
  const mayRemove = line.mayRemove && line.removedAt === null && line.state !== 'failed';
  const reprintable = reprintableOf(line, acts);
  if (!mayRemove && reprintable === null) return '—';
  return (
    <div className={look.row}>
      {reprintable !== null && (
        <LineButton label="Reimprimir" of={line.number} onClick={() => acts.reprint(reprintable)} />
      )}
      {mayRemove && <LineButton label={removedWords(line)} of={line.number} onClick={() => acts.remove(line)} />}
    </div>
  );
}

function What({ line }: { readonly line: Line }) {
  const ficha = line.caseNumber === null ? null : `Ficha ${line.caseNumber}`;
  if (line.sort === 'file') return <TwoLines first={fileWords(line)} second={ficha ?? ''} />;
  const second = [ficha, `${line.pages} pág.`].filter(Boolean).join(' · ');
  return <TwoLines first={documentWords(line.kind, line.document)} second={second} />;
}

export function registerColumns(acts: RegisterActs): readonly Column<Line>[] {
  return [
    {
      title: 'Número',
      cell: (line) => (
        <TwoLines
          isWhole
          first={line.number}
          second={line.sort === 'file' ? 'Archivo guardado' : copyKindWords(line)}
        />
      ),
    },
    { title: 'Qué es', cell: (line) => <What line={line} /> },
    {
      title: 'Para',
      cell: (line) => (line.sort === 'file' ? '—' : <TwoLines first={line.recipient} second={line.purpose} />),
    },
    {
      title: 'Registrada',
      cell: (line) => (
        <TwoLines
          first={inLima(line.requestedAt)}
          second={[line.staffName, line.sort === 'file' ? null : line.printer].filter(Boolean).join(' · ')}
        />
      ),
    },
    {
      title: 'Estado',
      cell: (line) => (line.sort === 'file' ? <FileStateMark file={line} /> : <CopyStateMark copy={line} />),
    },
    { title: 'Acciones', cell: (line) => <ActButtons line={line} acts={acts} /> },
  ];
}
