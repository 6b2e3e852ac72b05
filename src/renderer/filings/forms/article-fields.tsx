import { useController } from 'react-hook-form';
import type { OfferedArticle } from '../../../shared/filings/index.ts';
import type { SectionForm } from '../../platform/forms/index.ts';
import { ConfirmMark } from '../../platform/ui/index.ts';
import css from '../filings.module.css';
import type { FilingDraft } from './filing-draft.ts';

type Props = { readonly form: SectionForm<FilingDraft>; readonly articles: readonly OfferedArticle[] };

/** Articles offered, never ticked by the program; each says whether its text is confirmed. */
export function ArticleFields({ form, articles }: Props) {
  const { field } = useController({ name: 'articles', control: form.control });
  const toggle = (id: string, ticked: boolean) => {
    const kept = new Set(ticked ? [...field.value, id] : field.value.filter((other) => other !== id));
    field.onChange(articles.map((row) => row.id).filter((row) => kept.has(row)));
  };
  return (
    <ul className={css.list} id={form.fieldId('articles')} tabIndex={-1} aria-label="Fundamentos de derecho">
      {articles.map((row) => (
        <li key={row.id}>
          <label className={css.tick}>
            <input
              type="checkbox"
              id={form.fieldId(`articles.${row.id}`)}
              checked={field.value.includes(row.id)}
              onChange={(event) => {
                toggle(row.id, event.target.checked);
              }}
              onBlur={field.onBlur}
            />
            <span>
              {row.citation}: {row.subject} {!row.isConfirmed && <ConfirmMark />}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
