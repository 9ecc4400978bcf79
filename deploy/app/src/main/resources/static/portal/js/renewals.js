/** A playback beyond the time of its token: renewed in time, or as soon as something turns out to have expired. */

import {callWith} from './api.js';

export const EXPIRED = 'playback-token-expired';

const PAUSE_MS = 30000;

export const renewal = (playbackId, token) => callWith(token, `/api/v1/playbacks/${playbackId}/renewal`);

export class Renewals {
  /**
   * @param opened the answer that opened the playback; its token, what carries it and its rules are replaced in place
   * @param renewed is called after that
   */
  constructor(opened, renewed) {
    this.opened = opened;
    this.renewed = renewed;
    this.underWay = null;
    this.running = false;
  }

  start() {
    this.running = true;
    this.schedule(this.opened.renewAfterSeconds * 1000);
  }

  stop() {
    this.running = false;
    clearTimeout(this.timer);
  }

  /** Whoever asks while one is under way waits for the same. */
  renew() {
    if (!this.underWay) {
      this.underWay = renewal(this.opened.playbackId, this.opened.token)
        .then(renewed => {
          Object.assign(this.opened, renewed);
          this.renewed();
          this.schedule(renewed.renewAfterSeconds * 1000);
        })
        .finally(() => { this.underWay = null; });
    }
    return this.underWay;
  }

  /** What is refused here is refused to the next heartbeat too, which then tells the learner. */
  schedule(delayMs) {
    clearTimeout(this.timer);
    if (this.running) {
      this.timer = setTimeout(
        () => this.renew().catch(problem => problem.isPassing && this.schedule(PAUSE_MS)), delayMs);
    }
  }
}
