/** Whose side a person speaks for: the stakeholder kinds of the guidance on municipal integration concepts. */

/** Source of the list: NIKO / VIA Bayern, guidance on municipal integration concepts (2020). */
export const STAKEHOLDER_KINDS = [
  'citizens',
  'migrantOrganisations',
  'integrationBoard',
  'volunteers',
  'welfare',
  'religion',
  'unions',
  'employmentServices',
  'education',
  'business',
  'civilSociety',
  'administration',
] as const;

export type StakeholderKind = (typeof STAKEHOLDER_KINDS)[number];
