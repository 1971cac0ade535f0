/** Rows that come as JSON within another row. */

const INSTANTS = [
  'createdAt',
  'archivedAt',
  'erasedAt',
  'openedAt',
  'closedAt',
  'closedAtDatabase',
  'recusedAt',
  'submittedAt',
  'settledAt',
  'acceptedAt',
  'at',
] as const;

type WithInstants<T> = {
  [Name in keyof T]: Name extends (typeof INSTANTS)[number] ? Date | Extract<T[Name], null> : T[Name];
};

/** JSON knows no instants: they arrive as text. */
export function withInstants<T extends object>(row: T): WithInstants<T> {
  const revived = INSTANTS.flatMap((name) => {
    const value = name in row ? row[name as unknown as keyof T] : null;
    return typeof value === 'string' ? [[name, new Date(value)] as const] : [];
  });
  return { ...row, ...Object.fromEntries(revived) } as WithInstants<T>;
}
