/** Reports what was watched, again and again until it is durable. */

import {heartbeatsOf, stillOwed, united} from './claims.js';
import {keep, keptClaims} from './kept.js';
import {EXPIRED} from './renewals.js';
import {report, reportAtLast} from './reports.js';

const LONGEST_PAUSE_MS = 60000;

export class Heartbeats {
  /**
   * @param opened the answer that opened the playback
   * @param source {take(), position(), rate(), played(), isPlaying()}
   * @param renew gets a fresh token
   * @param listener {answered(answer), delayed(problem), ended(), superseded(), expired(), enrolmentEnded(enrolmentId),
   *   lessonReplaced(), revoked(problem), refused(problem)}
   */
  constructor(opened, enrolmentId, lessonId, source, renew, listener) {
    this.opened = opened;
    this.source = source;
    this.renew = renew;
    this.listener = listener;
    this.names = {enrolmentId, lessonId, playbackId: opened.playbackId};
    this.sequence = 0;
    this.failures = 0;
    this.running = false;
    this.busy = false;
    this.playedBefore = source.played();
    this.claims = keptClaims(enrolmentId, lessonId);
  }

  start() {
    this.running = true;
    this.schedule(this.claims.length ? 0 : this.intervalMs());
  }

  stop() {
    this.running = false;
    clearTimeout(this.timer);
  }

  /** Sends at once, for instance when the learner pauses. */
  async now() {
    if (this.running) {
      clearTimeout(this.timer);
      await this.beat();
    }
  }

  /** The page may be gone in a moment: one last report that outlives it. */
  flush() {
    if (this.running) {
      this.collect();
      reportAtLast(this.opened, this.heartbeats());
      this.doubt();
    }
  }

  /** Whether what was sent arrived is not known: it is durable only when the next heartbeat that carries it is. */
  doubt() {
    this.claims = united(this.claims, this.sequence);
    this.remember();
  }

  intervalMs() {
    return this.opened.heartbeatIntervalSeconds * 1000;
  }

  schedule(delayMs) {
    if (this.running) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.beat(), delayMs);
    }
  }

  async beat() {
    this.collect();
    if (this.busy || !(this.claims.length || this.source.isPlaying())) {
      this.schedule(this.intervalMs());
      return;
    }
    this.busy = true;
    try {
      this.take(await this.sendRenewing());
    } catch (problem) {
      this.suffer(problem);
    } finally {
      this.busy = false;
    }
  }

  collect() {
    const fresh = this.source.take();
    if (fresh.length) {
      // What was out of sight goes after the rest
      this.claims.push(...fresh.map(part => Object.assign({sequence: this.sequence + (part.visible ? 1 : 2)}, part)));
      this.remember();
    }
  }

  /** A token of which the time is over is renewed on the way. */
  async sendRenewing() {
    try {
      return await this.send();
    } catch (problem) {
      if (problem.type !== EXPIRED) {
        throw problem;
      }
      await this.renew();
      return this.send();
    }
  }

  send() {
    return report(this.opened, this.heartbeats());
  }

  heartbeats() {
    const all = heartbeatsOf(this.claims, this.sequence, this.state());
    this.sequence += all.length;
    return all;
  }

  state() {
    const played = Math.round((this.source.played() - this.playedBefore) * 10) / 10;
    return {positionSeconds: this.source.position(), rate: this.source.rate(), playedSeconds: played};
  }

  take(answer) {
    this.failures = 0;
    this.claims = stillOwed(this.claims, answer, answer.sequence);
    this.remember();
    this.listener.answered(answer);
    if (answer.ended) {
      this.stop();
      this.listener.ended();
    } else {
      this.schedule(this.intervalMs());
    }
  }

  suffer(problem) {
    if (!this.running) {
      return;
    }
    if (problem.isPassing) {
      this.failures += 1;
      this.doubt();
      this.listener.delayed(problem);
      const backOff = Math.min(LONGEST_PAUSE_MS, this.intervalMs() * Math.pow(2, this.failures - 1));
      this.schedule(Math.max(backOff * (0.75 + Math.random() / 2), (problem.retryAfterSeconds || 0) * 1000));
      return;
    }
    this.stop();
    if (problem.status === 401) {
      this.listener.expired();
    } else if (problem.type === 'playback-superseded') {
      this.listener.superseded();
    } else if (problem.type === 'playback-ended') {
      this.listener.ended();
    } else {
      this.forget();
      this.tell(problem);
    }
  }

  /** What this playback claims will never be credited. */
  tell(problem) {
    if (problem.type === 'enrolment-ended') {
      this.listener.enrolmentEnded(problem.enrolmentId);
    } else if (problem.type === 'lesson-replaced') {
      this.listener.lessonReplaced();
    } else if (problem.type === 'playback-revoked') {
      this.listener.revoked(problem);
    } else {
      this.listener.refused(problem);
    }
  }

  forget() {
    this.claims = [];
    this.remember();
  }

  remember() {
    keep(Object.assign({token: this.opened.token, sequence: this.sequence, claims: this.claims}, this.state(), this.names));
  }
}
