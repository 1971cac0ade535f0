/** Notices whether a transaction has changed a table yet. */
import type { KyselyPlugin, PluginTransformQueryArgs, RootOperationNode } from 'kysely';

export class WriteWatch implements KyselyPlugin {
  #writes = 0;

  /** How many statements were sent that may have changed something. */
  get writes(): number {
    return this.#writes;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (!onlyReads(node)) this.#writes += 1;
    return node;
  }

  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result;
}

/** Of a statement that is written out nobody knows what it does. */
function onlyReads(node: RootOperationNode): boolean {
  if (node.kind !== 'SelectQueryNode') return false;
  const parts = node.with?.expressions ?? [];
  return parts.every(({ expression }) => expression.kind === 'SelectQueryNode' || expression.kind === 'RawNode');
}
