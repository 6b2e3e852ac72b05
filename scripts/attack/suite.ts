/** The attack suite (disclosure §9): each attack with its aim, each control that must be caught. */
import { roundControlled } from '../../src/shared/reports/index.ts';
import type { Distribution } from '../many/distributions.ts';
import { randomFrom } from '../many/random.ts';
import { noTally, type Tally } from './exact.ts';
import { averaged, countedWrongly, exportedOften, publishedAgain, recomputed, tracesIn, tracesOf } from './files.ts';
import { knowAllButOne } from './insider.ts';
import { attackAll, bandBias, breaksRuns, exactTables, hiddenBelowFive, knowledge, truncated } from './known.ts';
import { attackNumbers, auditNumber, bandFiles, casesCounted } from './numbers.ts';
import { readDistricts, readNews } from './reader.ts';
import { sizeClasses, unitsOf, type Unit } from './units.ts';
import { attackYearFile, joinedYears, type Way } from './year-file.ts';
import { attackNeighbours, foreignSums, nationalError, yearsOf, type Year } from './years.ts';

export type Finding = {
  readonly id: string;
  readonly what: string;
  readonly found: string;
  readonly aim: string;
  readonly ok: boolean;
};
type Sizes = {
  /** Units of each size class. */
  readonly units: number;
  /** Of each class for the reader of the news, whose figure needs more victims. */
  readonly news: number;
  readonly centres: number;
  readonly seeds: readonly number[];
  /** Draws for the reader of the news: of one alone the share is off by a fifth. */
  readonly newsSeeds: readonly number[];
};

const wholeSuite: Sizes = {
  units: 1500,
  news: 3000,
  centres: 440,
  seeds: [7, 11, 23],
  newsSeeds: [31, 131, 231, 331, 431],
};

export const percent = (share: number, digits = 3) => `${(share * 100).toFixed(digits)} %`;
const ofUnsafe = ({ exact, unsafe }: Tally) => `${exact} de ${unsafe}`;
const shareOf = ({ exact, unsafe }: Tally) => exact / unsafe;
const sumOf = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const aim = (id: string, what: string, [found, words]: readonly [string, string], ok: boolean): Finding => ({
  ...{ id, what, found, aim: words, ok },
});
/** A wrong way of publishing: the suite must see it. */
const control = (id: string, what: string, found: string, isCaught: boolean): Finding =>
  aim(id, `control: ${what}`, [found, 'debe caer'], isCaught);
/** Not stopped by the method, and said (disclosure §12). */
const told = (id: string, what: string, found: string): Finding => aim(id, what, [found, 'se informa'], true);

export type Outcome = {
  readonly findings: readonly Finding[];
  readonly exact: Tally;
  /** Of each draw. */
  readonly linkage: readonly number[];
  readonly presence: number;
  readonly national: number;
};
const nothing = { exact: noTally(), linkage: [], presence: 0, national: 0 } as const;

const add = (into: Tally, more: Tally) => {
  for (const name of ['unsafe', 'exact', 'proven', 'small'] as const) into[name] += more[name];
};

/** Attacks on units by themselves. */
function onUnits(all: readonly Unit[]): Outcome {
  const exact = noTally();
  const { S1c, ...exactly } = knowledge;
  const solved = Object.entries(exactly).map(([id, known]) => {
    const found = attackAll(all, known);
    // The same cells each time: they are counted once.
    add(exact, id === 'S1' ? found : { ...noTally(), exact: found.exact });
    return aim(
      id,
      'solucionador exacto, todas las tablas con su inicio común',
      [ofUnsafe(found), '0'],
      found.exact === 0,
    );
  });
  const presence = exact.proven / exact.small;
  const [one] = all.filter(({ month }) => month.view !== 'band');
  const made = one === undefined ? 0 : exportedOften(one, 100);
  const insider = knowAllButOne(all);
  const codes = countedWrongly();
  const findings = [
    ...solved,
    told('S1c', 'sabe además los totales exactos por tipo', percent(shareOf(attackAll(all, S1c)), 1)),
    aim('S2', 'presencia probada donde hay 1 o 2', [percent(presence, 1), '≤ 50 %'], presence <= 0.5),
    aim('S5', '100 exportaciones del mismo mes: archivos distintos', [String(made), '1'], made === 1),
    aim('S8', 'sabe todos los casos menos uno: su celda', [percent(insider.cell, 1), '≤ 50 %'], insider.cell <= 0.5),
    told('S8b', 'lo mismo: su tipo; con edad y sexo', `${percent(insider.type, 1)}; ${percent(insider.typeKnown, 1)}`),
    aim(
      'S10',
      'valores fuera de las listas que se cuentan',
      [`${codes.taken} de ${codes.tried}`, '0'],
      codes.taken === 0,
    ),
  ];
  return { ...nothing, findings, exact, presence };
}

