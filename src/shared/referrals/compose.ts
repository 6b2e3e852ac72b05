/** Composition of the health referral: page 1 the letter, page 2 the slip that comes back. */
import type { MissingFact, Paper, PaperBlock, PaperRun } from '../papers/blocks.ts';
import { withhold } from '../papers/index.ts';
import { longDate, partialDateWords } from '../papers/index.ts';
import { healthServices } from './codes.ts';
import { healthServiceLabels, urgencyLabels } from './labels.ts';
import { isConsentException } from './rules.ts';
import type { ReferralFacts, ReferralIssue, ReferralOptions } from './schema.ts';

type Row = { readonly label: string; readonly runs: readonly PaperRun[] };

const row = (label: string, text: string): Row => ({ label, runs: [{ text }] });
const optional = (label: string, text: string | null): Row[] => (text === null ? [] : [row(label, text)]);
const wanted = (label: string, text: string | null): Row =>
  text === null ? { label, runs: [{ text: label.toLowerCase(), missing: true }] } : row(label, text);
const section = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text });

function documentText(document: ReferralFacts['user']['document']): string | null {
  if (document === null) return null;
  if (document.kind === 'document') return document.text;
  return document.kind === 'none' ? 'No tiene' : 'No recuerda';
}

function personRows(facts: ReferralFacts, options: ReferralOptions): Row[] {
  const { user } = facts;
  const weeks = user.pregnancyWeeks === null ? 'Sí' : `Sí, ${user.pregnancyWeeks} semanas`;
  const language =
    user.language === null ? null : `${user.language}${user.needsInterpreter ? ' (necesita intérprete)' : ''}`;
  return [
    wanted('Nombres y apellidos', user.names),
    wanted('Documento', documentText(user.document)),
    wanted('Edad', user.age === null ? null : user.age === 1 ? '1 año' : `${user.age} años`),
    ...optional('Sexo', user.sex === null ? null : user.sex === 'male' ? 'Hombre' : 'Mujer'),
    row('Domicilio', user.zone === null ? 'En reserva' : `En reserva. Zona: ${user.zone}`),
    ...optional('Lengua', language),
    ...optional('Discapacidad y apoyo', user.disability),
    ...(options.includePregnancy && user.pregnant ? [row('Gestación', weeks)] : []),
    ...optional('Seguro', user.insurance),
    ...(options.includeSafeContact ? [wanted('Contacto seguro', facts.safeContact)] : []),
  ];
}

function careRows(facts: ReferralFacts, options: ReferralOptions): Row[] {
  const { date, hour } = facts.event;
  const when = date === null ? null : `${partialDateWords(date)}${hour === null ? '' : `, ${hour} h`}`;
  return [
    { label: 'Urgencia', runs: [{ text: urgencyLabels[options.urgency], bold: true }] },
    wanted('Motivo', options.reason),
    ...optional('Tipo de violencia', facts.violenceType),
    ...optional('Fecha del hecho', when === null ? null : when.charAt(0).toUpperCase() + when.slice(1)),
    ...optional('Nivel de riesgo', facts.riskLevel),
    ...(options.hasProtectionMeasures ? [row('Protección', 'Cuenta con medidas de protección')] : []),
    ...optional('Atención ya recibida', options.treatments),
    ...optional('Alergias o medicación', options.allergies),
    ...optional('Acompaña', options.companion),
    ...(options.childrenPresent === 0 ? [] : [row('Niñas y niños presentes', String(options.childrenPresent))]),
    ...optional('Traslado', options.transport),
  ];
}

/** The slip that comes back, on a page of its own: found again by its number, without the name of the person. */
export function counterReferralSlip(number: string, centreName: string): PaperBlock[] {
  const line = '.'.repeat(112);
  const boxes = (columns: number, items: string[]): PaperBlock => ({
    kind: 'checks',
    columns,
    items: items.map((text) => ({ text, ticked: false })),
  });
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: 'FICHA DE CONTRARREFERENCIA' },
    {
      kind: 'paragraph',
      runs: [{ text: `Devolver a: ${centreName}. No hace falta escribir el nombre de la persona.` }],
    },
    { kind: 'pairs', rows: [row('Derivación N.º', number)] },
    section('Atención'),
    boxes(2, [
      'Sí fue atendida la persona',
      'No acudió',
      'No hubo atención',
      'Derivada a otro establecimiento',
      'Rechazó la atención',
    ]),
    { kind: 'pairs', rows: [row('Fecha y hora', line)] },
    section('Servicios brindados'),
    boxes(
      2,
      healthServices.map((code) => healthServiceLabels[code]),
    ),
    section('Kit de emergencia'),
    boxes(4, ['Sí', 'No', 'Parcial', 'No corresponde']),
    {
      kind: 'pairs',
      rows: [row('Contenido entregado', line), row('Próxima cita', line), row('Lugar de la cita', line)],
    },
    section('Recomendaciones para el centro'),
    { kind: 'paragraph', align: 'left', runs: [{ text: Array.from({ length: 3 }, () => '.'.repeat(154)).join('\n') }] },
    { kind: 'signatures', signers: [{ lines: ['Profesional que atendió', 'N.º de colegiatura y sello'] }] },
  ];
}

