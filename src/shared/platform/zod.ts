/** The one door to zod: configured once with the words a person at the centre understands. */
import { z } from 'zod';
import { es } from 'zod/locales';
import { codesOf } from './codes-of.ts';

const completeThis = 'Complete este dato.';
const chooseOne = 'Elija una opción de la lista.';

type Issue = Parameters<NonNullable<NonNullable<Parameters<typeof z.config>[0]>['customError']>>[0];

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string') {
    return Number(issue.minimum) <= 1 ? completeThis : `Escriba al menos ${issue.minimum} caracteres.`;
  }
  if (issue.origin === 'array') return `Agregue al menos ${issue.minimum}.`;
  return issue.inclusive === false ? `Debe ser más de ${issue.minimum}.` : `Debe ser ${issue.minimum} o más.`;
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): string {
  if (issue.origin === 'string') return `Máximo ${issue.maximum} caracteres.`;
  if (issue.origin === 'array') return `Máximo ${issue.maximum} elementos.`;
  return `Debe ser ${issue.maximum} o menos.`;
}

const unexpectedForm = 'El dato no tiene el formato esperado.';

const formatWords: Readonly<Record<string, string>> = {
  date: 'Fecha no válida. Use dd/mm/aaaa.',
  email: 'Correo no válido. Ejemplo: nombre@dominio.pe',
};

/** Whether these words would fit any field, and so need its name beside them. */
export function fitsAnyField(message: string): boolean {
  return (
    [completeThis, unexpectedForm, chooseOne, ...Object.values(formatWords)].includes(message) ||
    /^(Escriba al menos \d|Agregue al menos \d|Debe ser |Máximo \d|La fecha debe |Complete (al menos )?el )/.test(
      message,
    )
  );
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

function words(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isEmpty(issue.input) ? completeThis : unexpectedForm;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return isEmpty(issue.input) ? completeThis : chooseOne;
    case 'invalid_format':
      return formatWords[issue.format] ?? unexpectedForm;
    case 'unrecognized_keys':
      return 'Hay datos que el programa no conoce.';
    default:
      return unexpectedForm;
  }
}

z.config(es());
z.config({ customError: words });

/** Schema of one code of a vocabulary. */
export function oneOf<Code extends string>(words: Readonly<Record<Code, unknown>>, params?: { error: string }) {
  return z.enum(codesOf(words), params);
}

/** A list of rows that have these fields and no others. */
export const listOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.strictObject(shape));

export { z };
