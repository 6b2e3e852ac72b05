/** Witnesses of the audit: what stands outside the reach of whoever has the record, and whether the record still says it. */
import { instantSchema } from '../platform/dates.ts';
import { oneOf, z } from '../platform/zod.ts';

/** Where a witness stands: a copy, a published month, an office copy of a paper, a weekly sheet, something typed. */
export const sourceWords = {
  copy: 'La copia',
  report: 'El reporte publicado',
  paper: 'La copia de oficina',
  sheet: 'La hoja semanal',
  typed: 'El código escrito',
} as const;
export type WitnessSource = keyof typeof sourceWords;

/** Number of an entry and what its hash was when that was written down. */
const witnessSchema = z.strictObject({
  source: oneOf(sourceWords),
  /** Name of the copy's folder, number of the paper or sheet, period of the month; never of a person. */
  name: z.string(),
  seq: z.int().positive(),
  /** The whole hash (64 hexadecimal digits), or its first ten characters as papers carry them. */
  code: z.string(),
  /** When it was made; null where that is not written. */
  at: instantSchema.nullable(),
  /** False where nothing but its own words says that it is of this record: a copy under another key, a published month. */
  isProven: z.boolean(),
});
export type Witness = z.infer<typeof witnessSchema>;

/**
 * `different`: that entry is another now. `beyond`: the record has fewer entries than that. `setAside`: it saw a history
 * that the centre gave up when it restored an older copy, and the key of the segment that began then proves it.
 */
export const witnessVerdicts = ['held', 'different', 'beyond', 'setAside'] as const;
export type WitnessVerdict = (typeof witnessVerdicts)[number];
export const judgedWitnessSchema = witnessSchema.extend({ verdict: z.enum(witnessVerdicts) });
export type JudgedWitness = z.infer<typeof judgedWitnessSchema>;

/** The two ways in which ten characters of a hash are written on papers. */
export type HashWords = { readonly hex: string; readonly words: string };

/** Characters of a code on a paper. */
export const codeLength = 10;

/** As typed from a paper: no spaces or hyphens, capitals; O is 0, I and L are 1. */
export function normalCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}

function agrees(code: string, { hex, words }: HashWords): boolean {
  const given = normalCode(code);
  if (given.length === 64) return given === hex.toUpperCase();
  return given === words || given === hex.slice(0, codeLength).toUpperCase();
}

/** What a segment begins with where the entries after the one before it were given up. */
const givesUp: ReadonlySet<string> = new Set(['backup.restored', 'rollback.detected']);

/**
 * The segment by which a history was given up that this witness saw: that history parted at or before that entry, and
 * the segment began later than the witness was made. Whoever rewrites the audit can write such an entry too; only its start key on paper tells.
 */
export function givenUpBy({ seq, at }: Witness, segments: readonly SegmentView[]): SegmentView | null {
  if (at === null) return null;
  return segments.find(({ action, partedAt, from }) => givesUp.has(action) && partedAt <= seq && at < from) ?? null;
}

/** @param hashOf what the record says of that entry now; null when it has none of that number */
export function judgeWitness(
  witness: Witness,
  hashOf: (seq: number) => HashWords | null,
  segments: readonly SegmentView[],
): JudgedWitness {
  const found = hashOf(witness.seq);
  if (found !== null && agrees(witness.code, found)) return { ...witness, verdict: 'held' };
  if (givenUpBy(witness, segments)?.proof === 'held') return { ...witness, verdict: 'setAside' };
  return { ...witness, verdict: found === null ? 'beyond' : 'different' };
}

const isWrong = ({ verdict }: JudgedWitness) => verdict === 'different' || verdict === 'beyond';

/** Between which entries the record stopped to be the one that was witnessed; null while every witness holds. */
export function firstDoubt(judged: readonly JudgedWitness[]): { after: number; until: number } | null {
  const wrong = judged.filter(isWrong).map(({ seq }) => seq);
  if (wrong.length === 0) return null;
  const until = Math.min(...wrong);
  const held = judged.filter(({ verdict, seq }) => verdict === 'held' && seq < until).map(({ seq }) => seq);
  return { after: Math.max(0, ...held), until };
}

