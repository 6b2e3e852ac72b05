export type CentreTables = {
  centre: {
    id: string;
    version: number;
    valid_from: string;
    name: string;
    code: string;
    district_code: string;
    category: 'regular' | 'sevenByTwentyFour' | 'policeStation' | 'healthCentre';
    ministry: string;
    programme: string;
    procedural_address: string;
    phone: string | null;
    year_slogan: string | null;
    acronym: string | null;
    edited_by: string;
    edited_at: string;
  };
};
