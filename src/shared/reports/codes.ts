/** Closed lists of the monthly report, in official order: the order is part of the rounding and never changes. */

/** Version of the published classification. A new table, crossing or order needs a new number and a new attack run. */
export const schemaVersion = 2;
/** Units of before stay as they went out: without sex in the coarse view, with a decimal in the per cents. */
export const schemaVersions = [1, schemaVersion] as const;
export const cubeId = 'type-age3-sex';
/** Every published figure is a multiple of it. */
export const roundingBase = 3;
/** A unit of this many cases or fewer shows nothing but «menos de 21». Decided by the true number (disclosure §3.2). */
export const bandLimit = 20;
/** The 24 cells are shown only from this published total on. */
export const fullFrom = 60;
/** No percentage of published figures below this denominator. */
export const percentDenominatorMin = 60;

/** TIPO_VIOLENCIA, item 72: 0 is an answer. */
export const violenceTypes = [0, 1, 2, 3] as const;
/** EDAD_GRANDE at admission: index of the band. */
export const ageBands = [0, 1, 2] as const;
/** SEXO_VICTIMA: 0 woman, 1 man. */
export const sexes = [0, 1] as const;
/** CONDICION. */
export const conditions = [1, 2, 3, 4, 5] as const;
/** CONDICION 4 and 5 (transferred, continued) are in the total but not in its subtotal (counting rule R3). */
export const conditionsOutsideSubtotal = [4, 5] as const;
/** NIVEL_DE_RIESGO_VICTIMA. */
export const riskLevels = [1, 2, 3] as const;
/** VINCULO_AGRESOR_VICTIMA. */
export const bondGroups = [1, 2, 3] as const;
/** Yes and no in the order of the report; the register stores 1 and 0. */
export const answers = [1, 0] as const;

export type ViolenceType = (typeof violenceTypes)[number];
export type AgeBand = (typeof ageBands)[number];
export type Sex = (typeof sexes)[number];

export const cubeSize = violenceTypes.length * ageBands.length * sexes.length;

/** `rest`: what a year left over, one rounded total and nothing else. */
export const views = ['band', 'coarse', 'full', 'rest'] as const;
export type View = (typeof views)[number];

export const tableIds = ['T1', 'T2', 'T3', 'T4', 'T6', 'T7', 'T12', 'T13', 'T14', 'T18'] as const;
export type TableId = (typeof tableIds)[number];

/**
 * Counts that stand alone in the monthly file: acts of the services (T13, T14) and prevention (T18).
 *
 * Each has its own seed group, so the list is closed: the same count under two groups would be two draws of one
 * number. `exact` only for what is no count of persons.
 */
export const singleCounts = {
  'psychological-attention': { table: 'T13', treatment: 'rounded' },
  'social-attention': { table: 'T13', treatment: 'rounded' },
  'legal-attention': { table: 'T13', treatment: 'rounded' },
  'integral-attention': { table: 'T13', treatment: 'rounded' },
  'interdisciplinary-attention': { table: 'T13', treatment: 'rounded' },
  'plan-actions': { table: 'T13', treatment: 'rounded' },
  appearances: { table: 'T14', treatment: 'rounded' },
  'measures-requested': { table: 'T14', treatment: 'rounded' },
  'measures-granted': { table: 'T14', treatment: 'rounded' },
  'measures-executed': { table: 'T14', treatment: 'rounded' },
  'measures-breached': { table: 'T14', treatment: 'rounded' },
  'civil-party': { table: 'T14', treatment: 'rounded' },
  'single-interview': { table: 'T14', treatment: 'rounded' },
  hearings: { table: 'T14', treatment: 'rounded' },
  appeals: { table: 'T14', treatment: 'rounded' },
  'first-instance-judgments': { table: 'T14', treatment: 'rounded' },
  'second-instance-judgments': { table: 'T14', treatment: 'rounded' },
  'prevention-activities': { table: 'T18', treatment: 'exact' },
  'prevention-sessions': { table: 'T18', treatment: 'exact' },
  'prevention-participants': { table: 'T18', treatment: 'rounded' },
} as const satisfies Record<string, { table: TableId; treatment: 'rounded' | 'exact' }>;
export type SingleCountGroup = keyof typeof singleCounts;
export const singleCountGroups = Object.keys(singleCounts) as readonly SingleCountGroup[];
