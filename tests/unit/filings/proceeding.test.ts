/** What belongs to one proceeding, and how its office is spoken to. */
import { describe, expect, it } from 'vitest';
import { composeFiling, deskWords, isSameProceeding, type WritDesk } from '../../../src/shared/filings/index.ts';
import { textOf } from '../../../src/shared/papers/index.ts';
import { facts, issueOf, options } from './sample.ts';

const desk = (office: string | null, courtFileNumber: string | null = null, authorityId?: string): WritDesk => ({
  addressee: office === null ? null : ({ treatment: 'Señor', office, authorityId } as WritDesk['addressee']),
  courtFileNumber,
});
const court = 'del Juzgado de Familia Inventado';

describe('isSameProceeding', () => {
  it.each<[string, WritDesk, WritDesk, boolean]>([
    ['one file number, however it is typed', desk(court, '00012-2026'), desk('de la Sala', '00012 - 2026.'), true],
    ['two file numbers at one court', desk(court, '00012-2026'), desk(court, '00013-2026'), false],
    ['the first writ, without a number yet', desk(court), desk('DEL JUZGADO DE FAMILIA INVENTADO', '00012-2026'), true],
    ['two offices, one without a number', desk('de la Comisaría Inventada'), desk(court, '00012-2026'), false],
    [
      'one entry of the directory whose words changed',
      desk('del 1.er Juzgado', null, 'a'),
      desk(court, null, 'a'),
      true,
    ],
    ['nobody is addressed yet', desk(null), desk(null), false],
    ['nobody is addressed yet, and the other is', desk(null), desk(court), false],
    ['nobody is addressed, but the number is known', desk(null, '00012-2026'), desk(court, '00012-2026'), true],
  ])('%s', (_what, one, other, same) => {
    expect(isSameProceeding(one, other)).toBe(same);
    expect(isSameProceeding(other, one)).toBe(same);
  });
});

describe('the caption', () => {
  it.each([
    ['de la Fiscalía Provincial Penal Inventada', 'CARPETA FISCAL', 'FISCAL A CARGO'],
    ['del Despacho Fiscal de Familia', 'CARPETA FISCAL', 'FISCAL A CARGO'],
    ['de la Comisaría PNP de Familia', 'DENUNCIA N.º', 'INSTRUCTOR'],
    [court, 'EXPEDIENTE', 'ESPECIALISTA'],
    ['de la Sala Civil', 'EXPEDIENTE', 'ESPECIALISTA'],
  ])('of a writ to %s calls its file and who carries it by their names', (office, file, clerk) => {
    const addressee = { treatment: 'Señora', office };
    expect(deskWords({ addressee })).toEqual({ file, clerk });
    const given = { ...options, addressee, courtFileNumber: '00012-2026', clerk: 'Ana Ficticia', notebook: 'cautelar' };
    const { paper } = composeFiling(facts, given, issueOf(3));
    const [caption] = paper.blocks;
    expect(caption).toMatchObject({
      kind: 'caption',
      rows: [
        { label: file, value: '00012-2026' },
        { label: 'CUADERNO', value: 'cautelar' },
        { label: clerk, value: 'Ana Ficticia' },
        { label: 'ESCRITO N.º', value: '1' },
        { label: 'SUMILLA' },
      ],
    });
  });

  it('has no line for what is not known', () => {
    const { paper } = composeFiling(facts, { ...options, clerk: null, courtFileNumber: null }, issueOf(3));
    expect(JSON.stringify(paper.blocks[0])).not.toMatch(/EXPEDIENTE|CUADERNO|ESPECIALISTA/);
  });
});

describe('the act that is appealed', () => {
  it.each([
    ['Disposición N.º 03', 'la Disposición N.º 03'],
    ['Auto 2', 'el Auto 2'],
    ['N.º 3', 'la resolución N.º 3'],
    ['Resolución N.º 1', 'la Resolución N.º 1'],
    ['Autopista 3', 'la resolución Autopista 3'],
  ])('«%s» is named once', (numero, words) => {
    const answers = { resolucion_numero: numero, resolucion_notificada: '2026-09-01' };
    const { paper } = composeFiling(facts, { ...options, answers }, issueOf(7));
    expect(textOf(paper)).toContain(`recurso de apelación contra ${words}, notificada`);
  });
});

describe('the Spanish of a writ', () => {
  it('has the inner marks inside a quotation, and the outer ones elsewhere', () => {
    const account = 'Gritó «pequeña» y dijo «no vuelvas».';
    const { paper } = composeFiling({ ...facts, incident: { ...facts.incident, account } }, options, issueOf(3));
    expect(textOf(paper)).toContain('«Gritó “pequeña” y dijo “no vuelvas”.»');
    const answers = {
      traslado_medidas: 'El auto dice «vigentes».',
      traslado_riesgo: 'x',
      traslado_fecha: '2026-09-01',
    };
    expect(textOf(composeFiling(facts, { ...options, answers }, issueOf(8)).paper)).toContain('dice «vigentes».');
  });

  it('says no word twice where a sentence goes on with what was typed', () => {
    const answers = {
      pedido_clase: 3,
      pedido_diligencia: 'de ratificación',
      pedido_programada: '2026-09-10',
      pedido_motivo: 'x',
    };
    const { paper } = composeFiling(facts, { ...options, answers, courtFileNumber: '1-2026' }, issueOf(18));
    expect(textOf(paper)).not.toMatch(/\b(de|en|la|el|a|por) \1\b/i);
    const measures = [{ code: 'no-approach' as const, reason: 'x', detail: 'de su mamá' }];
    expect(textOf(composeFiling(facts, { ...options, measures }, issueOf(3)).paper)).toContain('en la zona de su mamá');
  });
});
