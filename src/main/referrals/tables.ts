export type ReferralsTables = {
  referral: {
    id: string;
    case_id: string;
    kind: string;
    urgency: string;
    receiver: string;
    consent_id: string | null;
    document_id: string;
    options: string;
    state: string;
    version: number;
  };
};
