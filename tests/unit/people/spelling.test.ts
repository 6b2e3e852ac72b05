import { describe, expect, it } from 'vitest';
import surnames from '../../../resources/names/surnames.json' with { type: 'json' };
import { jaroWinkler, nameKey, nameRules, typingErrors } from '../../../src/shared/people/index.ts';

describe('nameKey', () => {
  it.each([
    ['Quispe', 'Kispe', 'Qispe', 'Quispi', 'Qhispi', 'KISPE'],
    ['Huamán', 'Guamán', 'Waman', 'Huaman'],
    ['Ccahuana', 'Cahuana', 'Kawana', 'Qahuana', 'Cawana'],
    ['Vilca', 'Willka', 'Bilca', 'Huillca', 'Villca', 'Wilka'],
    ['Condori', 'Kunturi', 'Kondori', 'Cunturi'],
    ['Mamani', 'Mammani'],
    ['Choque', 'Chuqui', 'Choke'],
    ['Huayta', 'Wayta', 'Guayta'],
    ['Sullca', 'Sulca', 'Sullka', 'Zulca'],
    ['Atahuallpa', 'Atahualpa', 'Atawallpa'],
    ['Yupanqui', 'Llupanqui', 'Yupanki'],
    ['Ccoyllo', 'Qoyllo', 'Coyllo'],
    ['Jiménez', 'Ximénez', 'Giménez', 'Jimenes'],
    ['Valdivia', 'Baldivia'],
    ['Chávez', 'Chaves', 'CHABES'],
    ['Hinostroza', 'Inostroza', 'Ynostroza'],
    ['Pfoccori', 'Phoqori', 'Focori'],
    ['Thupa', 'Tupa'],
    ['Campos', 'Canpos'],
    ['Yenny', 'Jenny', 'Jeny', 'Yeny'],
    ['Jhonatan', 'Jonatan', 'Yonathan', 'Jonathan'],
    ['Elizabeth', 'Elisabet', 'Helizabeth'],
    ['Geraldine', 'Yeraldine', 'Jeraldine'],
    ['Llupanqui', 'Yupanqui'],
    ['Jhon', 'John', 'Yon'],
    ['De la Cruz', 'Cruz', 'CRUS', 'de la Crúz'],
    ['Del Águila', 'Aguila', 'del aguila'],
    ["Q'orianka", 'Q\u2019orianka', 'Q\u02bcorianka'],
    ['Ñahui', 'N\u0303ahui'],
    ['Maria', '\u041c\u0430ria'],
  ])('joins the spellings of %s', (...spellings) => {
    expect(new Set(spellings.map(nameKey)).size).toBe(1);
  });

  it('keeps different names apart', () => {
    const names =
      'Quispe Huamán Mamani Condori Apaza Flores Ccahuana Vilca Choque Ticona Sánchez Rojas Ramos Luna Peña Pena Carlos Carla María Mario Rosa Rosario Juan Juana'.split(
        ' ',
      );
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });

  it('leaves the listed surnames distinct but for their spellings', () => {
    const keys = new Set((surnames as unknown as [string, number][]).map(([surname]) => nameKey(surname)));
    expect(keys.size / surnames.length).toBeGreaterThan(0.93);
  });

  it('keeps the particles of a name that has nothing else', () => {
    expect(nameKey('De la')).not.toBe('');
  });

  it('is shown as a list that still has to be confirmed (U92)', () => {
    expect(nameRules).toMatchObject({
      confirmation: 'toConfirm',
      id: expect.stringMatching(/^name-rules-\d+$/) as string,
    });
  });
});

describe('jaroWinkler', () => {
  // Winkler 1990, table of examples; Python jellyfish documentation.
  it.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DIXON', 'DICKSONX', 0.813],
    ['DWAYNE', 'DUANE', 0.84],
    ['JELLYFISH', 'SMELLYFISH', 0.896],
    ['ARNAB', 'ARANB', 0.947],
    ['ABC', 'XYZ', 0],
    ['', 'A', 0],
    ['A', 'A', 1],
  ])('of %s and %s is %d', (one, other, closeness) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(closeness, 2);
    expect(jaroWinkler(other, one)).toBeCloseTo(closeness, 2);
  });
});

describe('typingErrors', () => {
  it.each([
    ['45678912', '45678912', 0],
    ['45678912', '45678913', 1],
    ['45678912', '45679812', 1],
    ['45678912', '4567891', 1],
    ['45678912', '54678921', 2],
    ['45678912', '12345678', 3],
    ['', '123', 3],
  ])('between %s and %s are %d', (one, other, errors) => {
    expect(typingErrors(one, other, 2)).toBe(errors);
  });
});
