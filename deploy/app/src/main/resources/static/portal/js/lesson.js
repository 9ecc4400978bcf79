/** A lesson being watched or read: opens a playback, reports what was seen, shows what was credited. */

import {get, post} from './api.js';
import {lessonAddress} from './course.js';
import {CreditPanel} from './credit.js';
import {h, replace} from './dom.js';
import {Heartbeats} from './heartbeats.js';
import {sendKept} from './kept.js';
import {articleStage, documentStage} from './reader.js';
import {videoStage} from './player.js';
import {Renewals} from './renewals.js';
import {t} from './words.js';

const STAGES = {VIDEO: videoStage, ARTICLE: articleStage, DOCUMENT: documentStage};

export async function lessonView(page) {
  try {
    return await view(page);
  } catch (problem) {
    if (problem.type !== 'enrolment-ended') {
      throw problem;
    }
    const {values: [courseId, , lessonId]} = page;
    return ended(courseId, problem.enrolmentId, lessonId);
  }
}

/** An old address: the learner begins a new version of the course, in another enrolment. */
function ended(courseId, enrolmentId, lessonId) {
  return {title: t('lesson.begunAgain'), content: h('article', {class: 'lesson'}, goOn(courseId, enrolmentId, lessonId))};
}

const goOn = (courseId, enrolmentId, lessonId) => h('div', {class: 'notice', id: 'notice'},
  h('p', {}, t('lesson.begunAgain')),
  h('a', {href: lessonAddress(enrolmentId, courseId, lessonId)}, t('lesson.goOn')), ' ',
  h('a', {href: '#/courses/' + courseId}, t('lesson.back')));

async function view({values: [courseId, enrolmentId, lessonId]}) {
  const sitting = new Sitting(courseId, enrolmentId, lessonId);
  const [course] = await Promise.all([get(`/api/v1/enrolments/${enrolmentId}/course`), sitting.begin()]);
  const lessons = course.sections.flatMap(section => section.lessons);
  const next = lessons[lessons.findIndex(lesson => lesson.id === lessonId) + 1];
  return {
    title: sitting.opened.title,
    content: h('article', {class: 'lesson ' + sitting.opened.kind.toLowerCase()},
      h('p', {class: 'crumb'}, h('a', {href: '#/courses/' + courseId}, t('lesson.back')), ' · ', course.title),
      h('h1', {}, sitting.opened.title),
      sitting.element,
      next && h('p', {class: 'next'}, h('a', {href: lessonAddress(enrolmentId, courseId, next.id)}, t('lesson.next', next.title)))),
    leave: () => sitting.end(),
  };
}

/** One learner with one lesson, over as many playbacks as it takes. */
class Sitting {
  constructor(courseId, enrolmentId, lessonId) {
    this.courseId = courseId;
    this.enrolmentId = enrolmentId;
    this.lessonId = lessonId;
    this.element = h('div', {class: 'sitting'});
    this.onHide = () => {
      if (document.visibilityState === 'hidden' && this.heartbeats) {
        this.heartbeats.flush();
      }
    };
    this.onLeave = () => this.heartbeats && this.heartbeats.flush();
  }

  async begin() {
    await sendKept();
    this.opened = await post(`/api/v1/enrolments/${this.enrolmentId}/lessons/${this.lessonId}/playbacks`);
    const [progress, explanation] = await Promise.all(
      ['progress', 'explanation'].map(part => get(`/api/v1/enrolments/${this.enrolmentId}/${part}`)));
    const mine = lesson => lesson.lessonId === this.lessonId;
    this.credit = new CreditPanel(this.opened, progress.lessons.find(mine), explanation.lessons.find(mine));
    this.renewals = new Renewals(this.opened);
    const renew = () => this.renewals.renew();
    this.stage = STAGES[this.opened.kind](this.opened, {
      reportSoon: () => this.heartbeats.now(), renew, refused: problem => this.heartbeats.suffer(problem),
    });
    this.heartbeats = new Heartbeats(this.opened, this.enrolmentId, this.lessonId, this.stage, renew, this);
    this.notice = h('div', {'aria-live': 'assertive'});
    replace(this.element, this.notice, this.stage.element, this.credit.element);
    this.stage.onSeen = seen => this.credit.seen(seen);
    this.stage.start();
    this.heartbeats.start();
    this.renewals.start();
    document.addEventListener('visibilitychange', this.onHide);
    window.addEventListener('pagehide', this.onLeave);
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
    if (this.heartbeats) {
      this.heartbeats.stop();
      this.renewals.stop();
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
    this.credit.answered(answer, this.heartbeats.claims);
  }

  delayed() {
    this.credit.delayed(this.heartbeats.claims);
  }

  superseded() {
    this.close();
    this.say(t('lesson.superseded'));
  }

  enrolmentEnded(enrolmentId) {
    this.close();
    replace(this.notice, goOn(this.courseId, enrolmentId, this.lessonId));
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
