/** Tells a double click from a second thought: the same button at once again, with no other in between. */

const DOUBLE_CLICK_MS = 1_500;

export function createPresses(windowMs = DOUBLE_CLICK_MS) {
  const last = new Map<string, string>();
  return {
    /** True when this person has pressed this very button of the message just now. */
    isRepeated(person: string, message: string, button: string): boolean {
      const place = `${person} ${message}`;
      const repeated = last.get(place) === button;
      last.set(place, button);
      setTimeout(() => {
        if (last.get(place) === button) last.delete(place);
      }, windowMs).unref();
      return repeated;
    },
  };
}
