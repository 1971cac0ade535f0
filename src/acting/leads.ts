/** Who looks after the tasks of a group. */
import type { GroupId, PersonId } from '../domain/ids.ts';
import type { Process } from '../domain/process/process.ts';
import type { Tx } from '../ports/store.ts';

/** Lead and chair of the group; the coordinators where it has neither. */
export async function leadsOf(
  tx: Pick<Tx, 'groups' | 'processes'>,
  process: Pick<Process, 'id'>,
  group: GroupId,
): Promise<readonly PersonId[]> {
  const members = await tx.groups.members(group);
  const leads = members.filter(({ role }) => role === 'lead' || role === 'chair').map(({ personId }) => personId);
  return leads.length > 0 ? leads : tx.processes.coordinators(process.id);
}
