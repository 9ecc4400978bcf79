/** One learner with one lesson, over as many playbacks as it takes. */

import {get, post} from './api.js';
import {secondsOf} from './claims.js';
import {CreditPanel} from './credit.js';
import {h, replace} from './dom.js';
import {Heartbeats} from './heartbeats.js';
import {union} from './intervals.js';
import {keptClaims, sendKept} from './kept.js';
import {videoStage} from './player.js';
import {Presence} from './presence.js';
import {articleStage, documentStage} from './reader.js';
import {Renewals} from './renewals.js';
import {Rules} from './rules.js';
import {duration, t} from './words.js';

const STAGES = {VIDEO: videoStage, ARTICLE: articleStage, DOCUMENT: documentStage};
const RETRY_MS = 5000;

/** Refusals after which the platform may know less as seen than the player does. */
const SETTING_BACK = ['skipped', 'daily-cap'];
const SET_BACK_ONCE_WITHIN_MS = 15000;

export class Sitting {
  /** @param goOn makes the notice that leads to the enrolment which took the place of this one */
  constructor(enrolmentId, lessonId, goOn) {
    Object.assign(this, {enrolmentId, lessonId, goOn, wanted: null});
    this.element = h('div', {class: 'sitting'});
    this.setBackAt = -SET_BACK_ONCE_WITHIN_MS;
    this.onHide = () => {
      if (document.visibilityState === 'hidden' && this.heartbeats) {
        this.heartbeats.flush();
      }
    };
    this.onLeave = () => this.heartbeats && this.heartbeats.flush();
  }

  /** Where somebody wants to begin who comes from a search; whatever is no second of the video is passed over. */
  beginAt(second) {
    this.wanted = /^\d{1,6}$/.test(second || '') ? Number(second) : null;
  }

  async begin() {
    await sendKept();
    this.opened = await this.open();
    if (this.opened.kind === 'VIDEO' && this.wanted !== null && this.wanted < this.opened.durationSeconds) {
      Object.assign(this.opened, {resumeAtSeconds: this.wanted, wantedSeconds: this.wanted});
    }
    this.wanted = null;
    const [standing, watched] = await Promise.all([this.standing(), this.watched()]);
    this.credit = new CreditPanel(this.opened, standing, watched);
    this.rules = new Rules(this.opened, this.enrolmentId);
    this.renewals = new Renewals(this.opened, () => this.obey());
    const renew = () => this.renewals.renew();
    this.stage = STAGES[this.opened.kind](this.opened, {
      known: union(watched, secondsOf(keptClaims(this.enrolmentId, this.lessonId))),
      reportSoon: () => this.heartbeats.now(), renew, refused: problem => this.heartbeats.suffer(problem),
    });
    this.presence = new Presence(this.opened, this.stage, renew, this);
    this.notice = h('div', {'aria-live': 'assertive'});
    replace(this.element, this.notice, this.stage.element, this.rules.element, this.credit.element);
    this.stage.onSeen = seen => this.credit.seen(seen);
    this.stage.start();
    this.report();
    document.addEventListener('visibilitychange', this.onHide);
    window.addEventListener('pagehide', this.onLeave);
  }

  open() {
    return post(`/api/v1/enrolments/${this.enrolmentId}/lessons/${this.lessonId}/playbacks`);
  }

  async standing() {
    return this.mine(await get(`/api/v1/enrolments/${this.enrolmentId}/progress`));
  }

  /** The seconds that are on record, as intervals. */
  async watched() {
    const {watched} = this.mine(await get(`/api/v1/enrolments/${this.enrolmentId}/explanation`));
    return watched.map(({from, to}) => [from, to]);
  }

  mine({lessons}) {
    return lessons.find(lesson => lesson.lessonId === this.lessonId);
  }

  report() {
    this.heartbeats = new Heartbeats(
      this.opened, this.enrolmentId, this.lessonId, this.stage, () => this.renewals.renew(), this);
    this.heartbeats.start();
    this.renewals.start();
  }

