import { holdWords } from '../../../shared/reception/index.ts';
import { Dialog } from '../../platform/ui/index.ts';
import type { Passing } from './acts.ts';

type Props = {
  readonly label: string;
  readonly how: Passing;
  readonly onAsked: () => void;
  readonly onCancel: () => void;
};

const asked: Readonly<Record<Passing, string>> = { call: 'Sí, llamar', attend: 'Sí, empezar atención' };

/** Before somebody passes about whom Coordinación is asked first: Enter pressed twice must not let her in. */
export function HeldDialog({ label, how, onAsked, onCancel }: Props) {
  return (
    <Dialog
      opened
      title={`¿Coordinación ya dijo que puede pasar ${label}?`}
      confirm={{ label: asked[how], onClick: onAsked }}
      cancel={{ label: 'Todavía no', onClick: onCancel }}
    >
      <p>{`${holdWords}. No pregunte ni comente: Coordinación decide.`}</p>
    </Dialog>
  );
}
