import { id, version } from './columns.ts';

/** The form: a typed column a question, a row a tick, a row for each question with several answers that was asked. */

/** `name` is text, `name:code` a number of the form, `name:yes` 1 or 0, `name:place` a district, `name:0-99` a range. */
function column(word: string): string {
  const [name = '', kind = 'text'] = word.split(/:/);
  if (kind === 'text') return `${name} TEXT`;
  if (kind === 'place') return `${name} TEXT CHECK (length(${name}) = 6)`;
  if (kind === 'code') return `${name} INTEGER`;
  if (kind === 'yes') return `${name} INTEGER CHECK (${name} IN (0, 1))`;
  return `${name} INTEGER CHECK (${name} BETWEEN ${kind.replace('-', ' AND ')})`;
}

const columns = (words: string): string => words.trim().split(/\s+/).map(column).join(', ');

function section(letter: string, words: string, later = ''): string {
  const name = `section_${letter}`;
  const of = `section_id TEXT NOT NULL REFERENCES ${name} (id), question TEXT NOT NULL`;
  return `
CREATE TABLE ${name} (${id},
  case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  started INTEGER NOT NULL CHECK (started IN (0, 1)),
  updated_by TEXT NOT NULL REFERENCES staff_member (id),
  ${columns(words)},
  ${version}${later === '' ? '' : `, ${columns(later)}`}) STRICT;
CREATE TABLE ${name}_tick (${of}, tick TEXT NOT NULL, PRIMARY KEY (section_id, question, tick)) STRICT, WITHOUT ROWID;
CREATE TABLE ${name}_asked (${of}, PRIMARY KEY (section_id, question)) STRICT, WITHOUT ROWID;`;
}

const a = `
  known_as_user:yes known_as_user_centre known_as_user_ficha_number known_as_user_ficha_letter
  known_as_user_ficha_year:1999-2199 known_as_aggressor:yes known_as_aggressor_centre known_as_aggressor_ficha_number
  known_as_aggressor_ficha_letter known_as_aggressor_ficha_year:1999-2199 incident_district:place incident_settlement
  transferred_to_centre:yes transferred_to_centre_name transferred_ficha_number transferred_ficha_letter
  transferred_ficha_year:1999-2199 comes_alone:code informant_is_user:yes informant_sex:code informant_age:0-120
  informant_bond informant_area:code intake_channel:code notification_ficha_number notification_ficha_year:1999-2199
  line100_ficha_number line100_ficha_year:1999-2199 chat100_ficha_number chat100_ficha_year:1999-2199 urgent_care_site
  urgent_care_ficha_number urgent_care_ficha_letter urgent_care_ficha_year:1999-2199 aggressor_centre_name
  aggressor_centre_ficha_number aggressor_centre_ficha_year:1999-2199 rural_care_name rural_care_ficha_number
  rural_care_ficha_letter rural_care_ficha_year:1999-2199 shelter_name shelter_ficha_number
  shelter_ficha_year:1999-2199 sending_centre sending_centre_ficha_number sending_centre_ficha_letter
  sending_centre_ficha_year:1999-2199 mobile_team_region mobile_team_ficha_number complaint_filed:yes
  awareness_source:code awareness_centre awareness_institution awareness_other user_is_peruvian:yes user_has_dni:yes
  user_remembers_dni:yes user_is_foreign:yes user_foreign_country:code user_has_foreigner_card:yes
  user_other_migratory_status user_age:0-120 user_sex:code is_pregnant:yes gestation_weeks:1-42 minor_daughters:0-99
  minor_sons:0-99 adult_daughters:0-99 adult_sons:0-99 mother_tongue:code other_native_language:code
  other_foreign_language ethnic_self_identification:code amazon_people:code andean_people:code other_ethnicity
  home_district:place home_settlement home_area:code civil_status:code education_level:code studies:yes
  study_place:code study_district:place study_management:code works:yes occupation:code other_occupation
  other_health_insurance has_disability:yes other_disability aggressor_is_peruvian:yes aggressor_has_dni:yes
  user_remembers_aggressor_dni:yes aggressor_is_foreign:yes aggressor_foreign_country:code
  aggressor_has_foreigner_card:yes aggressor_other_migratory_status bond_group:code partner_bond:code
  other_partner_bond family_bond:code other_family_bond other_bond:code other_bond_detail
  aggressor_lives_with_user:code aggressor_home_district:place aggressor_home_area:code aggressor_age:0-120
  aggressor_sex:code aggressor_education_level:code aggressor_works:yes aggressor_occupation:code
  aggressor_other_occupation aggressor_has_disability:yes aggressor_other_disability next_service_b:code
`;