function unitControls(units: readonly Unit[]): Outcome {
  const [exact, hidden] = [shareOf(exactTables(units)), shareOf(hiddenBelowFive(units.slice(0, 400)))];
  const [again, mean] = [recomputed(units, 5), averaged(units.slice(0, 200), 100, 9)];
  const [right, wrong] = [bandBias(units, (size) => size <= 20), bandBias(units, (_, total) => total <= 20)];
  const cut = breaksRuns(truncated, units) && !breaksRuns(roundControlled, units);
  const lenient = countedWrongly((cases) => cases.length);
  const findings = [
    control('S1', 'tablas exactas', percent(exact, 0), exact === 1),
    control('S1', 'celdas menores de 5 ocultas', percent(hidden, 0), hidden > 0.5),
    control('S4', 'el mes recalculado con la ficha tardía', percent(again, 0), again > 0.5),
    control('S5', 'otro inicio en cada exportación', percent(mean, 0), mean > 0.8),
    control('U1', 'banda decidida por el total publicado', percent(wrong), right === 0 && wrong > 0.001),
    control('P3', 'truncar en lugar de redondear hacia abajo', String(cut), cut),
    control('S10', 'quien cuenta sin mirar', `${lenient.taken} de ${lenient.tried}`, lenient.taken === lenient.tried),
  ];
  return { ...nothing, findings };
}

export const meanOf = (shares: readonly number[]) => sumOf(shares) / shares.length;
export const spread = (shares: readonly number[]) =>
  `${percent(meanOf(shares))} (${percent(Math.min(...shares))} a ${percent(Math.max(...shares))} en ${shares.length} sorteos)`;

/**
 * The reader of the news, in each size class and in each view. The aim is that of the mean over draws: how many are named
 * of some hundred thousand is itself drawn, and a single draw under the aim, or over it, proves nothing.
 */
function onNews(distribution: Distribution, sizes: Sizes): Outcome {
  const draws = sizes.newsSeeds.map((seed) =>
    sizeClasses.map((size, at) => unitsOf(distribution, size, sizes.news, seed + at * 12)),
  );
  const each = draws.map((classes) => classes.map((units) => readNews(units, distribution)));
  const confident = each.map((classes) => Math.max(...classes.map((one) => one.confident)));
  const gain = meanOf(each.map((classes) => Math.max(...classes.map((one) => one.gain))));
  const victims = sumOf(each.flat().map((one) => one.victims));
  const views = (['coarse', 'full'] as const).map((view) => {
    const shares = draws.map((classes) => {
      const units = classes.flat().filter(({ month }) => month.view === view);
      return readNews(units, distribution).confident;
    });
    return aim('S7', `lo mismo, vista ${view}`, [spread(shares), '≤ 0.2 % en promedio'], meanOf(shares) <= 0.002);
  });
  const small = draws[0]?.at(-1) ?? [];
  const full = readNews(small, distribution, true).confident;
  const random = randomFrom(3);
  const districts = readDistricts(small, () => Math.floor(random() * 8));
  const named = `lector de noticias: seguro y acierta, de ${victims} víctimas`;
  const more = 'lector de noticias: acierta más que con las tasas nacionales';
  const findings = [
    aim('S7', named, [spread(confident), '≤ 0.1 % en promedio'], meanOf(confident) <= 0.001),
    aim('S7', more, [`${gain.toFixed(1)} puntos`, '≤ 6'], gain <= 6),
    ...views,
    control('S7', 'siempre 24 celdas', percent(full), full > 0.001),
    control('S7', 'distrito por tipo, exacto', percent(districts, 1), districts > 0.001),
  ];
  return { ...nothing, findings, linkage: confident };
}

/** Few cases a year, so that its units are few and a group is rare; the usual; and a centre that began in December. */
const yearSizes = [{ mean: 35 }, { mean: 80 }, { mean: 385 }, { mean: 500, from: '2026-12' }] as const;

/** The file of the year joined with the months and residuals of the same year. */
function onYearFile(distribution: Distribution, { centres, seeds: [seed = 7] }: Sizes): Outcome {
  const attack = (way: Way) => {
    const exact = noTally();
    let [years, other] = [0, 0];
    for (const size of yearSizes) {
      for (const year of joinedYears(distribution, { centres, seed, ...size }, way)) {
        const sums = attackYearFile(year, exact);
        if (sums === null) continue;
        years += 1;
        other += sums;
      }
    }
    return { exact, years, other };
  };
  const { exact, years, other } = attack('units');
  const [apart, whole] = [attack('apart').exact, attack('exact').exact];
  const joined = `el archivo del año con sus meses y residuales (${years} años)`;
  const findings = [
    aim('S3', joined, [ofUnsafe(exact), '0'], exact.unsafe > 0 && exact.exact === 0),
    aim('S3', 'sumas del año que dicen otra cosa que sus meses', [String(other), '0'], other === 0),
    control('S3', 'las listas del año redondeadas aparte', ofUnsafe(apart), apart.exact > 0),
    control('S3', 'las listas del año exactas', percent(shareOf(whole), 1), shareOf(whole) > 0.05),
  ];
  return { ...nothing, findings, exact };
}

