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
    /** Short code of the slip; null in referrals of before. */
    code: string | null;
    handed_how: string | null;
    handed_at: string | null;
  };
  referral_slip: {
    id: string;
    referral_id: string;
    case_id: string;
    attended: 0 | 1;
    not_attended_reason: string | null;
    attended_on: string | null;
    attended_time: string | null;
    kit: string | null;
    next_on: string | null;
    next_time: string | null;
    next_place: string | null;
    recommendations: string | null;
    professional: string | null;
    college: string | null;
    /** JSON object of the fields of the kind's result. */
    result: string;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  referral_slip_tick: { slip_id: string; list: string; code: string };
  referral_refusal: {
    id: string;
    case_id: string;
    kind: string;
    reason: number;
    words: string | null;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
};
