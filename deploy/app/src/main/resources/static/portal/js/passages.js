/** What was found in what is said in videos and written in articles; a hit leads to that second. */

import {get} from './api.js';
import {h, marked, replace} from './dom.js';
import {clock, t, wordFor} from './words.js';

const COURSES = 5;

/** Nothing where nothing was found; the page does without where it cannot be asked. */
export async function passagesFound(text) {
  const first = await page(text).catch(() => ({items: []}));
  if (first.items.length === 0) {
    return null;
  }
  const list = h('ol', {class: 'cards'});
  const more = h('p', {class: 'more'});
  append(first);

  function append(found) {
    list.append(...found.items.map(course));
    replace(more, found.next && h('button', {
      type: 'button', class: 'quiet', onclick: async () => append(await page(text, found.next)),
    }, t('passages.more')));
  }

  return h('section', {class: 'passages', 'aria-labelledby': 'passages'},
    h('h2', {id: 'passages'}, t('passages.title')), list, more);
}

function page(text, after) {
  const asked = new URLSearchParams({q: text, limit: COURSES});
  if (after) {
    asked.set('after', after);
  }
  return get('/api/v1/search/passages?' + asked);
}

function course({courseId, title, found, passages}) {
  return h('li', {class: 'card'},
    h('h3', {}, h('a', {href: '#/courses/' + courseId}, title)),
    found > passages.length && h('p', {class: 'facts'}, t('passages.found', found)),
    h('ul', {class: 'passage-list'}, passages.map(passage => hit(courseId, passage))));
}

function hit(courseId, {lessonId, lessonTitle, kind, language, atSeconds, highlight}) {
  const wanted = new URLSearchParams({lesson: lessonId});
  if (atSeconds !== null) {
    wanted.set('at', atSeconds);
  }
  return h('li', {},
    h('span', {class: 'kind'}, wordFor('kind', kind)),
    h('a', {href: `#/courses/${courseId}?${wanted}`}, lessonTitle, atSeconds !== null && h('span', {class: 'at'}, clock(atSeconds))),
    h('p', {lang: language}, marked(highlight)));
}
