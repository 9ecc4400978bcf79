/** The courses that the learner takes, and how far each is. */

import {get} from './api.js';
import {progressBar} from './course.js';
import {h} from './dom.js';
import {date, t} from './words.js';

export async function mineView() {
  const mine = await get('/api/v1/me/enrolments');
  return {
    title: t('mine.title'),
    content: [
      h('h1', {}, t('mine.title')),
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
