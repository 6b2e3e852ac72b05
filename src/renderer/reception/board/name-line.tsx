import { Icon, PlainButton } from '../../platform/ui/index.ts';
import type { Names } from '../names.ts';
import css from './board.module.css';

/** Who it is: nothing until it is asked for, and then for a moment. */
export function NameLine({ name, names }: { readonly name: string | null; readonly names: Names }) {
  const { areShown, showBriefly, hide } = names;
  return (
    <p className={css.name}>
      <span>{areShown ? (name ?? 'Sin nombre todavía') : '• • • • • •'}</span>
      <PlainButton
        small
        quiet
        aria-keyshortcuts="Alt+M"
        leftSection={<Icon name={areShown ? 'hidden' : 'seen'} size={18} />}
        onClick={areShown ? hide : showBriefly}
      >
        {areShown ? 'Ocultar' : 'Ver 20 s'}
        <kbd aria-hidden="true">Alt M</kbd>
      </PlainButton>
    </p>
  );
}