const laterInA = 'birth_district:place aggressor_home_settlement';

const b = `
  depends_on_femicide_victim:yes femicide_ficha_exists:yes femicide_ficha_centre femicide_ficha_number
  femicide_ficha_year:1999-2199 shares_orientation_and_identity:yes sexual_orientation:code other_sexual_orientation
  gender_identity:code other_gender_identity intersex:code violence_type:code other_economic_act
  other_psychological_act other_physical_act other_sexual_act violence_modality:code incident_place_kind:code
  other_incident_place incident_sphere:code public_sphere_kind:code other_public_sphere first_time:yes
  violence_years:0-99 violence_months:0-11 violence_weeks:0-52 violence_days:0-31 frequency:code earlier_complaint:yes
  earlier_complaint_office:code aggressor_state_last_time:code aggressor_state_usually:code user_state_last_time:code
  user_state_usually:code other_treatment in_treatment:yes treatment_kind prior_disappearance:yes
  disappeared_on_year:code disappeared_on_month:code disappeared_on_day:code disappearance_reported:yes
  disappearance_unit:code disappearance_reported_on_year:code disappearance_reported_on_month:code
  disappearance_reported_on_day:code disappearance_years:0-99 disappearance_months:0-11 disappearance_weeks:0-52
  disappearance_days:0-31 disappearance_end:code other_disappearance_end disappearance_sexual_crime:yes
  disappearance_trafficking:yes other_aggressor_risk_factor other_user_risk_factor other_protective_bond
  has_protection_skills:yes protection_skills_detail has_institutional_resources:yes institutional_resources_detail
  likelihood:code impact:code timeframe:code valuation_level:code mild_level_reason complaint_office_kind:code
  complaint_office_name complaint_on_year:code complaint_on_month:code complaint_on_day:code wishes_to_complain:yes
  no_complaint_reason has_protection_measures:yes has_precautionary_measures:yes other_document_held
  aggressor_situation:code other_aggressor_situation wants_legal_representation:yes no_legal_representation_reason
  accompaniment_referral:code next_service_c:code
`;

const c = `
  has_networks:yes network_count:1-5 network1_who network1_name network1_support:code network2_who network2_name
  network2_support:code network3_who network3_name network3_support:code network4_who network4_name
  network4_support:code network5_who network5_name network5_support:code needs_insertion:yes accepts_insertion:yes
  inserted_with_kin:yes insertion_kin_count:1-5 insertion_kin1_who insertion_kin1_age:0-120 insertion_kin2_who
  insertion_kin2_age:0-120 insertion_kin3_who insertion_kin3_age:0-120 insertion_kin4_who insertion_kin4_age:0-120
  insertion_kin5_who insertion_kin5_age:0-120 inserted_in_shelter:yes insertion_shelter_count:1-4 insertion_shelter1
  insertion_shelter2 insertion_shelter3 insertion_shelter4 no_insertion_reason reintegration_plan:code
  home_visit_made:yes no_home_visit_reason home_visit_result:code home_visit_actions
`;

const d = `
  police_office police_since prosecutor_office prosecutor_since peace_court_office peace_court_since
  specialised_court_office specialised_court_since superior_court_office superior_court_since supreme_court_office
  supreme_court_since other_own_measure femicide_attempt:yes femicide_motive:code other_femicide_motive
  femicide_modality:code other_femicide_modality
`;

const f = `
  sexual_violence_case:yes kit_health_centre kit_professional no_kit_reason:code other_no_kit_reason
  legal_violence_kind:code legal_process_kind:code process_instance:code
`;

export const sections = [
  section('a', a, laterInA),
  section('b', b),
  section('c', c),
  section('d', d),
  section('e', 'other_plan_action plan_observations'),
  section('f', f),
].join('');
