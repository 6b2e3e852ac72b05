import type { FieldValues } from 'react-hook-form';
import type { SectionForm } from '../../platform/forms/index.ts';
import type { SummaryItem } from '../../platform/ui/index.ts';

/** Every message of a form with lists and groups inside, with the path of its field. */
function issuesIn(error: unknown, path: string): { readonly path: string; readonly message: string }[] {
  if (typeof error !== 'object' || error === null) return [];
  if ('message' in error && typeof error.message === 'string' && error.message !== '') {
    return [{ path, message: error.message }];
  }
  return Object.entries(error)
    .filter(([key]) => key !== 'ref' && key !== 'types')
    .flatMap(([key, inner]) => issuesIn(inner, path === '' ? key : `${path}.${key}`));
}

/**
 * Lines of the error summary in the order of the page, each as «Field: message».
 *
 * @param wordsOf what the field at a path is called; null when its message says it
 */
export function deepSummaryOf<Values extends FieldValues>(
  form: SectionForm<Values>,
  order: readonly string[],
  wordsOf: (path: string) => string | null,
): SummaryItem[] {
  const rank = (path: string) => {
    const at = order.findIndex((name) => path === name || path.startsWith(`${name}.`));
    return at === -1 ? order.length : at;
  };
  return issuesIn(form.formState.errors, '')
    .sort((one, other) => rank(one.path) - rank(other.path))
    .map(({ path, message }) => {
      const words = wordsOf(path);
      return { field: form.fieldId(path), message: words === null ? message : `${words}: ${message}` };
    });
}
