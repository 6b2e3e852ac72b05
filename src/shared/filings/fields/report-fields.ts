/** Fields of a report and of its cover letter: their numbers, who signs each. */
import type { PaperBlock } from '../../papers/blocks.ts';
import { signatures } from '../../papers/text.ts';
import { block, text, word, type Field, type Given } from './field.ts';
import { collegeWords } from './people-fields.ts';

/** A profession in the middle of a sentence. */
const insideName = (profession: string) => profession.charAt(0).toLowerCase() + profession.slice(1);

const notYet = 'por asignar al emitir';

const signed = (...lines: readonly string[]): PaperBlock[] => [signatures(lines)];

function professionalSigns({ facts: { professional } }: Given): PaperBlock[] {
  if (professional === null) return signed('[FALTA: quien firma el informe]');
  const { names, profession, college, number } = professional;
  return signed(
    names,
    profession ?? '[FALTA: profesión]',
    `Reg. ${college ?? '[FALTA: colegio]'} N.º ${number ?? '[FALTA: número]'}`,
  );
}

function coordinatorSigns({ facts: { coordinator, centre } }: Given): PaperBlock[] {
  return signed(coordinator?.names ?? '[FALTA: quien coordina el centro]', 'Coordinación', centre.name);
}

const of =
  (read: (one: NonNullable<Given['facts']['professional']>) => string | null) =>
  ({ facts: { professional } }: Given) =>
    professional === null ? null : read(professional);

export const reportFields: readonly Field[] = [
  word('informe.numero', 'número del informe', ({ numbers }) => numbers?.report ?? notYet),
  word('oficio.numero', 'número del oficio', ({ numbers }) => numbers?.letter ?? notYet),
  text(
    'profesional.nombres',
    'profesional que firma el informe',
    'team',
    of((one) => one.names),
  ),
  text(
    'profesional.profesion',
    'profesión de quien firma',
    'team',
    of((one) => (one.profession === null ? null : insideName(one.profession))),
  ),
  text(
    'profesional.colegio',
    'colegio profesional de quien firma el informe',
    'team',
    of((one) => (one.college === null ? null : collegeWords(one.college))),
  ),
  text(
    'profesional.numero',
    'número de colegiatura de quien firma el informe',
    'team',
    of((one) => one.number),
  ),
  text('coordinacion.nombres', 'quien coordina el centro', 'team', ({ facts }) => facts.coordinator?.names ?? null),
  block(
    'informe.firma',
    'firma del informe',
    ['profesional.nombres', 'profesional.profesion', 'profesional.colegio', 'profesional.numero'],
    professionalSigns,
  ),
  block('oficio.firma', 'firma del oficio', ['coordinacion.nombres'], coordinatorSigns),
];
