/** «Anexo B, reservado»: printed apart, for the police, the prosecutor or the court alone; nothing of it stands in a writ. */
import type { Paper } from '../papers/blocks.ts';
import { bold, heading, marksOf, pairs, paragraph, signatures } from '../papers/text.ts';
import {
  locationMarkLabels,
  locationReceiverLabels,
  partnerLocation2019,
  type LocationForm,
  type LocationQuestionId,
} from './location-2019.ts';
import { blankReasonLabels } from './schema.ts';

type LocationSheetFacts = {
  readonly number: string;
  readonly centre: { readonly name: string; readonly letterhead: readonly string[] };
  readonly practice: boolean;
  readonly receiver: keyof typeof locationReceiverLabels;
  readonly office: string;
  /** As the day is written on papers. */
  readonly on: string;
  readonly user: string;
  readonly accused: string;
  readonly signer: { readonly names: string; readonly profession: string | null };
};

/** An answer of annex B in words; of a blank one, why it is. */
export function locationWords(form: LocationForm, id: LocationQuestionId): string {
  const answer = form.answers[id];
  if (answer === null) return form.blank === null ? '—' : blankReasonLabels[form.blank];
  return answer === 'yes' || answer === 'no' || answer === 'unknown' ? locationMarkLabels[answer] : answer;
}

export function composeLocationSheet(form: LocationForm, facts: LocationSheetFacts): Paper {
  return {
    title: facts.number,
    number: facts.number,
    marks: marksOf(facts.practice),
    letterhead: facts.centre.letterhead,
    blocks: [
      heading(1, 'ANEXO B DE LA FICHA DE VALORACIÓN DE RIESGO – RESERVADO'),
      paragraph([
        bold(
          'Solo para la Policía Nacional, el Ministerio Público o el Poder Judicial. No se notifica a la persona ' +
            'denunciada, no se agrega a los actuados de acceso de las partes y no se entrega copia.',
        ),
      ]),
      pairs([
        ['Para', `${locationReceiverLabels[facts.receiver]}: ${facts.office}`],
        ['Fecha', facts.on],
        ['Persona agraviada', facts.user],
        ['Persona denunciada', facts.accused],
      ]),
      { kind: 'rule' },
      heading(2, 'Localización, actividades y características físicas'),
      ...partnerLocation2019.flatMap(({ id, number, question }) => [
        heading(3, `${number}. ${question}`),
        paragraph(locationWords(form, id), 'left'),
      ]),
      paragraph(form.hasPhotograph ? 'Se entrega una fotografía actual.' : 'No se entrega fotografía.'),
      signatures(
        [facts.signer.names, ...(facts.signer.profession === null ? [] : [facts.signer.profession])],
        ['Recibe: grado o cargo, nombre y sello'],
      ),
    ],
  };
}
