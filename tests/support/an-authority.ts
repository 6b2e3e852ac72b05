/** An invented family court of the directory of which only its name, its place and its kind are known. */
import type { AuthorityForm } from '../../src/shared/directory/index.ts';

export function anAuthority(known: Partial<AuthorityForm> = {}): AuthorityForm {
  return {
    ...{ kind: 'familyCourt', treatment: null, office: 'Juzgado Inventado', districtCode: '150132' },
    ...{ address: null, phone: null, mail: null, receptionHours: null, distanceDays: null },
    ...{ sizeLimitMb: null, takesOneFile: false, fileNamePattern: null, isComplementary: false },
    ...known,
  };
}
