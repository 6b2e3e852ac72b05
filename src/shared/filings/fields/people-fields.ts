/** Fields on the persons: whom the writ protects, whom it accuses, who signs. */
import { initialsOf, longDate, yearsWords } from '../../papers/index.ts';
import type { FilingFacts } from '../schema.ts';
import { accusedIdentityWords, accusedWords, documentWords, isChild, namedWords, victimWords } from '../wording.ts';
import { flag, list, text, word, type Field, type Given } from './field.ts';

/** By name where there are several: «la agraviada» would leave open which. */
function victimOf({ facts, kind }: Given) {
  const name = facts.otherVictims.length === 0 ? null : shownName(facts.user);
  return name === null ? victimWords(facts.user.gender, kind.victim) : namedWords(name);
}

function accusedOf({ facts, kind }: Given) {
  const name = facts.otherAccused.length === 0 ? null : facts.aggressor.names;
  return name === null ? accusedWords(facts.aggressor.gender, kind.accused) : namedWords(name.toUpperCase());
}

/** «Colegio de Abogados» → «del Colegio de Abogados»: the text says «con registro»; «CAL» needs no word. */
export const collegeWords = (college: string) =>
  /^(?:ilustre )?colegio\b/i.test(college) ? `del ${college}` : college;

/** A child by its initials, everybody else by her names. */
function shownName(person: { readonly names: string | null; readonly age: number | null }): string | null {
  if (person.names === null) return null;
  return person.age !== null && person.age < 18 ? initialsOf(person.names) : person.names.toUpperCase();
}

const collegeOf = (lawyer: FilingFacts['lawyer']) =>
  lawyer === null || lawyer.college === null ? null : collegeWords(lawyer.college);

/** The number of a child tells who it is as its name does. */
function otherDocument({ document, age }: FilingFacts['otherVictims'][number]): string | null {
  if (age !== null && age < 18) return null;
  return document === null ? 'cuyo documento de identidad no consta' : documentWords(document);
}

const forChild =
  (read: (guardian: NonNullable<FilingFacts['guardian']>) => string) =>
  ({ facts }: Given): string | null | undefined => {
    if (!isChild(facts)) return undefined;
    return facts.guardian === null ? null : read(facts.guardian);
  };

function addressWords({ facts }: Given): string | null {
  const { address } = facts.user;
  if (address.kind === 'printable') return `en ${address.text}`;
  if (address.kind === 'unknown') return null;
  return 'EN RESERVA, que se hace conocer al despacho en sobre cerrado aparte';
}

function weeksWords({ facts }: Given): string | null {
  const weeks = facts.user.pregnancyWeeks;
  if (weeks === null) return null;
  return weeks === 1 ? '1 semana' : `${weeks} semanas`;
}

const victimFields: readonly Field[] = [
  text('agraviada.nombres', 'nombres de la persona usuaria', 'section-a', ({ facts }) =>
    facts.user.names === null ? null : facts.user.names.toUpperCase(),
  ),
  text('agraviada.iniciales', 'nombres de la persona usuaria', 'section-a', ({ facts }) =>
    facts.user.names === null ? null : initialsOf(facts.user.names),
  ),
  text('agraviada.documento', 'documento de identidad, o su estado', 'section-a', ({ facts }) =>
    facts.user.document === null ? null : documentWords(facts.user.document),
  ),
  text('agraviada.edad', 'edad de la persona usuaria', 'section-a', ({ facts }) =>
    facts.user.age === null ? null : yearsWords(facts.user.age),
  ),
  text('agraviada.domicilio', 'domicilio, o su reserva', 'section-a', addressWords),
  flag('agraviada.domicilio_en_reserva', 'si el domicilio va en reserva', 'section-a', ({ facts }) =>
    facts.user.address.kind === 'reserved' ? true : null,
  ),
  flag('agraviada.es_menor', 'si es niña, niño o adolescente', 'section-a', ({ facts }) => isChild(facts)),
  flag('agraviada.es_adulta_mayor', 'si es persona adulta mayor', 'section-a', ({ facts }) =>
    facts.user.age === null ? null : facts.user.age >= 60,
  ),
  text('agraviada.discapacidad', 'discapacidad', 'section-a', ({ facts }) => facts.user.disability),
  flag('agraviada.gestante', 'si está gestando', 'section-a', ({ facts }) => facts.user.pregnant),
  text('agraviada.gestacion', 'tiempo de gestación', 'section-a', weeksWords),
  flag('agraviada.depende', 'si depende económicamente', 'section-b', ({ facts }) => facts.user.dependsOnAggressor),
  flag('agraviada.no_firma', 'si no puede firmar', 'document', ({ options }) => options.cannotSign),
  word('agraviada.la', '«la agraviada», «el agraviado»', (given) => victimOf(given).the),
  word('agraviada.de_la', '«de la agraviada», «del agraviado»', (given) => victimOf(given).of),
  word('agraviada.a_la', '«a la agraviada», «al agraviado»', (given) => victimOf(given).to),
  text(
    'representante.nombres',
    'persona adulta que representa a la niña, niño o adolescente',
    'section-a',
    forChild((one) => one.names.toUpperCase()),
  ),
  text(
    'representante.documento',
    'documento de quien representa',
    'section-a',
    forChild((one) => documentWords(one.document)),
  ),
  text(
    'representante.vinculo',
    'vínculo de quien representa',
    'section-a',
    forChild((one) => one.bond),
  ),
  list(
    'otras_agraviadas',
    'otras personas agraviadas por el mismo hecho',
    {
      nombres: 'nombres, o iniciales si es menor de edad',
      documento: 'documento; el de una persona menor de edad no sale',
      edad: 'edad',
    },
    {
      page: 'document',
      read: ({ facts }) =>
        facts.otherVictims.map((one) => ({
          nombres: shownName(one) ?? 'persona cuyos nombres no constan',
          documento: otherDocument(one),
          edad: one.age === null ? 'edad que no consta' : yearsWords(one.age),
        })),
    },
  ),
  list(
    'hijos',
    'niñas, niños o adolescentes del hogar',
    { iniciales: 'iniciales', edad: 'edad' },
    {
      page: 'section-a',
      read: ({ facts }) =>
        facts.children.map((one) => ({ iniciales: one.initials, edad: one.age === null ? null : yearsWords(one.age) })),
    },
  ),
];

