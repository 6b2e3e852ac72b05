/** What each month says, as a sentence, and what stands beside its figure. */
import { violenceKindLabels, violenceKinds, type ViolenceKind } from '../pairs/index.ts';
import { listWords } from '../papers/index.ts';
import { contactDays } from './count.ts';
import { countOf, type Tally } from './members.ts';
import { counted, monthWord, plural } from './words.ts';

/** Words of a kind that is known to the record alone: who holds fichas. */
export type LabelOf = (kind: string) => string;
export type Said = (tally: Tally, labelOf: LabelOf) => string;

const inMonth = ({ month }: Tally) => `en ${monthWord(month)}`;

/** «la mitad», «14 de 24», «todas»: of how many. */
function share(count: number, of: number, all: string): string {
  if (count === of) return all;
  return count * 2 === of ? 'la mitad' : `${count} de ${of}`;
}

type TypeCount = { readonly kind: ViolenceKind; readonly count: number };

function typesOf(tally: Tally): TypeCount[] {
  return violenceKinds
    .map((kind) => ({ kind, count: countOf(tally, kind) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

export const typesFinding: Said = (tally) => {
  const [first, ...rest] = typesOf(tally);
  if (first === undefined) return `Ningún caso ${inMonth(tally)}`;
  if (tally.count === 1) return `Un caso: violencia ${violenceKindLabels[first.kind]}`;
  const level = [first, ...rest.filter(({ count }) => count === first.count)];
  if (level.length > 2) return `${tally.count} casos: ningún tipo es mayor`;
  if (level.length === 2) {
    const both = listWords(level.map(({ kind }) => violenceKindLabels[kind]));
    return `Violencia ${both}: ${first.count} cada una`;
  }
  return `Violencia ${violenceKindLabels[first.kind]}: ${share(first.count, tally.count, 'todos los casos')}`;
};

const typeNouns: Readonly<Record<ViolenceKind, readonly [string, string]>> = {
  economic: ['económico', 'económicos'],
  psychological: ['psicológico', 'psicológicos'],
  physical: ['físico', 'físicos'],
  sexual: ['sexual', 'sexuales'],
};

export const typesBeside: Said = (tally) => {
  const head = `${tally.count === 1 ? 'caso' : 'casos'} ${inMonth(tally)}`;
  const parts = typesOf(tally).map(({ kind, count }) => plural(count, ...typeNouns[kind]));
  return parts.length === 0 ? head : `${head}: ${parts.join(', ')}`;
};

export const severeFinding: Said = (tally) => {
  if (countOf(tally, 'pending', 'late', 'inTime') === 0) return 'Ningún riesgo severo por valorar';
  const noun = { one: 'severo sin valorar de nuevo', many: 'severos sin valorar de nuevo' };
  return counted(tally.count, { ...noun, none: 'todos los severos, valorados de nuevo' });
};

export const severeBeside: Said = (tally) => {
  const due = countOf(tally, 'pending', 'late', 'inTime');
  if (due === 0) return `ninguno vencía ${inMonth(tally)}`;
  return `de ${due} que ${due === 1 ? 'vencía' : 'vencían'} ${inMonth(tally)}`;
};

export const repeatsFinding: Said = (tally) =>
  counted(countOf(tally, 'pair'), {
    ...{ one: 'pareja con dos hechos o más', many: 'parejas con dos hechos o más' },
    ...{ none: 'ninguna pareja con dos hechos', isFeminine: true },
  });

export const repeatsBeside: Said = (tally) => {
  const accused = countOf(tally, 'accused');
  if (accused === 0) return 'y nadie denunciado por varias mujeres';
  const who = accused === 1 ? '1 persona denunciada' : `${accused} personas denunciadas`;
  return `y ${who} por varias mujeres`;
};

export const waitingFinding: Said = (tally) => {
  if (tally.figure === null) return `Sin llegadas atendidas ${inMonth(tally)}`;
  return `La mitad espera ${plural(tally.figure, 'minuto', 'minutos')} o menos`;
};

/** «Nueve de diez» is said of ten and more. */
const fewest = 10;

export const waitingBeside: Said = (tally) => {
  if (tally.count === 0) return 'nada que medir';
  const of = `minutos, de ${plural(tally.count, 'llegada', 'llegadas')}`;
  return tally.count < fewest || tally.p90 === null ? of : `minutos; nueve de diez, hasta ${tally.p90}`;
};

export const measuresFinding: Said = (tally) => {
  const [asked, granted] = [countOf(tally, 'asked'), countOf(tally, 'granted')];
  if (asked === 0 && granted === 0) return `Sin pedidos de medidas ${inMonth(tally)}`;
  return `Medidas: ${plural(asked, 'pedida', 'pedidas')}, ${plural(granted, 'concedida', 'concedidas')}`;
};

export const measuresBeside: Said = (tally) => {
  const executed = plural(countOf(tally, 'executed'), 'en ejecución', 'en ejecución');
  if (tally.figure === null) return `nada que medir; ${executed}`;
  return `${tally.figure === 1 ? 'día' : 'días'} del ingreso al pedido; ${executed}`;
};

export const overdueFinding: Said = (tally) => {
  const since = `sin contacto hace ${contactDays} días`;
  return counted(countOf(tally, 'contact'), {
    ...{ one: `caso ${since}`, many: `casos ${since}`, none: `ningún caso ${since}` },
  });
};

export const overdueBeside: Said = (tally) => {
  const terms = countOf(tally, 'term');
  return terms === 0 ? 'y ningún plazo pasado' : `y ${plural(terms, 'plazo pasado', 'plazos pasados')}`;
};

export const integralFinding: Said = (tally) => {
  const all = countOf(tally, 'integral', 'interdisciplinary', 'less');
  const own = countOf(tally, 'integral');
  if (all === 0) return `Atención integral: nadie ${inMonth(tally)}`;
  if (own === 0) return 'Nadie tuvo atención integral';
  if (own === all) return 'Todos tuvieron atención integral';
  return own * 2 === all ? 'La mitad tuvo atención integral' : `Atención integral: ${own} de ${all}`;
};

export const integralBeside: Said = (tally) => {
  const all = countOf(tally, 'integral', 'interdisciplinary', 'less');
  return `de ${all}; dos servicios o más: ${countOf(tally, 'integral', 'interdisciplinary')}`;
};

const allReferrals = ['answered', 'waiting', 'late', 'closed'] as const;

export const referralsFinding: Said = (tally) => {
  if (countOf(tally, ...allReferrals) === 0) return `Ninguna derivación ${inMonth(tally)}`;
  return counted(countOf(tally, 'waiting', 'late', 'closed'), {
    ...{ one: 'derivación sin respuesta', many: 'derivaciones sin respuesta', isFeminine: true },
    none: 'todas las derivaciones, respondidas',
  });
};

export const referralsBeside: Said = (tally) => {
  const all = countOf(tally, ...allReferrals);
  return `de ${all} ${tally.count === 1 ? 'respondida' : 'respondidas'}`;
};

const notPeople: readonly string[] = ['held', 'missing', 'complete'];

function peopleOf({ cells }: Tally) {
  return cells.filter(({ kind }) => !notPeople.includes(kind)).toSorted((one, other) => other.count - one.count);
}

/** The most beside the least. */
export const workloadFinding: Said = (tally, labelOf) => {
  const people = peopleOf(tally);
  const [most, least] = [people[0], people.at(-1)];
  if (most === undefined || least === undefined) return 'Nadie tiene casos a cargo';
  const cases = plural(most.count, 'caso', 'casos');
  if (most === least) return `${firstOf(labelOf(most.kind))} lleva ${cases}`;
  const [one, other] = [firstOf(labelOf(most.kind)), firstOf(labelOf(least.kind))];
  if (most.count === least.count) return `Cada profesional lleva ${cases}`;
  const times = Math.floor(most.count / least.count);
  if (times === 2) return `${one} lleva ${cases}, el doble que ${other}`;
  if (times === 3) return `${one} lleva ${cases}, el triple que ${other}`;
  return `${one} lleva ${cases}, ${other} ${least.count}`;
};

/** «Luz I.» is said by the given name. */
const firstOf = (label: string) => (label.endsWith('.') ? (label.split(' ')[0] ?? label) : label);

export const workloadBeside: Said = (tally) => {
  const [missing, complete] = [countOf(tally, 'missing'), countOf(tally, 'complete')];
  const held = tally.count === 1 ? 'caso a cargo' : 'casos a cargo';
  const all = missing + complete;
  if (all === 0) return `${held}; ninguna ficha ${inMonth(tally)}`;
  return `${held}; ${complete} de ${plural(all, 'ficha', 'fichas')} del mes, ${all === 1 ? 'completa' : 'completas'}`;
};
