/** Where the learner goes on, what was learnt on the last days, and the courses that the learner takes. */

import {get} from './api.js';
import {progressBar} from './course.js';
import {h} from './dom.js';
import {goingOn, lastDays} from './learning.js';
import {say} from './learning-words.js';
import {date, t} from './words.js';

export async function mineView() {
  const [mine, places, days] = await Promise.all(
    ['/api/v1/me/enrolments', '/api/v1/me/continue', '/api/v1/me/learning-days'].map(get));
  return {
    title: say('title'),
    content: [
      h('h1', {}, say('title')),
      mine.items.length ? [goingOn(places), lastDays(days)] : null,
      h('h2', {}, t('mine.title')),
      mine.items.length
        ? h('ul', {class: 'cards'}, mine.items.map(card))
        : h('p', {}, t('mine.none'), ' ', h('a', {href: '#/'}, t('mine.find'))),
    ],
  };
}

function card(enrolment) {
  return h('li', {class: 'card'},
    h('h2', {}, h('a', {href: '#/courses/' + enrolment.courseId}, enrolment.title)),
    h('p', {class: 'facts'},
      enrolment.hours > 0 && h('span', {}, t('mine.hours', enrolment.hours)),
      enrolment.dueOn && h('span', {}, t('mine.due', date(enrolment.dueOn)))),
    progressBar(enrolment.percent, enrolment.completed));
}
