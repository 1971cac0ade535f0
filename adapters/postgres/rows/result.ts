/** The columns of a work result. */
export const RESULT = [
  'id',
  'process_id as processId',
  'group_id as groupId',
  'number',
  'kind',
  'title',
  'text',
  'version',
  'state',
  'created_by as createdBy',
  'created_at as createdAt',
  'submitted_at as submittedAt',
  'settled_at as settledAt',
] as const;
