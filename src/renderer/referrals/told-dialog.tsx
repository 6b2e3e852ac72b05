import { capital } from '../../shared/platform/capital.ts';
import { Dialog, Lines } from '../platform/ui/index.ts';

type Props = {
  /** What the paper leaves out or changes, in sentences. */
  readonly lines: readonly string[];
  readonly onIssue: () => void;
  readonly onCancel: () => void;
};

/** Told before a paper takes its number, where the page shows no draft. */
export function ToldDialog({ lines, onIssue, onCancel }: Props) {
  return (
    <Dialog
      title="No se imprimirá"
      confirm={{ label: 'Emitir así', onClick: onIssue }}
      cancel={{ label: 'Volver a corregir', onClick: onCancel }}
    >
      <p>En lugar de lo que está escrito, el papel dirá:</p>
      <Lines of={lines.map(capital)} />
    </Dialog>
  );
}
