/** Drafts: what is being typed, kept so that nothing typed is ever lost. */
import type { intakeContract } from '../../shared/intake/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { getCaseRow } from './case-repository.ts';
import { deleteDraft, findDraft, insertDraft, updateDraft } from './draft-repository.ts';
import { tablesIn, type Use } from './tables.ts';

const formTitles: Readonly<Record<string, string>> = {
  'section-a': 'Sección A',
  'section-b': 'Sección B',
  'section-c': 'Sección C',
  'section-d': 'Sección D',
  'section-e': 'Sección E',
  'section-f': 'Secciones F a H',
  risk: 'Ficha de valoración de riesgo',
  filing: 'Escrito',
  referral: 'Derivación',
  supplement: 'Ampliación del relato',
  custody: 'Acta de recepción',
  location: 'Anexo B',
  'safety-plan': 'Plan de seguridad',
  attention: 'Atención',
  question: 'Pregunta para la próxima entrevista',
  person: 'Datos de una persona',
  event: 'Acto del proceso',
  hearing: 'Audiencia',
  novelty: 'Nuevo hecho o incumplimiento (Mayús F4)',
};

export function draftFormTitle(form: string): string {
  return formTitles[form] ?? formTitles[form.split('-')[0] ?? ''] ?? form;
}

/** «Ficha 2026-0123 · Sección B»: never a person's name. */
export function draftTitle(form: string, caseNumber: string | null): string {
  const title = draftFormTitle(form);
  if (caseNumber !== null) return `Ficha ${caseNumber} · ${title}`;
  return form === 'novelty' ? `Ficha sin elegir · ${title}` : `Llegada nueva · ${title}`;
}

/** What the court says is written on a closed ficha too; whether it may be is asked where it is kept. */
export const isOfProceeding = (form: string): boolean => /^(?:event|hearing|novelty)\b/.test(form);

/** @throws rule-broken `case-closed` */
export async function openDraft(unit: Use, { form, caseId }: InputOf<(typeof intakeContract)['openDraft']>) {
  if (caseId !== null && !isOfProceeding(form)) refuseClosed((await getCaseRow(unit.trx, caseId)).state);
  const key = { staffId: unit.session.staffId, form, caseId };
  const known = await findDraft(unit.trx, key);
  unit.note({ form });
  if (known !== undefined) {
    const isEmpty = known.body === '';
    return {
      draftId: known.id,
      body: isEmpty ? null : known.body,
      savedAt: isEmpty ? null : known.updated_at,
    };
  }
  const id = unit.newId<'DraftId'>();
  await insertDraft(unit.trx, { ...key, id, at: unit.now });
  return { draftId: id, body: null, savedAt: null };
}

export async function saveDraft(unit: Use, input: InputOf<(typeof intakeContract)['saveDraft']>) {
  const of = await tablesIn(unit.trx)
    .selectFrom('draft')
    .innerJoin('case_file', 'case_file.id', 'draft.case_id')
    .select(['case_file.state', 'draft.form'])
    .where('draft.id', '=', input.draftId)
    .where('draft.staff_id', '=', unit.session.staffId)
    .executeTakeFirst();
  // Found by its own id: the gate was told of no case.
  if (of !== undefined && !isOfProceeding(of.form)) refuseClosed(of.state);
  await updateDraft(unit.trx, input.draftId, { staffId: unit.session.staffId, body: input.body, at: unit.now });
  return { savedAt: unit.now };
}

export async function discardDraft(unit: Use, input: InputOf<(typeof intakeContract)['discardDraft']>) {
  await deleteDraft(unit.trx, input.draftId, unit.session.staffId);
  return {};
}

/** Refuses a change to a case that was already closed. */
export function refuseClosed(state: string): void {
  if (state === 'closed') throw fail('rule-broken', 'case-closed');
}
