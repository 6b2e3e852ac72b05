export type AlertsTables = {
  alert: {
    id: string;
    case_id: string;
    kind: string;
    note: string | null;
    raised_at: string;
    /** Day of the centre, `YYYY-MM-DD`: the same finding is raised once a day while nobody saw it. */
    raised_on: string;
    /** Null for silent kinds. */
    raised_by: string | null;
    seen_at: string | null;
    seen_by: string | null;
    closed_at: string | null;
    closed_by: string | null;
    version: number;
  };
};
