/** The App Home tabs that are open somewhere: published when opened, and again when what they show has changed. */
import type { Log } from '../../src/ports/log.ts';
import { SLACK, type SlackBot } from './options.ts';
import { homeView } from './render/home.ts';
import { createCache } from './web/cache.ts';
import { externalId, type Workspace } from './web/workspace.ts';

/** Changes within this time are shown together. */
const REST_MS = 2_000;
/** Tabs that are kept up to date; one that is opened again is always fresh. */
const KEPT = 500;

export interface Home {
  opened(workspace: Workspace, person: string): Promise<void>;
  /** Something happened; whoever is concerned sees it soon. */
  mayHaveChanged(): void;
  close(): void;
}

interface Tab {
  readonly workspace: Workspace;
  readonly person: string;
  shown: string;
}

export function createHome(bot: SlackBot, log: Log): Home {
  const tabs = createCache<Tab>(KEPT);
  let timer: NodeJS.Timeout | null = null;

  async function publish(tab: Tab): Promise<void> {
    const { workspace, person } = tab;
    const id = externalId(workspace.tenant, person);
    const view = homeView(await bot.home(SLACK, id), await bot.localeOf(SLACK, id));
    const content = JSON.stringify(view);
    if (content === tab.shown) return;
    const client = await workspace.client();
    await client.views.publish({ user_id: person, view });
    tab.shown = content;
  }

  async function refresh(): Promise<void> {
    for (const tab of tabs.values()) {
      await publish(tab).catch((error: unknown) => log.warn('an app home was not updated', { reason: String(error) }));
    }
  }

  return {
    async opened(workspace, person) {
      const tab = { workspace, person, shown: '' };
      tabs.set(externalId(workspace.tenant, person), tab);
      await publish(tab);
    },
    mayHaveChanged() {
      if (timer || tabs.values().length === 0) return;
      timer = setTimeout(() => {
        timer = null;
        void refresh();
      }, REST_MS);
      timer.unref();
    },
    close() {
      if (timer) clearTimeout(timer);
    },
  };
}
