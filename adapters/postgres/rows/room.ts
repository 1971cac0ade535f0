/** The columns of a room. */
export const ROOM = ['id', 'platform', 'external_id as externalId', 'kind', 'name', 'process_id as processId'] as const;
