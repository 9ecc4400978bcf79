/** What was really seen in this sitting, second by second. */

import {add, subtract, union, wholeSeconds} from './intervals.js';

export class Watched {
  constructor(durationSeconds) {
    this.durationSeconds = durationSeconds;
    this.played = 0;
    this.forget();
  }

  /** Begins with nothing seen; what was played in all stays. */
  forget() {
    this.seen = [];
    this.hidden = [];
    this.claimed = [];
  }

  /** @param visible whether the page could be seen meanwhile */
  add(from, to, visible) {
    this.played += to - from;
    this.seen = add(this.seen, from, to);
    if (!visible) {
      this.hidden = add(this.hidden, Math.floor(from), Math.ceil(to));
    }
  }

  /** The whole seconds that were seen and not handed out yet: [{visible, intervals}, …] */
  take() {
    const fresh = subtract(wholeSeconds(this.seen, this.durationSeconds), this.claimed);
    this.claimed = union(this.claimed, fresh);
    const inSight = subtract(fresh, this.hidden);
    return [{visible: true, intervals: inSight}, {visible: false, intervals: subtract(fresh, inSight)}]
      .filter(({intervals}) => intervals.length);
  }
}
