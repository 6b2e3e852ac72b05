import { codesOf, eachOf } from '../platform/codes-of.ts';
import { fold } from '../platform/text.ts';
/** What a column of an old list may be: the facts of a closed ficha that the record can hold. Data, in the order shown. */

export type ListField = {
  /** Title on screen. */
  readonly label: string;
  readonly group: 'ficha' | 'user' | 'aggressor';
  /** Without it no row can go in. */
  readonly required?: true;
  /** Headers it is recognised by, without accents, capitals or signs. The person sees and confirms the choice. */
  readonly headers: readonly string[];
  readonly isDate?: true;
};

const of = <Name extends string>(group: ListField['group'], fields: Readonly<Record<Name, Omit<ListField, 'group'>>>) =>
  eachOf(codesOf(fields), (name): ListField => ({ group, ...fields[name] }));

export const listFields = {
  ...of('ficha', {
    fichaNumber: {
      label: 'Número oficial de ficha',
      headers: ['n ficha', 'ficha', 'numero de ficha', 'nro ficha', 'num ficha', 'no ficha', 'n de ficha'],
    },
    admittedOn: {
      label: 'Fecha de ingreso',
      required: true,
      isDate: true,
      headers: ['fecha de ingreso', 'fecha ingreso', 'f ingreso', 'ingreso', 'fecha de atencion', 'fecha'],
    },
    closedOn: { label: 'Fecha de cierre', isDate: true, headers: ['fecha de cierre', 'fecha cierre', 'cierre'] },
    condition: { label: 'Condición del caso', headers: ['condicion', 'condicion del caso', 'tipo de caso'] },
    violenceType: { label: 'Tipo de violencia', headers: ['tipo de violencia', 'violencia', 'tipo violencia'] },
    riskLevel: { label: 'Nivel de riesgo', headers: ['riesgo', 'nivel de riesgo', 'nivel riesgo'] },
  }),
  ...of('user', {
    userFullName: {
      label: 'Apellidos y nombres de la persona usuaria',
      headers: [
        ...[
          'apellidos y nombres',
          'nombres y apellidos',
          'nombre y apellidos',
          'apellidos y nombre',
          'nombre completo',
        ],
        ...['apellidos nombres', 'nombres apellidos', 'nombre y apellido', 'nombres completos', 'apellido y nombre'],
        ...['usuaria', 'persona usuaria', 'agraviada', 'victima', 'denunciante', 'nombre de la usuaria'],
        ...['apellidos y nombres usuaria', 'apellidos y nombres de la usuaria', 'nombres y apellidos usuaria'],
        ...[
          'nombres y apellidos de la usuaria',
          'nombres y apellidos de la victima',
          'apellidos y nombres de la victima',
        ],
        ...['nombres y apellidos de la persona usuaria', 'apellidos y nombres de la persona usuaria'],
      ],
    },
    userSurnames: {
      label: 'Los dos apellidos de la persona usuaria',
      headers: ['apellidos', 'apellidos usuaria', 'apellidos de la usuaria', 'apellidos de la persona usuaria'],
    },
    userNames: {
      label: 'Nombres de la persona usuaria',
      headers: ['nombres', 'nombre', 'nombres usuaria', 'nombres de la usuaria', 'nombre usuaria'],
    },
    userFirstSurname: {
      label: 'Apellido paterno de la persona usuaria',
      headers: ['apellido paterno', 'paterno', 'ap paterno', 'apellido paterno usuaria', 'primer apellido'],
    },
    userSecondSurname: {
      label: 'Apellido materno de la persona usuaria',
      headers: ['apellido materno', 'materno', 'ap materno', 'apellido materno usuaria', 'segundo apellido'],
    },
    userDocument: {
      label: 'Documento de la persona usuaria',
      headers: ['dni', 'documento', 'n documento', 'numero de documento', 'dni usuaria', 'nro dni', 'num documento'],
    },
    userBirth: {
      label: 'Fecha de nacimiento de la persona usuaria',
      isDate: true,
      headers: ['fecha de nacimiento', 'f nacimiento', 'nacimiento', 'fecha nacimiento', 'fec nac'],
    },
    userAge: { label: 'Edad de la persona usuaria', headers: ['edad', 'edad usuaria'] },
    userSex: { label: 'Sexo de la persona usuaria', headers: ['sexo', 'sexo usuaria', 'genero'] },
    userPhone: { label: 'Teléfono de la persona usuaria', headers: ['telefono', 'celular', 'telefono usuaria'] },
    userDistrict: {
      label: 'Distrito de la persona usuaria',
      headers: ['distrito', 'ubigeo', 'distrito de residencia', 'distrito usuaria'],
    },
  }),
  ...of('aggressor', {
    aggressorFullName: {
      label: 'Apellidos y nombres de la presunta persona agresora',
      headers: [
        ...['apellidos y nombres agresor', 'apellidos y nombres del agresor', 'nombres y apellidos agresor'],
        ...['nombres y apellidos del agresor', 'nombre completo del agresor', 'nombre completo agresor'],
        ...[
          'agresor apellidos y nombres',
          'agresor nombres y apellidos',
          'denunciado',
          'presunto agresor',
          'persona agresora',
        ],
        ...['presunta persona agresora', 'nombres y apellidos del presunto agresor', 'nombre del agresor'],
        ...['apellidos y nombres del presunto agresor', 'nombre del presunto agresor', 'nombre del denunciado'],
      ],
    },
    aggressorSurnames: {
      label: 'Los dos apellidos de la presunta persona agresora',
      headers: ['apellidos agresor', 'apellidos del agresor', 'agresor apellidos'],
    },
    aggressorNames: {
      label: 'Nombres de la presunta persona agresora',
      headers: ['nombres agresor', 'nombres del agresor', 'nombre agresor', 'agresor', 'agresor nombres'],
    },
    aggressorFirstSurname: {
      label: 'Apellido paterno de la presunta persona agresora',
      headers: ['apellido paterno agresor', 'paterno agresor', 'apellido agresor', 'agresor apellido paterno'],
    },
    aggressorSecondSurname: {
      label: 'Apellido materno de la presunta persona agresora',
      headers: ['apellido materno agresor', 'materno agresor', 'agresor apellido materno'],
    },
    aggressorDocument: {
      label: 'Documento de la presunta persona agresora',
      headers: ['dni agresor', 'documento agresor', 'agresor dni', 'dni del agresor'],
    },
    aggressorAge: {
      label: 'Edad de la presunta persona agresora',
      headers: ['edad agresor', 'edad del agresor', 'agresor edad'],
    },
    aggressorBond: {
      label: 'Vínculo con la persona usuaria',
      headers: ['vinculo', 'vinculo con el agresor', 'relacion', 'parentesco', 'vinculo agresor'],
    },
  }),
};

