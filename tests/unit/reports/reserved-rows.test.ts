import { describe, expect, it } from 'vitest';
import { reservedRows, rowColumns, rowVariables } from '../../../src/shared/reports/index.ts';

const centre = { name: 'Inventado', category: 'regular', department: 'Lima' } as const;
const one = (values: Record<string, string>) => ({ values, shift: 'night', month: '06' }) as const;
const cells = (values: Record<string, string>) => {
  const { rows, unknown } = reservedRows([one(values)], centre);
  const [head = [], row = []] = rows;
  return { row: Object.fromEntries(head.map((name, at) => [name, row[at]])), unknown };
};

describe('columns of the rows', () => {
  const names = rowColumns.map(({ variable }) => variable);

  it('hold no number, date, place, text, exact age or name of the ficha', () => {
    expect(new Set(names).size).toBe(names.length);
    const withheld =
      /^N_|N_FICHA|FECHA|HORA|DIA_|^ANO|NOMBRE|ESP_|DETALLE|UBIGEO|MOTIVO_NO|OBSERVACION|PARENTESCO|PROV|DIST|CODIGO|CUI(?!D)|EDAD_VICTIMA|EDAD_AGRESOR|_DNI|ASIL|REFUGIAD|INFORMANTE|ORIENTACION|IDENTIDAD/;
    const told = new Set(['DISCR_ORIENTACION_SEXUAL', 'DISCR_IDENTIDAD_GENERO', 'ACOSO_SEX_ESP_PUB']);
    expect(names.filter((name) => withheld.test(name) && !told.has(name))).toEqual([]);
  });

  it('are in the order of the dictionary', () => {
    const some = ['CEM', 'CONDICION', 'SEXO_VICTIMA', 'TIPO_VIOLENCIA', 'NIVEL_DE_RIESGO_VICTIMA', 'CASO_FLAGRANCIA'];
    expect(names.filter((name) => some.includes(name))).toEqual(some);
    expect(names.at(-1)).toBe('MES');
    expect({ columns: names.length, names: names.join(' ') }).toMatchSnapshot();
  });

  it('are read with the ages that become groups', () => {
    expect(rowVariables).toEqual(expect.arrayContaining(['EDAD_VICTIMA', 'EDAD_AGRESOR', 'SEXO_VICTIMA']));
  });
});

describe('a row', () => {
  it('has codes, groups of age in place of the age, and what the centre is', () => {
    const { row, unknown } = cells({ SEXO_VICTIMA: '0', EDAD_VICTIMA: '30', HIJAS_VIVAS_0_17: '2' });
    expect(unknown).toEqual([]);
    expect(row).toMatchObject({ CEM: 'Inventado', TURNO_INGRESO: '3', MES: '06', SEXO_VICTIMA: '0', CATEGORIA: '1' });
    expect(row['EDAD_GRANDE']).toBe('2');
    expect(row['HIJAS_VIVAS_0_17']).toBe('2');
    // Not known is a group of its own.
    expect(row['EDAD_PEQUENO_AGRESOR']).toBe('7');
    expect(row).not.toHaveProperty('EDAD_VICTIMA');
  });

  it.each([
    ['SEXO_VICTIMA', '7'],
    ['HIJAS_VIVAS_0_17', '90'],
    ['TIPO_VIOLENCIA', 'Física'],
    ['FACTOR_AGRESOR_OTRO', '0'],
  ])('is refused for %s, which is named without its value', (column, value) => {
    expect(cells({ [column]: value }).unknown).toEqual([column]);
  });

  it('does not stand in the order of the fichas', () => {
    const { rows } = reservedRows([one({ SEXO_VICTIMA: '1' }), one({ SEXO_VICTIMA: '0' })], centre);
    const at = rows[0]?.indexOf('SEXO_VICTIMA') ?? -1;
    expect(rows.slice(1).map((row) => row[at])).toEqual(['0', '1']);
  });
});
