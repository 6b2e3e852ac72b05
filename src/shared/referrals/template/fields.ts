/**
 * What the letter of a kind may tell, by the name it has in a template: the facts of its kind and no others, whatever a
 * centre writes into the text.
 */
import type { PaperBlock } from '../../papers/blocks.ts';
import { paragraph, signatures } from '../../papers/text.ts';
import {
  longDate,
  partialDateWords,
  yearsWords,
  type BlockField,
  type Field,
  type TextField,
} from '../../papers/index.ts';
import { capital } from '../../platform/capital.ts';
import { serviceLabels, urgencyLabels, type FactName } from '../codes.ts';
import { referralRules, type ReferralKind } from '../kinds/index.ts';
import { answerRows } from '../letter.ts';
import { asksForKit, hoursWords, isConsentException } from '../rules.ts';
import type { PersonFacts, ReferralFacts, ReferralOptions } from '../schema.ts';
import { kitLegend } from '../slip.ts';

export type LetterGiven = {
  readonly kind: ReferralKind;
  readonly facts: ReferralFacts;
  readonly options: ReferralOptions;
};

type Read = TextField<LetterGiven>['read'];
type LetterField = Field<LetterGiven>;

/** What is not known is left out of the letter: only what it needs is a gap. */
const ifKnown = (words: string | null): string | undefined => words ?? undefined;

function text(path: string, label: string, read: Read): TextField<LetterGiven> {
  return { kind: 'text', path, label, page: 'document', read };
}

/** What may not apply to a case, or need not be known. */
function maybe(path: string, label: string, read: Read): TextField<LetterGiven> {
  return { ...text(path, label, read), mayLack: true };
}

function word(path: string, label: string, read: (given: LetterGiven) => string): TextField<LetterGiven> {
  return { ...text(path, label, read), always: true };
}

function block(path: string, label: string, read: BlockField<LetterGiven>['read']): BlockField<LetterGiven> {
  return { kind: 'block', path, label, page: 'document', prints: [], read };
}

function documentText(document: PersonFacts['document']): string | null {
  if (document === null) return null;
  if (document.kind === 'document') return document.text;
  return document.kind === 'none' ? 'No tiene' : 'No recuerda';
}

function eventText({ date, hour }: ReferralFacts['event']): string | undefined {
  if (date === null) return undefined;
  return capital(`${partialDateWords(date)}${hour === null ? '' : `, ${hour} h`}`);
}

function languageText({ language, needsInterpreter }: PersonFacts): string | undefined {
  return language === null ? undefined : `${language}${needsInterpreter ? ' (necesita intérprete)' : ''}`;
}

function pregnancyText({ person }: ReferralFacts, options: ReferralOptions): string | undefined {
  if (!options.includePregnancy || !person.pregnant) return undefined;
  return person.pregnancyWeeks === null ? 'Sí' : `Sí, ${person.pregnancyWeeks} semanas`;
}

function sexText({ sex }: PersonFacts): string | undefined {
  if (sex === null) return undefined;
  return sex === 'male' ? 'Hombre' : 'Mujer';
}

/** Her yes was to this: where she could not be asked, what was seen on her body stays. */
function injuriesText({ facts, options: { includeInjuries, consent } }: LetterGiven): string | undefined {
  const isHers = consent?.kind === 'spoken' || consent?.kind === 'written';
  return includeInjuries && isHers ? ifKnown(facts.injuries) : undefined;
}

const ofFacts: Readonly<Record<FactName, TextField<LetterGiven>>> = {
  document: text('persona.documento', 'documento', ({ facts }) => documentText(facts.person.document)),
  zone: word('persona.domicilio', 'domicilio en reserva, con su zona', ({ facts }) =>
    facts.person.zone === null ? 'En reserva' : `En reserva. Zona: ${facts.person.zone}`,
  ),
  language: maybe('persona.lengua', 'lengua', ({ facts }) => languageText(facts.person)),
  disability: maybe('persona.discapacidad', 'discapacidad y apoyo', ({ facts }) =>
    ifKnown(facts.person.disability === null ? null : capital(facts.person.disability)),
  ),
  pregnancy: maybe('persona.gestacion', 'gestación, si se decide incluirla', ({ facts, options }) =>
    pregnancyText(facts, options),
  ),
  insurance: maybe('persona.seguro', 'seguro', ({ facts }) => ifKnown(facts.person.insurance)),
  violence: maybe('caso.violencia', 'tipo de violencia', ({ facts }) => ifKnown(facts.violenceType)),
  event: maybe('caso.fecha', 'fecha del hecho', ({ facts }) => eventText(facts.event)),
  hours: text('caso.tiempo', 'tiempo desde el hecho', ({ facts }) => hoursWords(facts.hours)),
  level: maybe('caso.riesgo', 'nivel de riesgo', ({ facts }) => ifKnown(facts.riskLevel)),
  protection: maybe('caso.proteccion', 'medidas de protección, si las hay', ({ options }) =>
    options.hasProtectionMeasures ? 'Cuenta con medidas de protección' : undefined,
  ),
  complaint: maybe('caso.denuncia', 'denuncia', ({ facts }) => ifKnown(facts.complaint)),
  children: maybe('caso.hijos', 'niñas y niños, por edad y sexo', ({ facts }) => ifKnown(facts.children)),
  injuries: maybe('caso.lesiones', 'lesiones que anotó el centro, si ella aceptó que se digan', injuriesText),
  aggressor: maybe('caso.denunciada', 'persona denunciada', ({ facts }) => ifKnown(facts.aggressor)),
};

