/** What the filing date of each of the twenty kinds sets (filings §4), and that annulling unsets it. */
import { describe, expect, it } from 'vitest';
import { filingKinds, type FilingKind } from '../../../src/shared/filings/index.ts';
import { planSetBy } from '../../../src/shared/register/filed-plan.ts';
import { noEvents, type CaseEvents } from '../../../src/shared/register/facts.ts';
import { indicators, indicatorValue } from '../../../src/shared/register/indicators.ts';

type Filing = CaseEvents['filings'][number];

const plain = {
  instance: null,
  asksProtection: false,
  asksPrecautionary: false,
  asksPolice: false,
  toChildProtection: false,
  report: null,
} as const;

function setBy(filings: readonly Filing[], age: number) {
  const facts = { answers: { A: { userAge: age } }, events: { ...noEvents, filings } };
  const computed = indicators.filter((one) => indicatorValue(one, facts) === '1').map(({ variable }) => variable);
  return { indicators: computed.toSorted(), plan: [...planSetBy(facts)].toSorted() };
}

type Row = readonly [
  kind: FilingKind,
  how: string,
  filing: Partial<Filing> & { age?: number },
  indicators: readonly string[],
  plan?: readonly string[],
];

const legal = 'CEM_ATENC_LEGAL';
const appears = ['CASOS_APERSONAMIENTO', legal, 'PATROCINIO_LEGAL'];
const both = ['CEM_SOL_MED_CAUTELARES', 'CEM_SOL_MED_PROTECCION'];

const table: readonly Row[] = [
  [1, 'a complaint', {}, [legal, 'CEM_DENUNCIA'], ['ACOMPANAR_DENUNCIA']],
  [2, 'of an adult', {}, [legal], ['COMUNICAR_VIOLENCIA']],
  [2, 'of a child', { age: 9 }, [legal], ['COMUNICAR_VIOLENCIA', 'COMUNICA_DESPROTECCION']],
  [
    2,
    'of a child, to the UPE',
    { age: 9, toChildProtection: true },
    ['CASOS_DERIV_UPE', legal],
    ['COMUNICAR_VIOLENCIA', 'COMUNICA_DESPROTECCION'],
  ],
  [3, 'protection', { asksProtection: true }, [legal, 'CEM_SOL_MED_PROTECCION'], ['SOLICITAR_MED_PROT_CAUT']],
  [3, 'precautionary', { asksPrecautionary: true }, [legal, 'CEM_SOL_MED_CAUTELARES'], ['SOLICITAR_MED_PROT_CAUT']],
  [3, 'both', { asksProtection: true, asksPrecautionary: true }, [legal, ...both], ['SOLICITAR_MED_PROT_CAUT']],
  [4, 'police', { instance: 'police' }, [...appears, 'PATROC_POLICIAL'], ['PRESENTA_APERSONAMIENTO']],
  [4, 'prosecutor', { instance: 'prosecutor' }, [...appears, 'PATROC_FISCAL'], ['PRESENTA_APERSONAMIENTO']],
  [4, 'court', { instance: 'court' }, [...appears, 'PATROC_JUDICIAL'], ['PRESENTA_APERSONAMIENTO']],
  [5, 'protection', { asksProtection: true }, [legal, 'CEM_SOL_MED_PROTECCION']],
  [5, 'precautionary', { asksPrecautionary: true }, [legal, 'CEM_SOL_MED_CAUTELARES']],
  [6, 'a breach', {}, [legal], ['PROMOVER_MED_PROT']],
  [6, 'flagrant', { asksPolice: true }, [legal], ['PROMOVER_MED_PROT', 'SOLICITA_INTERV_POLICIAL']],
  [7, 'an appeal', {}, ['CASOS_RECURSO_IMPUG_JUDICIAL', legal]],
  [8, 'an answer', {}, [legal]],
  [9, 'a civil party', {}, ['CASOS_CONSTITUCION_PARTE_CIVIL', legal]],
  [10, 'acts', {}, [legal]],
  [11, 'a single interview, which is not taking part in it', {}, [legal], ['PROMOVER_ENTREVISTA_UNICA']],
  [12, 'an examination', {}, [legal]],
  [13, 'a review', {}, ['CASOS_QUEJA_DERECHO_FISCAL', legal]],
  [14, 'an appeal', {}, ['CASOS_RECURSO_IMPUG_JUDICIAL', legal]],
  [15, 'protection', {}, [legal]],
  [16, 'support', {}, [legal]],
  [17, 'custody', {}, [legal]],
  [18, 'a brief writ', {}, [legal]],
  [19, 'legal aid', {}, [legal]],
  [20, 'psychological', { report: 'psychological' }, ['CASOS_INFORME_PSICO']],
  [20, 'social', { report: 'social' }, ['CASOS_INFORME_SOCIAL']],
  [20, 'follow-up', { report: 'follow-up' }, []],
  [20, 'supervision', { report: 'supervision' }, []],
];

describe('what presenting a paper of each kind sets', () => {
  it('has a row for each of the twenty kinds', () => {
    expect([...new Set(table.map(([kind]) => kind))]).toEqual([...filingKinds]);
    expect(filingKinds).toHaveLength(20);
  });

  for (const [kind, how, { age = 34, ...more }, expected, plan = []] of table) {
    it(`kind ${kind}, ${how}`, () => {
      expect(setBy([{ ...plain, kind, ...more }], age)).toEqual({
        indicators: [...expected].toSorted(),
        plan: [...plan].toSorted(),
      });
      expect(setBy([], age)).toEqual({ indicators: [], plan: [] });
    });
  }
});
