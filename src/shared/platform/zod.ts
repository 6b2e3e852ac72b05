/** The one door to zod: configured once with the words a person at the centre understands. */
import { z } from 'zod';
import { es } from 'zod/locales';

const completeThis = 'Complete este dato.';

type Issue = Parameters<NonNullable<NonNullable<Parameters<typeof z.config>[0]>['customError']>>[0];

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string') {
    return Number(issue.minimum) <= 1 ? completeThis : `Escriba al menos ${issue.minimum} caracteres.`;
  }
  if (issue.origin === 'array') return `Agregue al menos ${issue.minimum}.`;
  return `Debe ser ${issue.minimum} o más.`;
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): string {
  if (issue.origin === 'string') return `Máximo ${issue.maximum} caracteres.`;
  if (issue.origin === 'array') return `Máximo ${issue.maximum} elementos.`;
  return `Debe ser ${issue.maximum} o menos.`;
}

function words(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === ''
        ? completeThis
        : 'El dato no tiene el formato esperado.';
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return issue.input === null || issue.input === undefined ? completeThis : 'Elija una opción de la lista.';
    case 'invalid_format':
      if (issue.format === 'date') return 'Fecha no válida. Use dd/mm/aaaa.';
      if (issue.format === 'email') return 'Correo no válido. Ejemplo: nombre@dominio.pe';
      return 'El dato no tiene el formato esperado.';
    case 'unrecognized_keys':
      return 'Hay datos que el programa no conoce.';
    default:
      return 'El dato no tiene el formato esperado.';
  }
}

z.config(es());
z.config({ customError: words });

export { z };
