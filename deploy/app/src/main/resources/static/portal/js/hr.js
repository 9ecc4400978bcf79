/** HR: who of a unit completed what. */

import {call, get} from './api.js';
import {h, replace} from './dom.js';
import {say} from './making-words.js';
import {unitPolicyAddress} from './policy.js';
import {whoAmI} from './session.js';
import {t, time, wordFor} from './words.js';

const STATES = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'OVERDUE'];
const COLUMNS = ['name', 'staffNumber', 'course', 'state', 'percent', 'hours', 'completedAt'];

export async function hrView() {
  const courses = await get('/api/v1/search/courses?limit=50');
  const select = (id, options) => h('select', {id, onchange: () => load()}, options.map(([value, text]) => h('option', {value}, text)));
  const unit = select('unit', whoAmI().units.map(({id, name}) => [id, name]));
  const course = select('course', [['', t('search.all')], ...courses.items.map(({courseId, title}) => [courseId, title])]);
  const state = select('state', [['', t('search.all')], ...STATES.map(value => [value, wordFor('state', value)])]);
  const rows = h('tbody');
  const count = h('p', {class: 'found', role: 'status'});
  const more = h('p', {class: 'more'});
  const trouble = h('p', {class: 'trouble', role: 'alert'});
  const policy = h('a', {id: 'watch-policy'}, say('policy'));
  const head = h('tr', {}, COLUMNS.map(name => h('th', {scope: 'col'}, t('hr.' + name))));

  function address(after) {
    const query = new URLSearchParams();
    for (const [name, value] of [['courseId', course.value], ['state', state.value], ['after', after]]) {
      if (value) {
        query.set(name, value);
      }
    }
    return `/api/v1/hr/units/${unit.value}/completions?${query}`;
  }

  async function load(after) {
    trouble.textContent = '';
    policy.href = unitPolicyAddress(unit.value);
    try {
      const page = await get(address(after));
      if (!after) {
        replace(rows);
      }
      rows.append(...page.items.map(row));
      count.textContent = rows.children.length ? t('hr.rows', rows.children.length) : t('hr.none');
      replace(more, page.next && h('button', {type: 'button', class: 'quiet', onclick: () => load(page.next)}, t('more')));
    } catch (problem) {
      trouble.textContent = problem.message;
    }
  }

  const download = h('button', {type: 'button', class: 'quiet', id: 'csv', onclick: () => save(address()).catch(problem => { trouble.textContent = problem.message; })}, t('hr.csv'));
  await load();
  return {
    title: t('hr.title'),
    content: [
      h('h1', {}, t('hr.title')),
      h('div', {class: 'filters'}, [['hr.unit', unit], ['hr.course', course], ['hr.state', state]].map(([label, input]) =>
        h('label', {}, h('span', {}, t(label)), input)), download),
      h('p', {class: 'doors'}, policy),
      trouble, count,
      h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('hr.title')}, h('table', {}, h('thead', {}, head), rows)),
      more,
    ],
  };
}

function row(item) {
  const cells = [
    ['name', item.name], ['staffNumber', item.staffNumber], ['course', item.courseTitle], ['state', wordFor('state', item.state)],
    ['percent', Math.floor(item.percent) + '%'], ['hours', item.hours], ['completedAt', time(item.completedAt)],
  ];
  return h('tr', {}, cells.map(([name, text]) => h('td', {class: 'of-' + name, 'data-label': t('hr.' + name)},
    name === 'state' ? h('span', {class: 'state ' + item.state}, text) : String(text === null || text === undefined ? '' : text))));
}

async function save(path) {
  const address = URL.createObjectURL(await call('GET', path, undefined, 'text/csv'));
  const link = h('a', {href: address, download: 'completions.csv'});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
