export type FilingsTables = {
  filing: {
    id: string;
    case_id: string;
    kind: number;
    writ_number: number;
    document_id: string;
    options: string;
    version: number;
  };
  filing_measure: { filing_id: string; measure: string };
};
