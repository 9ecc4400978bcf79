/** A course: what it is about, its outline, enrolling and going on. */

import {get, post} from './api.js';
import {h} from './dom.js';
import {doors, isOfGroup} from './making.js';
import {date, duration, t, wordFor} from './words.js';

export async function courseView({values: [courseId], query}) {
  const wanted = {lessonId: query.get('lesson'), at: query.get('at')};
  const enrolments = await get('/api/v1/me/enrolments');
  const enrolment = enrolments.items.find(item => item.courseId === courseId);
  // Who is enrolled sees the own version, which need not be the open one
  const [course, progress] = enrolment
    ? await Promise.all(['course', 'progress'].map(part => get(`/api/v1/enrolments/${enrolment.enrolmentId}/${part}`)))
    : [await get('/api/v1/catalog/courses/' + courseId), null];
  const lessons = course.sections.flatMap(section => section.lessons);
  const isThere = lessons.some(lesson => lesson.id === wanted.lessonId);
  if (enrolment && isThere) {
    // Who goes back from the lesson gets to where the link was
    location.replace(lessonAddress(enrolment.enrolmentId, courseId, wanted.lessonId, wanted.at));
    return {title: course.title, content: ''};
  }
  const first = isThere ? wanted : {lessonId: lessons[0].id, at: null};
  const done = new Map((progress ? progress.lessons : []).map(lesson => [lesson.lessonId, lesson]));
  return {
    title: course.title,
    content: h('article', {class: 'course'},
      h('header', {class: 'course-head'},
        h('p', {class: 'facts'}, [course.field, wordFor('level', course.level)].map(fact => h('span', {}, fact))),
        h('h1', {}, course.title),
        h('p', {class: 'lead pre'}, course.summary),
        h('p', {class: 'facts'}, [
          course.groupName, t('course.lessons', lessons.length), t('course.length', duration(course.durationSeconds)),
          t('course.version', course.version, date(course.publishedAt)),
        ].map(fact => h('span', {}, fact))),
        isOfGroup(course.groupId) && doors(course),
        enrolment ? standing(course, enrolment, progress, lessons, done) : enrolButton(course, first)),
      h('h2', {}, t('course.outline')),
      enrolment ? null : h('p', {class: 'hint'}, t('course.enrolFirst')),
      course.sections.map(section => outline(section, enrolment, done))),
  };
}

/** @param at the second of a video to begin at, if it is not the one to resume at */
export function lessonAddress(enrolmentId, courseId, lessonId, at) {
  return `#/learn/${courseId}/${enrolmentId}/${lessonId}` + (at === null || at === undefined ? '' : '?at=' + encodeURIComponent(at));
}

function enrolButton(course, first) {
  const trouble = h('p', {class: 'trouble', role: 'alert'});
  const button = h('button', {
    type: 'button', id: 'enrol', onclick: async () => {
      button.disabled = true;
      try {
        const enrolment = await post('/api/v1/enrolments', {courseId: course.courseId});
        location.hash = lessonAddress(enrolment.enrolmentId, course.courseId, first.lessonId, first.at);
      } catch (problem) {
        trouble.textContent = problem.message;
        button.disabled = false;
      }
    },
  }, t('course.enrol'));
  return [button, trouble];
}

function standing(course, enrolment, progress, lessons, done) {
  const next = lessons.find(lesson => !(done.get(lesson.id) || {}).completed) || lessons[0];
  return h('div', {class: 'standing'},
    progressBar(progress.percent, progress.completed),
    h('a', {class: 'button', id: 'continue', href: lessonAddress(enrolment.enrolmentId, course.courseId, next.id)},
      t(progress.percent > 0 ? 'course.continue' : 'course.start')));
}

export function progressBar(percent, completed) {
  const word = completed ? t('progress.completed') : t('progress.percent', Math.floor(percent));
  return h('div', {class: 'progress' + (completed ? ' done' : '')},
    h('progress', {max: 100, value: percent, 'aria-label': word}), h('span', {}, word));
}

function outline(section, enrolment, done) {
  return h('section', {class: 'outline'}, h('h3', {}, section.title),
    h('ol', {}, section.lessons.map(lesson => line(lesson, enrolment, done.get(lesson.id)))));
}

function line(lesson, enrolment, standing) {
  const percent = standing ? Math.floor(standing.percent) : 0;
  return h('li', {class: standing && standing.completed ? 'done' : null},
    h('span', {class: 'kind'}, wordFor('kind', lesson.kind)),
    enrolment
      ? h('a', {href: lessonAddress(enrolment.enrolmentId, enrolment.courseId, lesson.id)}, lesson.title)
      : h('span', {class: 'name'}, lesson.title),
    h('span', {class: 'aside'}, duration(lesson.durationSeconds),
      standing && standing.completed ? ' · ' + t('progress.completed') : percent > 0 ? ` · ${percent}%` : ''));
}
