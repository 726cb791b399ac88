/** How this person likes to talk, in this browser. */
import { lasting, read, write } from "../live/storage";

const HOLD = "palabre.hold-to-talk";

class Preferences {
  #holdsToTalk = $state(read<boolean>(lasting, HOLD) ?? false);

  /** The button of the microphone works while it is held, and not by pressing it. */
  get holdsToTalk(): boolean {
    return this.#holdsToTalk;
  }

  set holdsToTalk(on: boolean) {
    this.#holdsToTalk = on;
    write(lasting, HOLD, on || undefined);
  }
}

export const preferences = new Preferences();
