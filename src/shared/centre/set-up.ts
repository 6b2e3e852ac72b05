/** «Puesta en marcha»: what a new centre still lacks, counted from what it keeps; nothing is ticked by hand. */
import { officeKindLabels, type OfficeKind } from '../directory/index.ts';
import { instantSchema } from '../platform/dates.ts';
import { oneOf, z } from '../platform/zod.ts';

export const setUpFactsSchema = z.strictObject({
  /** Active staff who sign papers, and how many of them have no profession written. */
  signers: z.int(),
  withoutProfession: z.int(),
  /** Newest verified copy on another disk; null before the first. */
  outsideCopyAt: instantSchema.nullable(),
  /** Blank forms printed so far, under their contingency number. */
  blankPapers: z.int(),
  hasAcronym: z.boolean(),
  hasPhone: z.boolean(),
  /** Kinds of which the directory has an entry in use. */
  officeKinds: z.array(oneOf(officeKindLabels)),
  /** Active people who may decide as Coordinación today or by a prepared Encargatura. */
  deciders: z.int(),
  /** Rows of «Tablas y reglas» that wait for their official source. */
  toConfirm: z.int(),
});
export type SetUpFacts = z.infer<typeof setUpFactsSchema>;

export type SetUpGroup = 'first' | 'week' | 'month';
export const setUpGroupLabels = {
  first: 'Antes de atender a la primera persona',
  week: 'Esta semana',
  month: 'Este mes',
} as const satisfies Record<SetUpGroup, string>;

export type SetUpStep = {
  readonly id: 'professions' | 'copy' | 'blank' | 'letterhead' | 'directory' | 'deciders' | 'rules';
  readonly group: SetUpGroup;
  readonly title: string;
  readonly note: string;
  readonly isDone: boolean;
  /** Minutes it takes; null where it is done by and by. */
  readonly minutes: number | null;
};

/** Whom every centre must reach from the first week on; of one row any kind will do. */
const mustHave: readonly { readonly kinds: readonly OfficeKind[]; readonly word: string }[] = [
  { kinds: ['policeStation'], word: 'comisaría' },
  { kinds: ['familyCourt'], word: 'juzgado de familia' },
  { kinds: ['violenceProsecutor', 'criminalProsecutor'], word: 'fiscalía' },
  { kinds: ['forensicMedicine'], word: 'UML' },
  { kinds: ['healthFacility'], word: 'establecimiento de salud' },
  { kinds: ['mentalHealthCentre'], word: 'CSMC' },
  { kinds: ['childProtection'], word: 'UPE' },
  { kinds: ['shelterCoordination'], word: 'hogares de refugio' },
];

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} y ${words.at(-1) ?? ''}`;
}

function professionNote({ signers, withoutProfession }: SetUpFacts): string {
  if (signers === 0) return 'nadie que firme papeles todavía';
  if (withoutProfession === 0) return signers === 1 ? '1 persona firma papeles' : `${signers} personas firman papeles`;
  return `falta la de ${withoutProfession} de ${signers}: sale en cada papel`;
}

function letterheadNote({ hasAcronym, hasPhone }: SetUpFacts): string {
  const missing = [...(hasAcronym ? [] : ['las siglas']), ...(hasPhone ? [] : ['el teléfono'])];
  if (missing.length === 0) return 'siglas y teléfono salen en los papeles';
  return `${missing.length === 1 ? 'falta' : 'faltan'} ${listed(missing)}`;
}

/** All steps, in the order of the first weeks. */
export function setUpSteps(facts: SetUpFacts): SetUpStep[] {
  const lacking = mustHave.filter(({ kinds }) => !kinds.some((kind) => facts.officeKinds.includes(kind)));
  const held = mustHave.length - lacking.length;
  return [
    {
      ...{ id: 'professions', group: 'first', title: 'Personas y su profesión', minutes: 5 },
      note: professionNote(facts),
      isDone: facts.signers > 0 && facts.withoutProfession === 0,
    },
    {
      ...{ id: 'copy', group: 'first', title: 'Copia fuera de esta computadora', minutes: 5 },
      note: facts.outsideCopyAt === null ? 'si esta computadora se pierde hoy, se pierde todo' : 'hecha y verificada',
      isDone: facts.outsideCopyAt !== null,
    },
    {
      ...{ id: 'blank', group: 'first', title: 'Papeles en blanco, impresos', minutes: 5 },
      note: facts.blankPapers === 0 ? 'para cuando se va la luz: 5 de cada uno' : `${facts.blankPapers} impresos`,
      isDone: facts.blankPapers > 0,
    },
    {
      ...{ id: 'letterhead', group: 'week', title: 'Membrete', minutes: 5 },
      note: letterheadNote(facts),
      isDone: facts.hasAcronym && facts.hasPhone,
    },
    {
      ...{ id: 'directory', group: 'week', title: 'Directorio', minutes: 10 },
      note:
        lacking.length === 0
          ? `${held} de ${held}`
          : `${held} de ${mustHave.length}; ${lacking.length === 1 ? 'falta' : 'faltan'} ${listed(lacking.map(({ word }) => word))}`,
      isDone: lacking.length === 0,
    },
    {
      ...{ id: 'deciders', group: 'week', title: 'Quién decide si usted falta', minutes: 5 },
      note: facts.deciders > 1 ? 'hay otra persona' : 'prepare una Encargatura u otra persona de Coordinación',
      isDone: facts.deciders > 1,
    },
    {
      ...{ id: 'rules', group: 'month', title: 'Reglas por confirmar', minutes: null },
      note: facts.toConfirm === 0 ? 'ninguna' : `${facts.toConfirm} con su valor propuesto`,
      isDone: facts.toConfirm === 0,
    },
  ];
}
