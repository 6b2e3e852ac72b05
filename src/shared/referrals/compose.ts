/** Composition of a referral: the letter, the slip that comes back, and what she carries. */
import type { MissingFact, Paper, PaperBlock, PaperRun } from '../papers/blocks.ts';
import { longDate, withhold } from '../papers/index.ts';
import { missingQuestions } from '../platform/questions.ts';
import { adviceSheet, neutralCard } from './carried.ts';
import type { ReferralKind } from './codes.ts';
import { referralRules } from './kinds/index.ts';
import { serviceLabels } from './labels.ts';
import { careRows, personRows, row } from './letter.ts';
import { isConsentException } from './rules.ts';
import { questionsOf, type ReferralFacts, type ReferralIssue, type ReferralOptions } from './schema.ts';
import { counterReferralSlip, slipParts } from './slip.ts';

const section = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text });

const need = (lacks: boolean, fact: string, label: string, page: MissingFact['page']): MissingFact[] =>
  lacks ? [{ fact, label, page, weight: 'required' }] : [];

/** Facts of the ficha are called as writs call them: she is asked once, whichever paper lacks them. */
function missingOf(kind: ReferralKind, facts: ReferralFacts, options: ReferralOptions): MissingFact[] {
  const rule = referralRules[kind];
  const { questions } = questionsOf(kind);
  const page = rule.subject === 'user' ? 'section-a' : 'document';
  const lacksPerson = rule.subject === 'user' || facts.person.names === null;
  return [
    ...need(
      rule.subject === 'child' && facts.person.names === null && facts.person.age === null,
      'childId',
      'niña, niño o adolescente de quien se trata',
      'document',
    ),
    ...need(facts.person.names === null, 'agraviada.nombres', 'nombres de la persona', 'section-a'),
    ...need(
      rule.facts.includes('document') && facts.person.document === null && lacksPerson,
      'agraviada.documento',
      'documento de identidad, o su estado',
      'section-a',
    ),
    ...need(facts.person.age === null && rule.subject !== 'aggressor', 'agraviada.edad', 'edad', 'section-a'),
    ...need(rule.facts.includes('hours') && facts.hours === null, 'hecho.fecha', 'fecha del hecho', 'section-b'),
    ...need(options.receiver === null, 'receiver', 'quién recibe', 'document'),
    ...need(options.services.length === 0, 'services', 'servicios que se piden', 'document'),
    ...need(rule.asksReason && options.reason === null, 'reason', 'motivo', 'document'),
    ...missingQuestions(questions, options.answers).flatMap((name) =>
      need(true, `answers.${name}`, (questions[name]?.label ?? name).toLowerCase(), 'document'),
    ),
    ...need(options.consent === null && rule.subject !== 'aggressor', 'consent', 'consentimiento', 'document'),
    ...need(options.professional === null, 'professional', 'profesional que firma', 'document'),
    ...need(options.includeSafeContact && facts.safeContact === null, 'safe-contact', 'contacto seguro', page),
  ];
}

/** The exception and its reason stand on the office copy only (C3). */
function consentRuns(consent: ReferralOptions['consent']): PaperRun[] {
  if (consent === null || consent.kind === 'refused') return [{ text: 'consentimiento', missing: true }];
  if (isConsentException(consent)) return [{ text: 'Registrado en el centro.' }];
  const how = consent.kind === 'written' ? 'Escrito' : 'Verbal';
  return [{ text: `${how}, del ${longDate(consent.on)}, para esta derivación. Puede retirarlo.` }];
}

function signerLines({ professional }: ReferralOptions): string[] {
  if (professional === null) return ['[FALTA: profesional]'];
  const { names, profession, college } = professional;
  return [names, profession, ...(college === null ? [] : [college])];
}

function serviceBoxes(kind: ReferralKind, options: ReferralOptions): PaperBlock {
  const items = referralRules[kind].services.map((code) => ({
    text: code === 'other' && options.otherService !== null ? `Otro: ${options.otherService}` : serviceLabels[code],
    ticked: options.services.includes(code),
  }));
  return { kind: 'checks', columns: 2, items };
}

function letter(kind: ReferralKind, facts: ReferralFacts, options: ReferralOptions): PaperBlock[] {
  const rule = referralRules[kind];
  const { receiver } = options;
  return [
    { kind: 'heading', level: 1, text: rule.title },
    { kind: 'paragraph', align: 'right', runs: [{ text: `${options.place}, ${longDate(options.signedOn)}` }] },
    {
      kind: 'paragraph',
      align: 'left',
      runs:
        receiver === null
          ? [{ text: 'quién recibe', missing: true }]
          : [{ text: `${receiver.post}\n`, bold: true }, { text: receiver.establishment }],
    },
    ...(rule.namesFicha ? [{ kind: 'pairs' as const, rows: [row('Referencia', `Ficha ${facts.caseNumber}`)] }] : []),
    {
      kind: 'paragraph',
      runs: [{ text: 'CONFIDENCIAL. ', bold: true }, { text: 'Leyes 29733 y 30364. No entregar copia a terceros.' }],
    },
    section(rule.subject === 'child' ? 'Niña, niño o adolescente' : 'Persona'),
    { kind: 'pairs', rows: personRows(kind, facts, options) },
    section('Se solicita'),
    serviceBoxes(kind, options),
    { kind: 'pairs', rows: careRows(kind, facts, options) },
    ...(rule.subject === 'aggressor'
      ? []
      : [{ kind: 'pairs' as const, rows: [{ label: 'Consentimiento', runs: consentRuns(options.consent) }] }]),
    { kind: 'signatures', signers: [{ lines: signerLines(options) }] },
  ];
}

/**
 * Composes letter, slip, neutral card and advice. The caller refuses to print when `consentAllows` is false; this
 * function composes the preview all the same, with the gap visible.
 */
export function composeReferral(
  kind: ReferralKind,
  facts: ReferralFacts,
  options: ReferralOptions,
  issue: ReferralIssue,
): { readonly paper: Paper; readonly missing: MissingFact[]; readonly withheldFound: boolean } {
  const { number, code } = issue;
  const rule = referralRules[kind];
  const paper: Paper = {
    title: `Ficha de derivación${number === null ? '' : ` N.º ${number}`}`,
    number,
    marks: [...(facts.practice ? (['practice'] as const) : []), ...(issue.draft ? (['draft'] as const) : [])],
    letterhead: facts.centre.letterhead,
    blocks: [
      ...letter(kind, facts, options),
      ...counterReferralSlip(number ?? 'Borrador', facts.centre.name, slipParts(kind, code)),
      ...(options.card === null ? [] : neutralCard(options.card)),
      ...(rule.hasAdvice === true ? adviceSheet() : []),
    ],
  };
  // The safe contact is under reserve everywhere else: here it stands only because the options include it.
  const texts = options.includeSafeContact
    ? issue.withheld.filter((text) => text !== facts.safeContact)
    : issue.withheld;
  const { names } = facts.person;
  const checked = withhold(paper, texts, names === null ? [] : [names]);
  return { paper: checked.paper, missing: missingOf(kind, facts, options), withheldFound: checked.found };
}

/** What the professional decides, or asks for on this very page. */
const decidedHere: ReadonlySet<string> = new Set([
  'receiver',
  'services',
  'reason',
  'consent',
  'professional',
  'answers.why',
]);

/** Whether she could answer it in an interview. */
export function isForHer({ fact }: Pick<MissingFact, 'fact'>): boolean {
  return !decidedHere.has(fact);
}
