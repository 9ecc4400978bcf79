/** What is asked of who watches, in one line, and who asks for it. */

import {get} from './api.js';
import {h, replace} from './dom.js';
import {duration, t, wordFor} from './words.js';

export class Rules {
  constructor(opened, enrolmentId) {
    this.opened = opened;
    this.enrolmentId = enrolmentId;
    this.line = h('span', {id: 'rules'});
    this.reasons = h('ul', {});
    this.why = h('details', {}, h('summary', {}, t('rules.why')), this.reasons);
    this.element = h('div', {class: 'rules hint'}, this.line, this.why);
    this.why.addEventListener('toggle', () => this.why.open && this.explain());
    this.show();
  }

  /** Another playback may have other rules. */
  show() {
    const rules = rulesOf(this.opened);
    this.element.hidden = rules.length === 0;
    this.line.textContent = t('rules', rules.join(t('rules.and')));
    this.why.open = false;
  }

  async explain() {
    replace(this.reasons, h('li', {}, t('loading')));
    try {
      const {origins} = await get(`/api/v1/enrolments/${this.enrolmentId}/watch-policy`);
      replace(this.reasons, originsFor(this.opened, origins).map(origin => h('li', {}, because(origin))));
    } catch (problem) {
      replace(this.reasons, h('li', {}, problem.message));
    }
  }
}

const OF_VIDEOS = ['maxRate', 'inOrder', 'visibleOnly'];

/** Reading counts in sight wherever it is done. */
const OF_READING = {part: 'visibleOnly', from: 'PLATFORM'};

function originsFor({kind}, origins) {
  return kind === 'VIDEO' ? origins : [OF_READING].concat(origins.filter(({part}) => !OF_VIDEOS.includes(part)));
}

function rulesOf({kind, policy: {maxRate, inOrder, visibleOnly, presence, dailyCapSeconds}}) {
  const isVideo = kind === 'VIDEO';
  return [
    isVideo && t('rules.rate', maxRate),
    isVideo && inOrder && t('rules.inOrder'),
    visibleOnly && t('rules.visibleOnly'),
    presence && t('rules.presence', duration(presence.everySeconds), duration(presence.answerWithinSeconds)),
    dailyCapSeconds && t('rules.cap', duration(dailyCapSeconds)),
  ].filter(Boolean);
}

function because({part, from, name}) {
  return t('rules.because', wordFor('rules.part', part), from === 'PLATFORM' ? t('rules.platform') : t('rules.' + from, name));
}
