/** What the platform credited, in numbers, words and a bar of the seconds seen. */

import {secondsOf} from './claims.js';
import {h, replace, svg} from './dom.js';
import {seconds, union} from './intervals.js';
import {duration, t, wordFor} from './words.js';

export class CreditPanel {
  /**
   * @param standing how far the lesson was before this sitting
   * @param evidence the seconds that are on record, as intervals
   */
  constructor(opened, standing, evidence) {
    this.durationSeconds = opened.durationSeconds;
    this.before = evidence;
    this.coveredBefore = standing.coveredSeconds;
    this.bar = svg('svg', {class: 'bar', viewBox: `0 0 ${this.durationSeconds} 10`, preserveAspectRatio: 'none', role: 'img', 'aria-label': t('lesson.barLabel')});
    this.text = h('p', {id: 'coverage'});
    this.numbers = {
      credited: h('dd', {id: 'credited'}, t('lesson.seconds', 0)),
      covered: h('dd', {id: 'covered'}),
      watched: h('dd', {id: 'watched'}),
      refused: h('dd', {id: 'refused'}, t('lesson.seconds', 0)),
      saved: h('dd', {id: 'saved'}, t('lesson.savedYes')),
    };
    this.done = h('p', {class: 'seal', id: 'completed', hidden: true}, t('lesson.completed'));
    this.element = h('section', {class: 'credit', 'aria-label': t('lesson.coverage')},
      this.done, this.bar, this.text,
      h('dl', {},
        pair(t('lesson.thisSitting'), this.numbers.credited), pair(t('lesson.covered'), this.numbers.covered),
        pair(t('lesson.watched'), this.numbers.watched),
        pair(t('lesson.refused'), this.numbers.refused), pair(t('lesson.saved'), this.numbers.saved)));
    this.tellCovered(standing.coveredSeconds, standing.completed);
    this.tellWatched(standing.watchedSeconds);
    this.seen([]);
  }

  /** Another look at what is on record; what this sitting saw may have turned out not to count. */
  know(evidence) {
    this.before = evidence;
    this.seen([]);
  }

  seen(intervals) {
    const all = union(this.before, intervals);
    replace(this.bar, svg('rect', {class: 'track', x: 0, y: 0, width: this.durationSeconds, height: 10}),
      all.map(([from, to]) => svg('rect', {class: 'part', x: from, y: 0, width: to - from, height: 10})));
  }

  answered(answer, claims) {
    // Not the sum of what answers credited: what was reported on leaving had no answer
    this.numbers.credited.textContent = t('lesson.seconds', Math.max(0, answer.coveredSeconds - this.coveredBefore));
    this.numbers.refused.textContent = t('lesson.seconds', answer.refusedSeconds) + answer.reasons.map(why).join('');
    this.tellCovered(answer.coveredSeconds, answer.completed);
    this.tellWatched(answer.watchedSeconds);
    const waiting = seconds(secondsOf(claims));
    this.numbers.saved.textContent = waiting ? t('lesson.savedNot', waiting) : t('lesson.savedYes');
  }

  delayed(claims) {
    this.numbers.saved.textContent = t('lesson.savedLater', seconds(secondsOf(claims)));
  }

  tellWatched(watched) {
    this.numbers.watched.textContent = watched === undefined ? '–' : t('lesson.seconds', watched);
  }

  tellCovered(covered, completed) {
    const percent = this.durationSeconds ? Math.floor(covered * 100 / this.durationSeconds) : 0;
    this.numbers.covered.textContent = t('lesson.seconds', covered);
    this.numbers.covered.dataset.seconds = covered;
    this.text.textContent = t('lesson.coverageText', duration(this.durationSeconds), duration(covered), percent);
    this.done.hidden = !completed;
  }
}

/** With the seconds of each, if there is more than one reason. */
function why({reason, seconds: refused}, index, reasons) {
  const word = wordFor('reason', reason);
  return ' · ' + (word === reason ? t('reason.other', reason) : word)
    + (reasons.length > 1 ? ' ' + t('lesson.seconds', refused) : '');
}

function pair(name, value) {
  return h('div', {}, h('dt', {}, name), value);
}
