/** What was really seen in this sitting, second by second. */

import {add, subtract, wholeSeconds} from './intervals.js';

export class Watched {
  constructor(durationSeconds) {
    this.durationSeconds = durationSeconds;
    this.seen = [];
    this.claimed = [];
  }

  add(from, to) {
    this.seen = add(this.seen, from, to);
  }

  /** The whole seconds that were seen and not handed out yet. */
  take() {
    const fresh = subtract(wholeSeconds(this.seen, this.durationSeconds), this.claimed);
    this.claimed = fresh.reduce((all, [from, to]) => add(all, from, to), this.claimed);
    return fresh;
  }
}
