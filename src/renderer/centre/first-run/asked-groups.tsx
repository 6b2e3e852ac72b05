import { TextControl, type SectionForm } from '../../platform/forms/index.ts';
import css from '../centre.module.css';
import { askedGroups, type RecoveryDraft } from './recovery-draft.ts';

export const blankGroups: RecoveryDraft = { first: '', second: '', third: '', fourth: '' };

/** What was typed, with the position of each group. */
export function groupsOf(asked: readonly number[], typed: RecoveryDraft): { position: number; text: string }[] {
  return askedGroups.map((name, index) => ({ position: asked[index] ?? 0, text: typed[name] }));
}

type Props = { readonly form: SectionForm<RecoveryDraft>; readonly asked: readonly number[] };

export function AskedGroups({ form, asked }: Props) {
  return (
    <div className={css.asked}>
      {askedGroups.map((name, index) => (
        <TextControl
          key={name}
          form={form}
          name={name}
          width="narrow"
          spellCheck={false}
          autoCapitalize="characters"
          label={`Grupo ${asked[index] ?? ''}`}
        />
      ))}
    </div>
  );
}