/** How a segment is proven, as the screen and the command line say it. */
export const segmentViewSchema = z.strictObject({
  segment: z.int().positive(),
  first: z.int().positive(),
  last: z.int().positive(),
  from: instantSchema,
  action: z.string(),
  /** First entry of the history that was given up, where it began by giving one up; else its own first. */
  partedAt: z.int().positive(),
  /** `held`: written with the key of the paper. `wrong`: not from `wrongFrom` on. `noKey`: no key of it was typed. */
  proof: z.enum(['held', 'wrong', 'noKey']),
  wrongFrom: z.int().positive().nullable(),
});
export type SegmentView = z.infer<typeof segmentViewSchema>;

export type ProvenFacts = {
  readonly brokenAt: number | null;
  readonly segments: readonly SegmentView[];
  readonly strayKeys: number;
  readonly witnesses: readonly JudgedWitness[];
  /** Names of copies in the folder that could not be read or were changed. */
  readonly unreadable: readonly string[];
  /** Something outside was asked for and nothing was found there. */
  readonly foundNothing: boolean;
};

/** More would only bury the first ones. */
const namedAtMost = 20;

function witnessWords(judged: JudgedWitness, segments: readonly SegmentView[]): string {
  const { source, name, seq, verdict, isProven } = judged;
  const what = `${sourceWords[source]} ${name}`.trim();
  const says =
    verdict === 'beyond'
      ? `${what} vio la entrada ${seq}, y la bitácora ya no llega a ella.`
      : `${what} vio otra entrada ${seq}: la que hay ahora no es la misma.`;
  const by = givenUpBy(judged, segments);
  return [
    says,
    ...(isProven ? [] : ['No se pudo probar que sea de este registro.']),
    ...(by === null
      ? []
      : [
          `Es de antes de la recuperación con que empezó el tramo ${by.segment}: escriba su clave inicial para probarlo.`,
        ]),
  ].join(' ');
}

function segmentWords({ segment, wrongFrom, last }: SegmentView): string {
  return `Tramo ${segment}: desde la entrada ${String(wrongFrom)} hasta la ${last} no se escribió con la clave inicial de su sobre.`;
}

/** Every problem in plain words, the most telling first; empty when all that was compared holds. */
export function problemsOf(facts: ProvenFacts): string[] {
  const wrong = facts.witnesses.filter(isWrong);
  const doubt = firstDoubt(facts.witnesses);
  const named = wrong.slice(0, namedAtMost).map((one) => witnessWords(one, facts.segments));
  return [
    ...(facts.brokenAt === null ? [] : [`La bitácora se corta en la entrada ${facts.brokenAt}: falta o fue cambiada.`]),
    ...facts.segments.filter(({ proof }) => proof === 'wrong').map(segmentWords),
    ...(facts.strayKeys === 0
      ? []
      : [
          'La clave escrita no inició ningún tramo de esta bitácora: o es el papel de otro registro, o la bitácora se escribió de nuevo desde el comienzo del tramo.',
        ]),
    ...(doubt === null
      ? []
      : [
          doubt.after === 0
            ? `Lo guardado afuera no coincide desde antes de la entrada ${doubt.until}.`
            : `Coincide con lo guardado afuera hasta la entrada ${doubt.after}; entre la ${doubt.after + 1} y la ${doubt.until} dejó de coincidir.`,
        ]),
    ...named,
    ...(wrong.length > namedAtMost ? [`Y ${wrong.length - namedAtMost} más que no coinciden.`] : []),
    ...facts.unreadable.map((name) => `${name}: está dañada o fue cambiada, no sirve para comparar.`),
    ...(facts.foundNothing ? ['En esa carpeta no hay copias ni reportes de este registro con que comparar.'] : []),
  ];
}
