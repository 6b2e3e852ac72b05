/** What is typed of one cargo, and what of it is wrong. */
import { addresseeOf, presentationFormSchema, type Instance } from '../../shared/filings/index.ts';
import type { Office, OfficeId } from '../../shared/directory/index.ts';
import { issuesOf, type FieldIssue } from '../../shared/platform/failures.ts';

export type CargoDraft = {
  /** Entry of the directory that filled the desk; null when it was typed. */
  readonly authorityId: OfficeId | null;
  readonly presentedOn: string | null;
  readonly presentedTime: string | null;
  readonly desk: string;
  readonly instance: Instance | null;
  readonly entryNumber: string;
  readonly folios: number | string | null;
  readonly signedId: string | null;
  readonly cargoId: string | null;
  readonly acceptsChanges: boolean;
};

export const blankCargo: CargoDraft = {
  authorityId: null,
  presentedOn: null,
  presentedTime: null,
  desk: '',
  instance: null,
  entryNumber: '',
  folios: null,
  signedId: null,
  cargoId: null,
  acceptsChanges: false,
};

/** Something beyond what a row starts with was typed. */
export function isTouched(draft: CargoDraft): boolean {
  return draft.entryNumber.trim() !== '' || draft.folios !== null || draft.cargoId !== null;
}

export function readCargo({ authorityId: _chosen, ...draft }: CargoDraft) {
  const parsed = presentationFormSchema.safeParse(draft);
  return parsed.success ? { form: parsed.data, issues: [] } : { form: null, issues: issuesOf(parsed.error) };
}

/** Words for the field of that name, from the form (`desk`) or from the service (`form.desk`). */
export function issueAt(issues: readonly FieldIssue[], name: string): string | undefined {
  return issues.find(({ path }) => path === name || path === `form.${name}`)?.message;
}

/** Fewer folios than the writ has pages: something was counted or typed wrong; undefined otherwise. */
export function foliosWarning({ folios }: Pick<CargoDraft, 'folios'>, pages: number): string | undefined {
  if (typeof folios !== 'number' || folios < 1 || folios >= pages) return undefined;
  return `El escrito tiene ${pages} páginas: revise los folios.`;
}

/** What the chosen desk takes, which the PDF above may have been made without; null when the directory does not say. */
export function deskLimits({ sizeLimitMb, takesOneFile }: Pick<Office, 'sizeLimitMb' | 'takesOneFile'>): string | null {
  const said = [takesOneFile ? 'un solo PDF' : '', sizeLimitMb === null ? '' : `hasta ${sizeLimitMb} MB por archivo`];
  const words = said.filter((one) => one !== '').join(', ');
  return words === '' ? null : `Recibe ${words}. Si armó el PDF sin ese límite, ármelo otra vez.`;
}

/** The usual kind of desk by its name; null when it says nothing. */
export function instanceOf(desk: string): Instance | null {
  if (/comisar|pnp|polic/i.test(desk)) return 'police';
  if (/fiscal/i.test(desk)) return 'prosecutor';
  return /juzgado|sala\b|corte/i.test(desk) ? 'court' : null;
}

/** «Juzgado de Familia de Villa»: the desk of an entry, its district said once. */
export function deskWords(authority: Pick<Office, 'name' | 'treatment'>, place: string | null): string {
  const { office } = addresseeOf(authority, place);
  return office.slice(office.indexOf(authority.name));
}
