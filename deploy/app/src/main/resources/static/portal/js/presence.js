/** Asks who watches to say that somebody is there, within a time that can be seen running out. */

import {callWith} from './api.js';
import {announce, h} from './dom.js';
import {EXPIRED} from './renewals.js';
import {duration, t} from './words.js';

const TICK_MS = 250;

/** Older Safari and iPhones know the full screen by names of their own; on iPhones only the video has such events. */
const SCREEN_EVENTS = ['fullscreenchange', 'webkitfullscreenchange'];
const VIDEO_EVENTS = ['webkitbeginfullscreen', 'webkitendfullscreen'];

/** So much before the time is over the player stops, so that what was watched until then is reported in time. */
const MARGIN_SECONDS = 1.5;

export class Presence {
  /**
   * @param stage {hold(reason), release(reason)}
   * @param renew gets a fresh token
   * @param listener {confirmed(late), unconfirmed(problem)}
   */
  constructor(opened, stage, renew, listener) {
    Object.assign(this, {opened, stage, renew, listener});
    this.challengeId = null;
    this.confirmedId = null;
    this.left = h('p', {class: 'presence-left', role: 'timer'});
    this.text = h('p', {id: 'presence-text'});
    this.trouble = h('p', {class: 'trouble', role: 'alert'});
    this.button = h('button', {type: 'button', id: 'presence-confirm', onclick: () => this.confirm()}, t('presence.confirm'));
    this.element = h('div', {class: 'presence'}, h('div', {
      id: 'presence', role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': 'presence-title', 'aria-describedby': 'presence-text',
    }, h('h2', {id: 'presence-title'}, t('presence.title')), this.text, this.left, this.trouble, this.button));
    this.element.addEventListener('keydown', event => this.keepFocus(event));
    this.onScreen = () => this.challengeId && this.putInFront();
  }

  /**
   * @param challenge {challengeId, secondsLeft} of the newest answer; null if none is open. An answer that was on its way
   *   when the learner confirmed still has the question.
   */
  look(challenge) {
    if (!challenge || challenge.challengeId === this.confirmedId) {
      this.stop();
      return;
    }
    this.deadline = performance.now() + challenge.secondsLeft * 1000;
    if (this.challengeId !== challenge.challengeId) {
      this.stop();
      this.open(challenge);
    }
    this.tick();
  }

  open({challengeId, secondsLeft}) {
    const {presence} = this.opened.policy;
    this.challengeId = challengeId;
    this.isOver = false;
    this.before = document.activeElement;
    this.text.textContent = t('presence.text', duration(presence ? presence.answerWithinSeconds : secondsLeft));
    this.trouble.textContent = '';
    this.button.disabled = false;
    this.putInFront();
    this.timer = setInterval(() => this.tick(), TICK_MS);
    this.video = document.querySelector('video') || document.body;
    SCREEN_EVENTS.forEach(kind => document.addEventListener(kind, this.onScreen));
    VIDEO_EVENTS.forEach(kind => this.video.addEventListener(kind, this.onScreen));
  }

  /** Over the whole screen if what lies over the video has it, too; where the bare video has it, it gives way. */
  putInFront() {
    const whole = document.fullscreenElement || document.webkitFullscreenElement;
    const isBare = whole instanceof HTMLVideoElement;
    if (isBare) {
      leaveWholeScreen();
    }
    const video = document.querySelector('video');
    if (video && video.webkitDisplayingFullscreen) {
      video.webkitExitFullscreen();
    }
    (isBare ? document.body : whole || document.body).append(this.element);
    this.button.focus({preventScroll: true});
  }

  tick() {
    const left = (this.deadline - performance.now()) / 1000;
    this.left.textContent = left > 0 ? t('presence.left', Math.ceil(left)) : t('presence.over');
    if (left <= MARGIN_SECONDS) {
      this.stage.hold('presence');
    }
    if (left <= 0 && !this.isOver) {
      this.isOver = true;
      this.text.textContent = t('presence.overText');
      announce(t('presence.overText'));
    }
  }

  /** There is but one thing to do here. */
  keepFocus(event) {
    if (event.key === 'Tab') {
      event.preventDefault();
      this.button.focus();
    }
  }

  async confirm() {
    const {challengeId} = this;
    this.button.disabled = true;
    this.trouble.textContent = '';
    try {
      const {late} = await this.send(challengeId);
      this.confirmedId = challengeId;
      this.stop();
      this.listener.confirmed(late);
    } catch (problem) {
      this.button.disabled = false;
      this.button.focus();
      this.suffer(problem);
    }
  }

  async send(challengeId) {
    const answer = () => callWith(this.opened.token, `/api/v1/playbacks/${this.opened.playbackId}/presence`, {challengeId});
    try {
      return await answer();
    } catch (problem) {
      if (problem.type !== EXPIRED) {
        throw problem;
      }
      await this.renew();
      return answer();
    }
  }

  suffer(problem) {
    if (problem.type === 'challenge-unknown') {
      this.stop();
      this.listener.confirmed(false);
    } else if (problem.isPassing) {
      this.trouble.textContent = problem.message;
    } else {
      this.listener.unconfirmed(problem);
    }
  }

  stop() {
    if (this.challengeId) {
      this.challengeId = null;
      clearInterval(this.timer);
      SCREEN_EVENTS.forEach(kind => document.removeEventListener(kind, this.onScreen));
      VIDEO_EVENTS.forEach(kind => this.video.removeEventListener(kind, this.onScreen));
      this.element.remove();
      if (this.before && this.before.focus) {
        this.before.focus({preventScroll: true});
      }
      this.stage.release('presence');
    }
  }
}

/** Only some of them answer with a promise; one that fails has left already. */
function leaveWholeScreen() {
  const left = document.exitFullscreen ? document.exitFullscreen() : document.webkitExitFullscreen();
  Promise.resolve(left).catch(() => {});
}
