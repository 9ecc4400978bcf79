/** Reasons for which nothing may play at the moment; when the last of them is gone, what was played goes on. */

export class Holds {
  /** @param player {isPlaying(), pause(), play()} */
  constructor(player) {
    this.player = player;
    this.reasons = new Set();
    this.goesOn = false;
  }

  get any() {
    return this.reasons.size > 0;
  }

  hold(reason) {
    this.goesOn = this.any ? this.goesOn : this.player.isPlaying();
    this.reasons.add(reason);
    this.player.pause();
  }

  /** Who presses play meanwhile wants it to go on then. */
  playLater() {
    this.goesOn = true;
    this.player.pause();
  }

  release(reason) {
    if (this.reasons.delete(reason) && !this.any && this.goesOn) {
      this.player.play();
    }
  }
}
