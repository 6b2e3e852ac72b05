/** Words of an old list for the codes of the form: as written on the form, and as people shorten them. */
import { familyBonds, otherBonds, partnerBonds } from '../intake/index.ts';
import { headerKey } from './fields.ts';

const squeezed = (text: string) => headerKey(text).replace(/\s/g, '');

/** «Enamorado/a» → enamorado, enamorada; «Padre/Madre» → padre, madre; what stands in brackets is left out. */
function spellings(label: string): string[] {
  const plain = label.replace(/\(.*?\)/g, '').trim();
  const short = /^(.*?)([oa])\/a$/.exec(plain);
  if (short !== null) return [`${short[1] ?? ''}o`, `${short[1] ?? ''}a`];
  const added = /^(.*)\/a(?=\s|$)(.*)$/.exec(plain);
  if (added !== null) {
    const [, stem = '', rest = ''] = added;
    return [stem + rest, `${stem.replace(/o$/, '')}a${rest}`];
  }
  return plain.split('/');
}

export type Bond = { readonly group: 1 | 2 | 3; readonly code: number };

function tableOf(): ReadonlyMap<string, Bond> {
  const table = new Map<string, Bond>();
  const lists = [
    [1, partnerBonds],
    [2, familyBonds],
    [3, otherBonds],
  ] as const;
  for (const [group, list] of lists) {
    for (const { code, label } of list) {
      for (const word of spellings(label)) {
        const key = squeezed(word);
        if (!table.has(key)) table.set(key, { group, code });
      }
    }
  }
  const more: readonly (readonly [string, Bond])[] = [
    ['esposo', { group: 1, code: 1 }],
    ['esposa', { group: 1, code: 1 }],
    ['exesposo', { group: 1, code: 2 }],
    ['exesposa', { group: 1, code: 2 }],
    ['pareja', { group: 1, code: 10 }],
    ['expareja', { group: 1, code: 10 }],
    ['ninguno', { group: 3, code: 10 }],
  ];
  for (const [word, bond] of more) table.set(word, bond);
  return table;
}

const bonds = tableOf();

/** Null: the word is none of the form. */
export function bondOf(text: string): Bond | null {
  return bonds.get(squeezed(text)) ?? null;
}

/** A code by the beginning of one of its words; a bare number of the list is taken as the code itself. */
function byWord(words: Readonly<Record<string, number>>, codes: readonly number[]) {
  return (text: string): number | null => {
    const key = headerKey(text);
    if (/^\d$/.test(key)) return codes.includes(Number(key)) ? Number(key) : null;
    const found = new Set(
      key
        .split(' ')
        .flatMap((word) => Object.entries(words).flatMap(([start, code]) => (word.startsWith(start) ? [code] : []))),
    );
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : null;
  };
}

export const violenceTypeOf = byWord({ economic: 0, patrimonial: 0, psicologic: 1, fisic: 2, sexual: 3 }, [0, 1, 2, 3]);
export const riskLevelOf = byWord({ leve: 1, moderad: 2, sever: 3, alto: 3, bajo: 1 }, [1, 2, 3]);
export const conditionOf = byWord({ nuev: 1, reingres: 2, reinciden: 3, derivad: 4, continua: 5 }, [1, 2, 3, 4, 5]);
