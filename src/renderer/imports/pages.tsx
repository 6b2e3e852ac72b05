import { PlainButton, look } from '../platform/ui/index.ts';

type Props = {
  /** Lines after which each page read so far begins. */
  readonly pages: readonly number[];
  readonly next: number | null;
  readonly onGo: (pages: readonly number[]) => void;
};

/** Page before and after, where there is more than one. */
export function Pages({ pages, next, onGo }: Props) {
  const isFirst = pages.length === 1;
  if (isFirst && next === null) return null;
  return (
    <div className={look.row}>
      {!isFirst && <PlainButton onClick={() => onGo(pages.slice(0, -1))}>Filas anteriores</PlainButton>}
      {next !== null && <PlainButton onClick={() => onGo([...pages, next])}>Filas siguientes</PlainButton>}
    </div>
  );
}
