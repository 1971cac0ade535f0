/** Which faults of the database pass by themselves, so that the same work is worth another try, and which will not. */

/** Classes of SQLSTATE: connection lost or refused, resources used up. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const passingClasses = new Set(['08', '53']);

const passingStates = new Set([
  '40001', // serialization_failure
  '40003', // statement_completion_unknown
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '57014', // query_canceled: it took longer than the server is given, which says more of the server than of the statement
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  '25P03', // idle_in_transaction_session_timeout
  '25006', // read_only_sql_transaction: a standby answers until another one has taken over
]);

/** What the network says when there is no way to the server at the moment. */
const passingNetwork = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** What `pg` says of a connection without giving a code. */
const passingWords =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout)|is not queryable$/;

/** Whether the same statements may well succeed later, without anybody changing anything. */
export function isPassing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== 'string') return passingWords.test(String(message));
  return passingClasses.has(code.slice(0, 2)) || passingStates.has(code) || passingNetwork.has(code);
}

const unwritableStates = new Set([
  '25006', // read_only_sql_transaction: a standby, or a server that was told to refuse
  '53100', // disk_full
]);

/** Whether the database answers and can be read, but written to no more. */
export function isUnwritable(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error && unwritableStates.has(String(error.code));
}