/** Attacks on years of files. */
function onYears(distribution: Distribution, { centres, seeds }: Sizes): Outcome {
  const years = seeds.map((seed) => nationalError(yearsOf(distribution, centres, seed)));
  const exact = noTally();
  for (const { joined } of years) add(exact, joined);
  const most = (of: (one: (typeof years)[number]) => number) => Math.max(...years.map((one) => Math.abs(of(one))));
  const [national, cells, unit] = [most(({ total }) => total), most((one) => one.cells), most((one) => one.unit)];
  const without = Math.min(...years.map((one) => Math.abs(one.withoutRest)));
  const joined = `un año unido, también lo que callan sus meses (${seeds.length} × ${centres} centros)`;
  const totals = `total nacional con el resto del año, semillas ${seeds.join(', ')}`;
  const findings = [
    aim('S3', joined, [ofUnsafe(exact), '0'], exact.exact === 0),
    aim('U1', totals, [years.map(({ total }) => percent(total)).join(', '), '≤ 0.1 %'], national <= 0.001),
    aim('U1', 'celdas nacionales de 100 o más: error mediano', [percent(cells, 1), '≤ 3 %'], cells <= 0.03),
    aim('U2', 'mayor error de una unidad (total y tipos)', [String(unit), '≤ 2'], unit <= 2),
    control('U1', 'sin la unidad del fin de año', percent(without), without > 0.001),
  ];
  return { ...nothing, findings, exact, national };
}

/** What the files say besides their figures. */
function onNumbers(distribution: Distribution, { centres, seeds: [seed = 7] }: Sizes): Outcome {
  const years = () => yearsOf(distribution, Math.min(centres, 150), seed);
  const [alike, numbers, audit] = [bandFiles(), attackNumbers(years()), attackNumbers(years(), auditNumber)];
  const [r, found, by] = [numbers.correlation, audit.correlation, attackNumbers(years(), casesCounted)];
  const sizes = `tamaño de ${numbers.months} meses ocultos por los ${numbers.paths} datos de los archivos`;
  const findings = [
    aim('M5', 'archivos distintos de un mes oculto, con 0 a 20 casos', [String(alike), '1'], alike === 1),
    aim('M5', sizes, [`r ${r.toFixed(2)}`, '≤ 0.2'], r <= 0.2),
    control(
      'M5',
      `el número de auditoría (${audit.path})`,
      `r ${found.toFixed(2)}`,
      found > 0.2 && /^auditSeq/.test(audit.path),
    ),
    control(
      'M5',
      `un número que cuenta fichas (${by.path})`,
      `r ${by.correlation.toFixed(2)}`,
      /^registered/.test(by.path),
    ),
  ];
  return { ...nothing, findings };
}

/** Exact sums of three centres at a time. */
function neighbours(years: readonly Year[]): Tally {
  const found = noTally();
  for (let at = 0; at + 2 < years.length; at += 3) {
    const units = years.slice(at, at + 3).flatMap((year) => year.units);
    for (const three of Map.groupBy(units, ({ published }) => published.period).values())
      attackNeighbours(three, found);
  }
  return found;
}

async function onFiles(years: readonly Year[]): Promise<Outcome> {
  const again = years.map(publishedAgain);
  const [units, changed] = [sumOf(again.map((one) => one.units)), sumOf(again.map((one) => one.changed))];
  const [sums, three] = [foreignSums(years), neighbours(years)];
  const files = years.slice(0, 3).flatMap((year) => year.units);
  const traces = new Set((await Promise.all(files.map(tracesIn))).flat());
  const marked = tracesOf(['{"auditSeq":733,"at":"2026-04-05T13:00:00Z"}']);
  const late = 'unidades publicadas que cambian con una ficha tardía';
  const words = [...traces].join(', ') || '0';
  const findings = [
    aim('S4', late, [`${changed} de ${units}`, '0'], units > 0 && changed === 0),
    aim('S6', 'cifras nacionales que no son sumas de las publicadas', [String(sums), '0'], sums === 0),
    aim('S9', `horas, identificadores, carpetas en ${files.length * 3} archivos`, [words, '0'], traces.size === 0),
    control('S6', 'sumas exactas de tres centros vecinos', ofUnsafe(three), three.exact > 0),
    control('S9', 'un archivo con hora y auditoría', marked.join(', '), marked.length === 2),
  ];
  return { ...nothing, findings };
}

/** All of it on one distribution. */
export async function attackSuite(distribution: Distribution, sizes: Sizes = wholeSuite): Promise<Outcome> {
  const classes = sizeClasses.map((size, at) => unitsOf(distribution, size, sizes.units, 11 + at * 12));
  const parts = [
    ...[onUnits(classes.flat()), unitControls(classes.at(-1) ?? []), onNews(distribution, sizes)],
    ...[onYears(distribution, sizes), onYearFile(distribution, sizes), onNumbers(distribution, sizes)],
    await onFiles([...yearsOf(distribution, Math.min(sizes.centres, 60), sizes.seeds[0] ?? 7, 800)]),
  ];
  const exact = noTally();
  for (const part of parts) add(exact, part.exact);
  return {
    ...{ findings: parts.flatMap(({ findings }) => findings), exact },
    presence: Math.max(...parts.map((part) => part.presence)),
    linkage: parts.flatMap((part) => part.linkage),
    national: Math.max(...parts.map((part) => part.national)),
  };
}