const personFacts: readonly FactName[] = ['document', 'zone', 'language', 'disability', 'pregnancy', 'insurance'];

/** The person's own first, then the case; a letter about the accused person tells nothing of the case. */
function factsOf(kind: ReferralKind): FactName[] {
  const { facts, subject } = referralRules[kind];
  const own = personFacts.filter((name) => facts.includes(name));
  return subject === 'aggressor' ? own : [...own, ...facts.filter((name) => !personFacts.includes(name))];
}

/** Facts of the record that the letter of a kind may tell or leave out, by their name in a template. */
export function factPaths(kind: ReferralKind): string[] {
  return factsOf(kind).map((name) => ofFacts[name].path);
}

/** The exception and its reason stand on the office copy only (C3). */
function consentText({ options: { consent } }: LetterGiven): string | null {
  if (consent === null || consent.kind === 'refused') return null;
  if (isConsentException(consent)) return 'Registrado en el centro.';
  const how = consent.kind === 'written' ? 'Escrito' : 'Verbal';
  return `${how}, del ${longDate(consent.on)}, para esta derivación. Puede retirarlo.`;
}

function signerLines({ options: { professional } }: LetterGiven): string[] {
  if (professional === null) return ['[FALTA: profesional]'];
  const { names, profession, college } = professional;
  return [names, profession, ...(college === null ? [] : [college])];
}

const services = block('pedido.servicios', 'servicios que se piden, con su casilla', ({ kind, options }) => {
  const items = referralRules[kind].services.map((code) => ({
    text: code === 'other' && options.otherService !== null ? `Otro: ${options.otherService}` : serviceLabels[code],
    ticked: options.services.includes(code),
  }));
  const legend: PaperBlock[] = asksForKit(kind, options) ? [paragraph(kitLegend, 'left')] : [];
  return [{ kind: 'checks', columns: 2, items }, ...legend];
});

const answers = block('pedido.respuestas', 'respuestas de las preguntas de esta derivación', ({ kind, options }) => {
  const rows = answerRows(kind, options);
  return rows.length === 0 ? undefined : [{ kind: 'pairs', rows }];
});

const signature = block('carta.firma', 'lugar de la firma', (given) => [signatures(signerLines(given))]);

const names: LetterField = {
  ...text('persona.nombres', 'nombres y apellidos', ({ facts }) => facts.person.names),
  isSubject: true,
};

const age = text('persona.edad', 'edad', ({ facts: { person } }) =>
  person.age === null ? null : yearsWords(person.age),
);

const contact = maybe('persona.contacto', 'contacto seguro', ({ facts, options }) =>
  options.includeSafeContact ? facts.safeContact : undefined,
);

const calledAt = maybe('pedido.aviso', 'aviso por teléfono, con su hora', ({ options }) =>
  options.calledAt === null ? undefined : `A las ${options.calledAt} h`,
);

function fieldsFor(kind: ReferralKind): LetterField[] {
  const { subject, mayCall, asksReason, namesFicha } = referralRules[kind];
  const isAggressor = subject === 'aggressor';
  return [
    ...(namesFicha ? [word('carta.ficha', 'ficha, con su número', ({ facts }) => `Ficha ${facts.caseNumber}`)] : []),
    word('centro.nombre', 'nombre del centro', ({ facts }) => facts.centre.name),
    names,
    ...(isAggressor ? [] : [age]),
    maybe('persona.sexo', 'sexo', ({ facts }) => sexText(facts.person)),
    ...factsOf(kind).map((name) => ofFacts[name]),
    ...(mayCall ? [contact] : []),
    services,
    word('pedido.urgencia', 'urgencia', ({ options }) => urgencyLabels[options.urgency]),
    ...(asksReason ? [text('pedido.motivo', 'motivo', ({ options }) => options.reason)] : []),
    answers,
    calledAt,
    ...(isAggressor ? [] : [text('carta.consentimiento', 'consentimiento', consentText)]),
    signature,
  ];
}

const catalogues = new Map<ReferralKind, ReadonlyMap<string, LetterField>>();

/** Fields a template of this kind may name, by their path. */
export function letterFields(kind: ReferralKind): ReadonlyMap<string, LetterField> {
  const known = catalogues.get(kind);
  if (known !== undefined) return known;
  const fields = new Map(fieldsFor(kind).map((field) => [field.path, field]));
  catalogues.set(kind, fields);
  return fields;
}
