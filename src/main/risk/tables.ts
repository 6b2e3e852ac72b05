export type RiskTables = {
  partner_risk_form: {
    id: string;
    case_id: string;
    instrument: string;
    points: number;
    score_level: string;
    adjusted_level: string;
    confirmed_level: string;
    override_reason: string | null;
    unknown_count: number;
    assessed_by: string;
    assessed_at: string;
    version: number;
  };
  partner_risk_answer: { form_id: string; item: string; answer: string };
};
