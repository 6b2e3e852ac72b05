export type AccessTables = {
  staff_member: {
    id: string;
    login: string;
    full_name: string;
    profession: string | null;
    college: string | null;
    college_number: string | null;
    state: 'active' | 'disabled';
    must_change_password: 0 | 1;
    created_at: string;
    version: number;
  };
  staff_pause: {
    staff_id: string;
    idle_minutes: number | null;
    pin_hash: Buffer | null;
    pin_salt: Buffer | null;
    kdf_m: number | null;
    kdf_t: number | null;
    kdf_p: number | null;
  };
  staff_role: { staff_id: string; role: string };
};
