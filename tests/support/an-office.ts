/** An invented family court of the directory of which only its name, its place and its kind are known. */
import type { OfficeForm } from '../../src/shared/directory/index.ts';

export function anOffice(known: Partial<OfficeForm> = {}): OfficeForm {
  return {
    ...{ kind: 'familyCourt', treatment: null, name: 'Juzgado Inventado', districtCode: '150132' },
    ...{
      address: null,
      phone: null,
      phoneSource: null,
      phoneVerifiedOn: null,
      mail: null,
      receptionHours: null,
      distanceDays: null,
    },
    ...{ sizeLimitMb: null, takesOneFile: false, fileNamePattern: null, isComplementary: false },
    ...known,
  };
}