  end() {
    if (this.heartbeats) {
      this.heartbeats.flush();
    }
    this.close();
  }

  close() {
    document.removeEventListener('visibilitychange', this.onHide);
    window.removeEventListener('pagehide', this.onLeave);
    clearTimeout(this.timer);
    if (this.heartbeats) {
      this.heartbeats.stop();
      this.renewals.stop();
      this.presence.stop();
      this.stage.stop();
    }
  }

  async again(notice) {
    this.close();
    try {
      await this.begin();
      replace(this.notice, notice);
    } catch (problem) {
      this.say(problem.message);
    }
  }

  say(text) {
    replace(this.notice, h('div', {class: 'notice', id: 'notice'}, h('p', {}, text),
      h('button', {type: 'button', onclick: () => this.again()}, t('lesson.here'))));
  }

  answered(answer) {
    const {claims} = this.heartbeats;
    this.credit.answered(answer, claims);
    this.presence.look(answer.challenge);
    if (answer.reasons.some(({reason}) => reason === 'daily-cap')) {
      this.stage.pause();
      this.stage.tell(t('lesson.capReached', duration(this.opened.policy.dailyCapSeconds || 0)));
    }
    if (answer.reasons.some(({reason}) => SETTING_BACK.includes(reason))) {
      this.setBack().catch(problem => console.info('What is on record cannot be read:', problem.message));
    }
  }

  /** What did not count is seen again, or nothing that follows on it would count either. */
  async setBack() {
    const now = performance.now();
    if (now - this.setBackAt > SET_BACK_ONCE_WITHIN_MS) {
      this.setBackAt = now;
      const known = union(await this.watched(), secondsOf(this.heartbeats.claims));
      this.stage.know(known);
      this.credit.know(known);
    }
  }

  delayed() {
    this.credit.delayed(this.heartbeats.claims);
  }

  /** It ended while nothing was watched: another playback takes its place, and nothing on the screen changes. */
  async ended() {
    this.renewals.stop();
    try {
      const next = await this.open();
      if (contentOf(next) === contentOf(this.opened)) {
        Object.assign(this.opened, next, {resumeAtSeconds: this.opened.resumeAtSeconds});
        this.obey();
        this.report();
      } else {
        await this.lessonReplaced();
      }
    } catch (problem) {
      this.notOpened(problem);
    }
  }

  /** Other rules may hold from now on. */
  obey() {
    this.rules.show();
    this.stage.obey();
  }

  notOpened(problem) {
    if (problem.isPassing) {
      this.delayed();
      this.timer = setTimeout(() => this.ended(), RETRY_MS);
    } else if (problem.type === 'enrolment-ended') {
      this.enrolmentEnded(problem.enrolmentId);
    } else {
      this.refused(problem);
    }
  }

  confirmed(late) {
    if (late) {
      this.stage.tell(t('presence.late'));
    }
    this.heartbeats.now();
  }

  unconfirmed(problem) {
    this.heartbeats.suffer(problem);
  }

  superseded() {
    this.close();
    this.say(t('lesson.superseded'));
  }

  enrolmentEnded(enrolmentId) {
    this.close();
    replace(this.notice, this.goOn(enrolmentId));
  }

  lessonReplaced() {
    return this.again(h('div', {class: 'notice', id: 'notice'}, h('p', {}, t('lesson.replaced'))));
  }

  expired() {
    this.close();
    this.say(t('lesson.expired'));
  }

  revoked(problem) {
    this.close();
    this.say(problem.message);
  }

  refused(problem) {
    this.close();
    this.say(t('lesson.refusedReport', problem.message));
  }
}

/** The same for two playbacks that show the same; an address says so by what is neither of the playback nor of its token. */
function contentOf({kind, title, durationSeconds, text, documentName, thumbnailsUrl}) {
  const pictures = (thumbnailsUrl || '').replace(/\/playbacks\/[^/]+|\?.*/g, '');
  return JSON.stringify([kind, title, durationSeconds, text, documentName, pictures]);
}
