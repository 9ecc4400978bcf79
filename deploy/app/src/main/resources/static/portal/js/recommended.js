/** What to take next, and why, as the platform sees it. */

import {get} from './api.js';
import {h} from './dom.js';
import {date, language} from './words.js';

const MOST = 3;

const WORDS = {
  'zh-CN': {
    'title': '推荐',
    'REQUIRED_BY_EMPLOYER': because => `${because.unitName || '单位'}要求，${date(because.dueOn)} 前完成`,
    'NEXT_IN_FIELD': because => `学过《${because.courseTitle}》，可以学下一级`,
    'COLLEAGUES_TOOK': because => `${because.unitName}近半年有 ${because.people} 人在学`,
  },
  'en': {
    'title': 'Recommended',
    'REQUIRED_BY_EMPLOYER': because => `Required by ${because.unitName || 'your employer'} until ${date(because.dueOn)}`,
    'NEXT_IN_FIELD': because => `The next level after ${because.courseTitle}`,
    'COLLEAGUES_TOOK': because => `${because.people} people of ${because.unitName} began it in the last half year`,
  },
};

/** Nothing where there is nothing to recommend; the page does without where it cannot be asked. */
export async function recommended() {
  const {groups} = await get('/api/v1/me/recommendations?limit=' + MOST).catch(() => ({groups: []}));
  const lines = groups.map(({reason, items}) => items.map(item => line(item, WORDS[language][reason])));
  return lines.length === 0 ? null : h('section', {class: 'recommended', 'aria-labelledby': 'recommended'},
    h('h2', {id: 'recommended'}, WORDS[language].title),
    h('ul', {class: 'places'}, lines));
}

function line({courseId, title, because}, why) {
  return h('li', {class: 'place'}, h('div', {class: 'where'},
    h('h3', {}, h('a', {href: '#/courses/' + courseId}, title)),
    h('p', {class: 'facts'}, h('span', {}, why(because)))));
}
