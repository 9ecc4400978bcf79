/** Search: a box with suggestions, filters with counts, results with what was found marked. */

import {get, post} from './api.js';
import {announce, h, marked, replace} from './dom.js';
import {passagesFound} from './passages.js';
import {recommended} from './recommended.js';
import {suggestBox} from './suggest.js';
import {duration, t, wordFor} from './words.js';

const FILTERS = [['field', 'search.field'], ['level', 'search.level'], ['group', 'search.group'], ['unit', 'search.unit']];
const ORDERS = ['RELEVANCE', 'NEWEST', 'POPULAR', 'SHORTEST', 'LONGEST'];

export async function searchView({query}) {
  const results = h('ol', {class: 'cards'});
  const more = h('p', {class: 'more'});
  const head = h('p', {class: 'found', id: 'found'});
  const filters = h('div', {class: 'filters', role: 'group', 'aria-label': t('search.filters')});
  const isStart = Array.from(query.keys()).length === 0;
  const text = (query.get('q') || '').trim();
  const [first, advice, passages] = await Promise.all([page(query), isStart ? recommended() : null, text ? passagesFound(text) : null]);
  let shown = 0;
  replace(head, said(first, passages), first.didYouMean ? meant(first.didYouMean, query) : null);
  replace(filters, FILTERS.map(([name, label]) => filter(name, t(label), first.facets, query)), order(query));
  append(first);

  async function append(found) {
    const before = shown;
    shown += found.items.length;
    results.append(...found.items.map((course, index) => card(course, () => tell(first.searchId, course, before + index + 1))));
    replace(more, found.next && h('button', {
      type: 'button', class: 'quiet', onclick: async () => append(await page(query, found.next)),
    }, t('search.more')));
  }

  return {
    title: t('search.title'),
    content: [h('h1', {class: 'unseen'}, t('search.title')), suggestBox(query.get('q') || '', q => go(query, {q})), advice, filters, head, results, more, passages],
    shown: () => announce(head.textContent),
  };
}

function said(found, passages) {
  const none = found.nearest ? 'search.nearest' : passages ? 'search.passagesOnly' : 'search.none';
  const count = found.total > 0 ? t('search.found', found.total) : t(none);
  return found.reduced ? count + ' ' + t('search.reduced') : count;
}

function meant(text, query) {
  return [' · ', t('search.meant'), h('a', {href: address(query, {q: text})}, text)];
}

function page(query, after) {
  const asked = new URLSearchParams(query);
  if (after) {
    asked.set('after', after);
  }
  return get('/api/v1/search/courses?' + asked);
}

function address(query, change) {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return '#/?' + next;
}

function go(query, change) {
  location.hash = address(query, change);
}

function order(query) {
  const chosen = query.get('sort') || ORDERS[0];
  const select = h('select', {onchange: () => go(query, {sort: select.value})},
    ORDERS.map(value => h('option', {value, selected: value === chosen}, t('search.order.' + value))));
  return h('label', {}, h('span', {}, t('search.order')), select);
}

function filter(name, label, facets, query) {
  const chosen = query.get(name);
  const values = facets[name].slice();
  if (name === 'unit' && !chosen && values.length === 0) {
    return null;
  }
  if (chosen && !values.some(value => value.value === chosen)) {
    values.push({value: chosen, count: 0});
  }
  const select = h('select', {onchange: () => go(query, {[name]: select.value})},
    h('option', {value: ''}, t('search.all')),
    values.map(({value, name: shown, count}) => h('option', {value, selected: value === chosen}, `${shown || (name === 'unit' ? label : wordFor(name, value))} (${count})`)));
  return h('label', {}, h('span', {}, label), select);
}

/** Which result was opened makes the search better; nobody waits for it. */
function tell(searchId, course, position) {
  if (searchId) {
    post(`/api/v1/search/${searchId}/clicks`, {courseId: course.courseId, position}).catch(() => null);
  }
}

function card(course, opened) {
  const pieces = name => (course.highlights[name] || []).join(' … ');
  const facts = [course.field, wordFor('level', course.level), t('course.lessons', course.lessons), duration(course.durationSeconds)];
  return h('li', {class: 'card'},
    h('h2', {}, h('a', {href: '#/courses/' + course.courseId, onclick: opened}, pieces('title') ? marked(pieces('title')) : course.title)),
    h('p', {class: 'facts'}, facts.map(fact => h('span', {}, fact))),
    h('p', {}, pieces('summary') ? marked(pieces('summary')) : course.summary));
}
