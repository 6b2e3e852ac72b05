export type ReceptionTables = {
  arrival: {
    id: string;
    opened_by: string;
    opened_at: string;
    closed_at: string | null;
    outcome: string | null;
    case_id: string | null;
    version: number;
  };
};
