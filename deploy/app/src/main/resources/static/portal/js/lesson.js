/** A lesson being watched or read: opens a playback, reports what was seen, shows what was credited. */

import {get} from './api.js';
import {lessonAddress} from './course.js';
import {h} from './dom.js';
import {Sitting} from './sitting.js';
import {t} from './words.js';

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

async function view({values: [courseId, enrolmentId, lessonId], query}) {
  const sitting = new Sitting(enrolmentId, lessonId, newEnrolmentId => goOn(courseId, newEnrolmentId, lessonId));
  sitting.beginAt(query.get('at'));
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
