/** Forms as conversations: in a direct chat the bot asks for one thing after the other, and lets go whenever it is asked to. */
import type { CommandInfo, FormField } from '../../../src/ports/bot.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Mention } from '../../../src/ports/inbound.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { sentence } from '../notes.ts';
import { KeptForm } from '../schema.ts';
import type { Desk } from './desk.ts';
import { fieldValue, formNamed, isWord } from './formAnswers.ts';
import { beginCard, questionCard, whichCard } from './formCards.ts';

/** What a person said in their direct chat, mentions read already. */
export interface Said {
  readonly roomId: string;
  readonly sender: string;
  readonly eventId: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

export interface Forms {
  /** True when it belonged to a form, or began one. */
  take(said: Said): Promise<boolean>;
  forgetOld(): Promise<void>;
}

interface Parts {
  readonly desk: Desk;
  readonly memory: PlatformMemory;
  readonly clock: Clock;
  readonly commands: (locale: string) => readonly CommandInfo[];
  readonly localeOf: (userId: string) => Promise<string>;
}

const FORM = 'form:';
/** A conversation that nobody went on with is over after this time. */
const IDLE_MS = 60 * 60_000;
/** What was said before is told before what is asked next. */
const IN_ORDER_MS = 5_000;

export function createForms({ desk, memory, clock, commands, localeOf }: Parts): Forms {
  async function kept(sender: string): Promise<KeptForm | null> {
    const value = await memory.get(FORM + sender);
    const form = value === null ? null : KeptForm.parse(JSON.parse(value));
    return form && clock.now().getTime() - new Date(form.at).getTime() <= IDLE_MS ? form : null;
  }

  function keep(sender: string, form: Omit<KeptForm, 'at'>): Promise<void> {
    return memory.set(FORM + sender, JSON.stringify({ ...form, at: clock.now().toISOString() }), sender);
  }

  async function begin(said: Said, name: string): Promise<void> {
    const locale = await localeOf(said.sender);
    const info = formNamed(name, commands);
    const own = info && commands(locale).find(({ code }) => code === info.code);
    if (!own) return desk.tell(said, whichCard(locale));
    const [first] = own.fields;
    if (!first)
      return submit(said, own, { room: said.roomId, code: own.code, values: {}, mentions: [], asked: 0, last: '' });
    await keep(said.sender, {
      room: said.roomId,
      code: own.code,
      values: {},
      mentions: [],
      asked: 0,
      last: said.eventId,
    });
    desk.tell(said, beginCard(locale, own, first));
  }

  async function answer(said: Said, form: KeptForm): Promise<void> {
    const locale = await localeOf(said.sender);
    const info = commands(locale).find(({ code }) => code === form.code);
    const field = info?.fields[form.asked];
    if (!info || !field) return memory.remove(FORM + said.sender);
    const value = fieldValue(field, said.text);
    if (value === null) return desk.tell(said, questionCard(locale, info, field));
    const filled = {
      ...form,
      values: { ...form.values, [field.name]: value },
      mentions: [...form.mentions, ...said.mentions],
      asked: form.asked + 1,
      last: said.eventId,
    };
    const next = info.fields[filled.asked];
    if (!next || form.again) return submit(said, info, filled);
    await keep(said.sender, filled);
    desk.tell(said, questionCard(locale, info, next));
  }

  /** Refused because of one field: that one is asked for again. */
  async function submit(said: Said, info: CommandInfo, form: Omit<KeptForm, 'at'>): Promise<void> {
    const { roomId, sender, eventId } = said;
    const what = { kind: 'form' as const, command: info.code, values: form.values };
    const { card, refused } = await desk.hand({ roomId, sender, eventId, what, mentions: form.mentions });
    const at = info.fields.findIndex(({ name }) => name === refused?.field);
    const wrong: FormField | undefined = info.fields[at];
    if (wrong) {
      await keep(sender, { ...form, asked: at, last: eventId, again: true });
      await desk.settle(IN_ORDER_MS);
      return desk.tell(said, questionCard(await localeOf(sender), info, wrong));
    }
    await memory.remove(FORM + sender);
    if (!card) desk.tell(said, sentence(await localeOf(sender), 'matrix.form.done'));
  }

  return {
    async take(said) {
      const form = await kept(said.sender);
      // Heard again after a crash: it was an answer already.
      if (form?.last === said.eventId) return true;
      const [word = '', ...rest] = said.text.trim().split(/\s+/);
      if (isWord('form', word.replace(/^[!/]/, ''))) {
        await begin(said, rest.join(' '));
        return true;
      }
      if (!form || form.room !== said.roomId || /^[!/]\p{L}/u.test(word)) return false;
      if (isWord('form.leave', said.text)) {
        await memory.remove(FORM + said.sender);
        desk.tell(said, sentence(await localeOf(said.sender), 'matrix.form.left'));
        return true;
      }
      await answer(said, form);
      return true;
    },
    forgetOld: () => memory.forgetOlder(FORM, 1),
  };
}