export type FieldId = keyof typeof listFields;
export const fieldIds = codesOf(listFields);
export const fieldOf = (id: FieldId): ListField => listFields[id];

/** A header as it is compared: no accents, capitals, signs or double spaces. */
export function headerKey(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9ñ]+/g, ' ')
    .trim();
}

/** Column of each field as its header says; a header that fits no field stays without one. The first fitting column wins. */
export function proposeColumns(headers: readonly string[]): Partial<Record<FieldId, number>> {
  const keys = headers.map(headerKey);
  const columns: Partial<Record<FieldId, number>> = {};
  for (const id of fieldIds) {
    const at = keys.findIndex((key) => fieldOf(id).headers.includes(key));
    if (at >= 0) columns[id] = at;
  }
  return columns;
}

/** Columns that hold the name of a person, by what stands in them. */
export const nameFieldsOf = {
  user: {
    whole: 'userFullName',
    surnames: 'userSurnames',
    givenNames: 'userNames',
    firstSurname: 'userFirstSurname',
    secondSurname: 'userSecondSurname',
  },
  aggressor: {
    whole: 'aggressorFullName',
    surnames: 'aggressorSurnames',
    givenNames: 'aggressorNames',
    firstSurname: 'aggressorFirstSurname',
    secondSurname: 'aggressorSecondSurname',
  },
} as const satisfies Readonly<Record<'user' | 'aggressor', Readonly<Record<string, FieldId>>>>;

/** The setting that says in which order the whole names of a person are written. */
export const nameOrderOf = { user: 'userNameOrder', aggressor: 'aggressorNameOrder' } as const;

/** The three parts of a name that the record keeps. */
export const nameParts = ['givenNames', 'firstSurname', 'secondSurname'] as const;
