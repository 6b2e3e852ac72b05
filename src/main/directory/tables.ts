import type { AuthorityKind } from '../../shared/directory/index.ts';

export type DirectoryTables = {
  authority: {
    id: string;
    kind: AuthorityKind;
    treatment: string | null;
    office: string;
    district_code: string | null;
    address: string | null;
    phone: string | null;
    mail: string | null;
    reception_hours: string | null;
    /** Days added to a term; null while it is not known. */
    distance_days: number | null;
    size_limit_mb: number | null;
    /** Empty in entries of before it was asked. */
    takes_one_file: 0 | 1 | null;
    file_name_pattern: string | null;
    is_complementary: 0 | 1;
    is_active: 0 | 1;
    changed_on: string;
    version: number;
  };
};
