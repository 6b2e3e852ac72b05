import { Dialog, Notice, Secret, useNamed } from '../../platform/ui/index.ts';

type Props = {
  readonly name: string;
  readonly contradictions: readonly string[];
  readonly onSure: () => void;
  readonly onCancel: () => void;
};

/** What cannot be true of both, read before the two are linked. */
export function SureDialog({ name, contradictions, onSure, onCancel }: Props) {
  const named = useNamed();
  return (
    <Dialog
      title={`${named(name)}: hay datos que no corresponden`}
      confirm={{ label: 'Es la misma persona de todos modos', onClick: onSure }}
      cancel={{ label: 'Volver sin vincular', onClick: onCancel }}
    >
      <Notice tone="warning">
        <ul>
          {contradictions.map((text) => (
            <li key={text}>
              <Secret instead="Dato que no corresponde">{text}</Secret>
            </li>
          ))}
        </ul>
      </Notice>
    </Dialog>
  );
}
