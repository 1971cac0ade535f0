/** The App Home tabs that are open somewhere: published when opened, and again when what they show has changed. */
import { outsideLease } from '../../src/ports/leases.ts';
import type { Log } from '../../src/ports/log.ts';
import { createLanes } from '../kit/lanes.ts';
import { SLACK, type SlackBot } from './options.ts';
import { homeView } from './render/home.ts';
import { createCache } from './web/cache.ts';
import { externalId, type Workspace } from './web/workspace.ts';

/** Changes within this time are shown together. */
const REST_MS = 2_000;
/** Changes that another process made, and the passing of time, show after so long. */
const LOOK_MS = 60_000;
/** Tabs that are kept up to date, and for how long; one that is opened again is always fresh. */
const KEPT = 500;
const KEPT_MS = 60 * 60_000;

export interface Home {
  opened(workspace: Workspace, person: string): Promise<void>;
  /** Something happened; whoever is concerned sees it soon. */
  mayHaveChanged(): void;
  close(): void;
}

interface Tab {
  readonly workspace: Workspace;
  readonly person: string;
  readonly openedAt: number;
  shown: string;
}

export function createHome(bot: SlackBot, log: Log, lookMs = LOOK_MS): Home {
  const tabs = createCache<Tab>(KEPT);
  /** A tab is published one time after the other, so that what is older never comes last. */
  const inTurn = createLanes();
  let timer: NodeJS.Timeout | null = null;
  const looking = setInterval(() => void refresh(), lookMs).unref();

  function publish(tab: Tab): Promise<void> {
    const id = externalId(tab.workspace.tenant, tab.person);
    return inTurn(id, () => publishNow(tab, id));
  }

  async function publishNow(tab: Tab, id: string): Promise<void> {
    const { workspace, person } = tab;
    const view = homeView(await bot.home(SLACK, id), await bot.localeOf(SLACK, id));
    const content = JSON.stringify(view);
    if (content === tab.shown) return;
    const client = await workspace.client();
    await client.views.publish({ user_id: person, view });
    tab.shown = content;
  }

  async function refresh(): Promise<void> {
    const stillOpen = performance.now() - KEPT_MS;
    for (const tab of tabs.values().filter(({ openedAt }) => openedAt >= stillOpen)) {
      await publish(tab).catch((error: unknown) => log.warn('an app home was not updated', { reason: String(error) }));
    }
  }

  return {
    async opened(workspace, person) {
      const id = externalId(workspace.tenant, person);
      const tab = { workspace, person, openedAt: performance.now(), shown: '' };
      tabs.set(id, tab);
      await publish(tab);
    },
    mayHaveChanged() {
      if (timer || tabs.values().length === 0) return;
      const soon = () => {
        timer = null;
        void refresh();
      };
      timer = outsideLease(() => setTimeout(soon, REST_MS)).unref();
    },
    close() {
      clearInterval(looking);
      if (timer) clearTimeout(timer);
    },
  };
}
