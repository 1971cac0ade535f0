/** Whoever has lost the lease says nothing more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Action, Card } from '../../../src/message/model.ts';
import type { ChatTarget } from '../../../src/ports/chat.ts';
import { type Lease, LeaseLost, underLease } from '../../../src/ports/leases.ts';
import { type ChatStage, staged } from './stage.ts';

const words = (n: number) => `${n} ${'viel '.repeat(120)}`;

const YES: Action = {
  id: 'yes',
  emoji: '✅',
  label: 'Ja',
  command: '/vote yes B-1',
  press: { code: 'vote.yes', args: { vote: 'B-1' }, process: null },
  style: 'plain',
};

/** In several messages, with buttons and a picture where there are such. */
function card(paragraphs: number): Card {
  return {
    title: 'Beschlussvorlage',
    body: [
      {
        n: 'chart',
        chart: { title: 'Stand', bars: [{ label: 'AG', parts: [{ label: 'erledigt', value: 1, tone: 'good' }] }] },
      },
      ...Array.from(
        { length: paragraphs },
        (_, n) => ({ n: 'paragraph', text: [{ t: 'text', text: words(n) }] }) as const,
      ),
      {
        n: 'actions',
        items: [YES],
      },
    ],
    attention: 'ping',
  };
}

interface WatchedLease extends Lease {
  /** How many calls there had been at each look at it. */
  readonly looks: readonly number[];
  lose(): void;
}

/** Lost from the look of that number on, or when it is told so. */
function watchedLease({ calls }: ChatStage, lostAt = Number.POSITIVE_INFINITY): WatchedLease {
  const looks: number[] = [];
  let lost = false;
  return {
    looks,
    get lost() {
      return lost;
    },
    lose() {
      lost = true;
    },
    async check() {
      looks.push(calls());
      lost ||= looks.length >= lostAt;
      if (lost) throw new LeaseLost('lost');
    },
  };
}

function post({ chat }: ChatStage, lease: Lease, target: ChatTarget, paragraphs: number, key: string): Promise<string> {
  return underLease(lease, () => chat.post(target, card(paragraphs), key, false));
}

export function leaseContract(open: () => Promise<ChatStage>): void {
  const on = staged(open);

  /** Between two looks, before the first and after the last, there is one call at most, and none before the first. */
  function expectOneCallALook(before: number, { looks }: { readonly looks: readonly number[] }): void {
    const counted = [...looks, on.stage.calls()];
    expect(looks[0]).toBe(before);
    expect(counted.slice(1).filter((count, n) => count - (counted[n] ?? 0) > 1)).toEqual([]);
    expect(on.stage.calls()).toBeGreaterThan(before);
  }

  test.each(['room', 'person'] as const)('looks at the lease before each call of a post to a %s', async (where) => {
    const before = on.stage.calls();
    const lease = watchedLease(on.stage);

    await post(on.stage, lease, on.stage[where], 60, `key ${on.number}`);

    expectOneCallALook(before, lease);
  });

  test.each([
    ['shorter', 60, 1],
    ['longer', 1, 60],
  ])('looks at the lease before each call of an edit that makes it %s', async (_how, from, to) => {
    const id = await post(on.stage, watchedLease(on.stage), on.stage.room, from, `key ${on.number}`);
    const before = on.stage.calls();
    const lease = watchedLease(on.stage);

    await underLease(lease, () => on.stage.chat.edit(on.stage.room, id, card(to), `edit ${on.number}`));

    expectOneCallALook(before, lease);
  });

  test('says nothing more once the lease is lost, wherever that is', async () => {
    const whole = watchedLease(on.stage);
    await post(on.stage, whole, on.stage.room, 60, 'whole');
    for (let at = 1; at <= whole.looks.length; at += 1) {
      const lease = watchedLease(on.stage, at);
      await post(on.stage, lease, on.stage.room, 60, `lost at ${at}`).catch(() => undefined);
      expect(lease.lost).toBe(true);
      expect(on.stage.calls()).toBe(lease.looks[at - 1]);
    }
  }, 60_000);

  test('says so when it could not even begin', async () => {
    await expect(post(on.stage, watchedLease(on.stage, 1), on.stage.room, 1, 'refused')).rejects.toThrow();
  });
}

/** Where a platform makes a chat wait: `open` gives one that waits for more than half a second between its first two calls. */
export function waitingContract(open: () => Promise<ChatStage>): void {
  test('a lease that is lost while the platform makes it wait is noticed after the wait', async () => {
    const stage = await open();
    const lease = watchedLease(stage);
    const before = stage.calls();
    const posting = post(stage, lease, stage.room, 60, 'waiting').catch(() => undefined);
    while (stage.calls() === before) await sleep(10);
    await sleep(250);
    const said = stage.calls();
    lease.lose();
    await posting;
    await stage.close();

    expect(lease.looks.at(-1)).toBe(said);
    expect(stage.calls()).toBe(said);
  });
}