function missingOf(facts: ReferralFacts, options: ReferralOptions): MissingFact[] {
  const need = (lacks: boolean, fact: string, label: string, page: MissingFact['page']): MissingFact[] =>
    lacks ? [{ fact, label, page, weight: 'required' }] : [];
  return [
    ...need(facts.user.names === null, 'user-names', 'nombres de la persona usuaria', 'section-a'),
    ...need(facts.user.document === null, 'user-document', 'documento de identidad, o su estado', 'section-a'),
    ...need(facts.user.age === null, 'user-age', 'edad', 'section-a'),
    ...need(options.receiver === null, 'receiver', 'establecimiento que recibe', 'document'),
    ...need(options.services.length === 0, 'services', 'servicios que se piden', 'document'),
    ...need(options.reason === null, 'reason', 'motivo', 'document'),
    ...need(options.consent === null, 'consent', 'consentimiento', 'document'),
    ...need(options.professional === null, 'professional', 'profesional que firma', 'document'),
    ...need(options.includeSafeContact && facts.safeContact === null, 'safe-contact', 'contacto seguro', 'section-a'),
  ];
}

/** The exception and its reason stand on the office copy only (C3). */
function consentRuns(consent: ReferralOptions['consent']): PaperRun[] {
  if (consent === null || consent.kind === 'refused') return [{ text: 'consentimiento', missing: true }];
  if (isConsentException(consent)) return [{ text: 'Registrado en el centro.' }];
  const how = consent.kind === 'written' ? 'Escrito' : 'Verbal';
  return [{ text: `${how}, del ${longDate(consent.on)}, para esta derivación. Puede retirarlo.` }];
}

function letter(facts: ReferralFacts, options: ReferralOptions): PaperBlock[] {
  const { receiver, professional } = options;
  const services = healthServices.map((code) => ({
    text:
      code === 'other' && options.otherService !== null ? `Otro: ${options.otherService}` : healthServiceLabels[code],
    ticked: options.services.includes(code),
  }));
  return [
    { kind: 'heading', level: 1, text: 'FICHA DE DERIVACIÓN A ESTABLECIMIENTO DE SALUD' },
    { kind: 'paragraph', align: 'right', runs: [{ text: `${options.place}, ${longDate(options.signedOn)}` }] },
    {
      kind: 'paragraph',
      align: 'left',
      runs:
        receiver === null
          ? [{ text: 'establecimiento que recibe', missing: true }]
          : [{ text: `${receiver.post}\n`, bold: true }, { text: receiver.establishment }],
    },
    { kind: 'pairs', rows: [row('Referencia', `Ficha ${facts.caseNumber}`)] },
    {
      kind: 'paragraph',
      runs: [{ text: 'CONFIDENCIAL. ', bold: true }, { text: 'Leyes 29733 y 30364. No entregar copia a terceros.' }],
    },
    section('Persona'),
    { kind: 'pairs', rows: personRows(facts, options) },
    section('Se solicita'),
    { kind: 'checks', columns: 2, items: services },
    { kind: 'pairs', rows: careRows(facts, options) },
    { kind: 'pairs', rows: [{ label: 'Consentimiento', runs: consentRuns(options.consent) }] },
    {
      kind: 'signatures',
      signers: [
        {
          lines:
            professional === null
              ? ['[FALTA: profesional]']
              : [
                  professional.names,
                  professional.profession,
                  ...(professional.college === null ? [] : [professional.college]),
                ],
        },
      ],
    },
  ];
}

/**
 * Composes the letter and its slip. The caller refuses to print when `consentAllows` is false; this function composes
 * the preview all the same, with the gap visible.
 */
export function composeReferral(
  facts: ReferralFacts,
  options: ReferralOptions,
  issue: ReferralIssue,
): { readonly paper: Paper; readonly missing: MissingFact[]; readonly withheldFound: boolean } {
  const paper: Paper = {
    title: `Ficha de derivación${issue.number === null ? '' : ` N.º ${issue.number}`}`,
    number: issue.number,
    marks: [...(facts.practice ? (['practice'] as const) : []), ...(issue.draft ? (['draft'] as const) : [])],
    letterhead: facts.centre.letterhead,
    blocks: [...letter(facts, options), ...counterReferralSlip(issue.number ?? 'Borrador', facts.centre.name)],
  };
  // The safe contact is under reserve everywhere else: here it stands only because the options include it.
  const texts = options.includeSafeContact
    ? issue.withheld.filter((text) => text !== facts.safeContact)
    : issue.withheld;
  const checked = withhold(paper, texts);
  return { paper: checked.paper, missing: missingOf(facts, options), withheldFound: checked.found };
}
