import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import css from './attachments.module.css';
import { PlainButton, look } from '../platform/ui/index.ts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly isMultiple?: boolean;
  /** What else takes the file where it is dropped, above the button. */
  readonly children?: ReactNode;
  readonly beside?: ReactNode;
  /** Endings of the files that are offered. */
  readonly accepted?: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** What was dropped is no file: a folder, a link. */
  readonly onProblem: (words: string) => void;
};

const keptTypes = '.pdf,.jpg,.jpeg,.png,.heic,.heif,.mp3,.m4a,.ogg,.opus,.mp4,.docx,.xlsx,.txt';

function hasFolder(event: DragEvent): boolean {
  return [...event.dataTransfer.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
}

/** Files by a button or dropped here; a folder or a link is refused in words, and nothing else happens (bad input 82). */
export function DropZone({
  label,
  hint,
  isMultiple = false,
  children,
  beside,
  accepted = keptTypes,
  onFiles,
  onProblem,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (hasFolder(event)) onProblem('Eso es una carpeta. Suelte los archivos, uno o varios.');
    else if (event.dataTransfer.files.length === 0)
      onProblem('Eso no es un archivo. Suelte un archivo de la computadora.');
    else onFiles([...event.dataTransfer.files].slice(0, isMultiple ? undefined : 1));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is a second way beside the button inside
    <div
      className={[css.drop, isOver ? css.over : ''].join(' ')}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      <div className={look.row}>
        {beside}
        <PlainButton onClick={() => input.current?.click()}>{label}</PlainButton>
        <span>o suéltelo aquí.</span>
      </div>
      <span className={look.secondary}>{hint}</span>
      <input
        ref={input}
        type="file"
        hidden
        multiple={isMultiple}
        accept={accepted}
        aria-label={label}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file may be chosen again once it was mended.
          event.target.value = '';
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
    </div>
  );
}