const accusedFields: readonly Field[] = [
  text(
    'denunciado.identidad',
    'nombres o descripción de la parte denunciada',
    'section-a',
    ({ facts: { aggressor }, kind }) => {
      if (aggressor.names !== null) return aggressor.names.toUpperCase();
      if (aggressor.description !== null) return `persona por identificar, ${aggressor.description}`;
      // Nobody is demanded whom nobody knows.
      return aggressor.isUnknown === true && kind.group !== 'family' ? 'persona por identificar' : null;
    },
  ),
  word('denunciado.datos', 'documento, edad, ocupación y dónde notificar, o que se desconocen', ({ facts }) =>
    accusedIdentityWords(facts.aggressor),
  ),
  text('denunciado.documento', 'documento de identidad de la parte denunciada', 'section-a', ({ facts }) => {
    const { document } = facts.aggressor;
    return document?.kind === 'document' ? documentWords(document) : null;
  }),
  text('denunciado.edad', 'edad de la parte denunciada', 'section-a', ({ facts: { aggressor } }) =>
    aggressor.age === null ? null : yearsWords(aggressor.age),
  ),
  text(
    'denunciado.ocupacion',
    'ocupación de la parte denunciada',
    'section-a',
    ({ facts }) => facts.aggressor.occupation,
  ),
  text('denunciado.domicilio', 'dónde se puede notificar a la parte denunciada', 'section-a', ({ facts }) => {
    const { address } = facts.aggressor;
    if (address.kind === 'printable') return address.text;
    return address.kind === 'reserved' ? 'en reserva' : null;
  }),
  text('denunciado.vinculo', 'vínculo con la parte denunciada', 'section-a', ({ facts }) => facts.aggressor.bond),
  flag('denunciado.convive', 'si conviven', 'section-a', ({ facts }) => facts.aggressor.livesWithUser),
  flag('denunciado.no_convive', 'si no conviven', 'section-a', ({ facts }) =>
    facts.aggressor.livesWithUser === null ? null : !facts.aggressor.livesWithUser,
  ),
  flag(
    'denunciado.usa_armas',
    'si la parte denunciada tiene o usa armas',
    'risk',
    ({ facts }) => facts.aggressor.hasWeapon,
  ),
  text(
    'denunciado.antecedentes',
    'antecedentes de la parte denunciada',
    'section-b',
    ({ facts }) => facts.aggressor.records,
  ),
  word('denunciado.el', '«el denunciado», «la denunciada»', (given) => accusedOf(given).the),
  word('denunciado.del', '«del denunciado», «de la denunciada»', (given) => accusedOf(given).of),
  word('denunciado.al', '«al denunciado», «a la denunciada»', (given) => accusedOf(given).to),
  list(
    'otros_denunciados',
    'otras personas denunciadas por el mismo hecho',
    {
      nombres: 'nombres',
      vinculo: 'vínculo',
      documento: 'documento',
      datos: 'documento, edad, ocupación y dónde notificar',
    },
    {
      page: 'document',
      read: ({ facts }) =>
        facts.otherAccused.map((one) => ({
          nombres: one.names === null ? 'persona por identificar' : one.names.toUpperCase(),
          vinculo: one.bond,
          documento: one.document?.kind === 'document' ? documentWords(one.document) : null,
          datos: accusedIdentityWords(one),
        })),
    },
  ),
];

const signerFields: readonly Field[] = [
  text('abogada.nombres', 'abogada o abogado que firma', 'team', ({ facts }) => facts.lawyer?.names ?? null),
  text('abogada.colegio', 'colegio profesional de quien firma', 'team', ({ facts }) => collegeOf(facts.lawyer)),
  text('abogada.numero', 'número de colegiatura de quien firma', 'team', ({ facts }) => facts.lawyer?.number ?? null),
  text('abogada.casilla', 'casilla electrónica', 'team', ({ facts }) => facts.lawyer?.electronicBox),
  word('abogada.de_la', '«de la abogada», «del abogado»', ({ facts }) =>
    facts.lawyer?.gender === 'male' ? 'del abogado' : 'de la abogada',
  ),
  word('centro.nombre', 'nombre del centro', ({ facts }) => facts.centre.name),
  word('centro.distrito', 'distrito del centro', ({ facts }) => facts.centre.district),
  text(
    'centro.domicilio_procesal',
    'domicilio procesal del centro',
    'centre',
    ({ facts }) => facts.centre.proceduralAddress,
  ),
  text('patrocinio.acepta', 'consentimiento al patrocinio legal', 'section-b', ({ facts }) =>
    facts.wantsSponsorship === true ? 'acepta el patrocinio legal' : null,
  ),
  text('corrige.escrito', 'escrito que se corrige', 'document', ({ facts: { corrected } }) =>
    corrected === null
      ? null
      : `N.º ${corrected.writNumber}, registrado con el N.º ${corrected.number}, de fecha ${longDate(corrected.on)}`,
  ),
];

export const peopleFields: readonly Field[] = [...victimFields, ...accusedFields, ...signerFields];
