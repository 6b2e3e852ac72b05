export type CareTables = {
  consent: {
    id: string;
    case_id: string;
    scope: string;
    form: string;
    reason: string | null;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  consent_receiver: { consent_id: string; position: number; receiver: string };
};
