/** The courses of a teaching group, for its members, with the doors to what belongs to each. */

import {get} from './api.js';
import {h, replace} from './dom.js';
import {say} from './making-words.js';
import {whoAmI} from './session.js';
import {t, time, wordFor} from './words.js';

const isAdmin = me => me.roles.includes('ADMIN');

export const makesCourses = me => me.groups.length > 0 || isAdmin(me);

export const isOfGroup = groupId => isAdmin(whoAmI()) || whoAmI().groups.some(({id}) => id === groupId);

/** Where is said who may open a course and what it asks for, and what is watched of it; the latter not before it is published. */
export function doors({courseId, title, publishedVersion}) {
  const door = (place, word) => h('a', {href: `#/making/${courseId}/${place}`, 'aria-label': say('door', say(word), title)}, say(word));
  return h('p', {class: 'doors'}, door('sharing', 'sharing'), door('watch-policy', 'policy'), publishedVersion !== null && door('heat', 'heat'));
}

export async function makingView({query}) {
  const groups = isAdmin(whoAmI()) ? (await get('/api/v1/groups')).items : whoAmI().groups;
  if (groups.length === 0) {
    return {title: say('title'), content: [h('h1', {}, say('title')), h('p', {class: 'found'}, say('no-group'))]};
  }
  const group = h('select', {id: 'group', onchange: () => load()}, groups.map(({id, name}) => h('option', {value: id}, name)));
  const search = h('input', {id: 'title', type: 'search', maxlength: 200, onchange: () => load()});
  const list = h('ul', {class: 'cards'});
  const none = h('p', {class: 'found', role: 'status'});
  const more = h('p', {class: 'more'});
  const trouble = h('p', {class: 'trouble', role: 'alert'});
  group.value = groups.some(({id}) => id === query.get('group')) ? query.get('group') : groups[0].id;

  async function load(after) {
    trouble.textContent = '';
    const asked = new URLSearchParams({limit: 20, ...(search.value.trim() && {q: search.value.trim()}), ...(after && {after})});
    try {
      const page = await get(`/api/v1/groups/${group.value}/courses?${asked}`);
      if (!after) {
        replace(list);
        remember(group.value);
      }
      list.append(...page.items.map(card));
      none.textContent = list.children.length ? '' : say('none');
      replace(more, page.next && h('button', {type: 'button', class: 'quiet', onclick: () => load(page.next)}, t('more')));
    } catch (problem) {
      trouble.textContent = problem.message;
    }
  }

  await load();
  return {
    title: say('title'),
    content: [
      h('h1', {}, say('title')),
      h('div', {class: 'filters'}, [['group', group], ['search', search]].map(([label, input]) =>
        h('label', {}, h('span', {}, say(label)), input))),
      trouble, none, list, more,
    ],
  };
}

/** So that who comes back from a course finds the same group. */
function remember(groupId) {
  if (/^#\/making(\?|$)/.test(location.hash)) {
    history.replaceState(null, '', '#/making?group=' + groupId);
  }
}

function card(line) {
  return h('li', {class: 'card'},
    h('h2', {}, line.title),
    h('p', {class: 'facts'}, [
      say('state.' + line.state), wordFor('level', line.level), line.publishedVersion && say('version', line.publishedVersion),
      say('saved', line.savedByName, time(line.savedAt)),
    ].filter(Boolean).map(fact => h('span', {}, fact))),
    doors(line));
}
