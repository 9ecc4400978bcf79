/** The search box: an ARIA combobox whose list completes what is being typed. */

import {get} from './api.js';
import {h, replace} from './dom.js';
import {t} from './words.js';

const PAUSE_MS = 150;

export function suggestBox(value, search) {
  const list = h('ul', {id: 'suggestions', role: 'listbox', 'aria-label': t('search.suggestions'), hidden: true});
  const input = h('input', {
    type: 'search', id: 'q', name: 'q', value, autocomplete: 'off', role: 'combobox', enterkeyhint: 'search',
    placeholder: t('search.placeholder'), 'aria-label': t('search.label'),
    'aria-autocomplete': 'list', 'aria-controls': 'suggestions', 'aria-expanded': 'false',
    oninput: () => later(), onkeydown: event => key(event), onblur: () => setTimeout(close, 150),
  });
  let timer = null;
  let active = -1;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE_MS);
  }

  async function suggest() {
    const typed = input.value.trim();
    const answer = typed ? await get('/api/v1/search/suggestions?q=' + encodeURIComponent(typed)).catch(() => null) : null;
    if (input.value.trim() === typed && document.activeElement === input) {
      open(answer ? options(answer) : []);
    }
  }

  /** Courses are opened; what many searched for, tags and instructors are searched. */
  function options({items, names, queries}) {
    return [
      ...items.map(course => ({text: course.title, choose: () => { location.hash = '#/courses/' + course.courseId; }})),
      ...queries.map(query => ({text: query, kind: t('search.query'), choose: () => search(query)})),
      ...names.map(({kind, name}) => ({text: name, kind: t('search.name.' + kind), choose: () => search(name)})),
    ];
  }

  function open(chosen) {
    active = -1;
    replace(list, chosen.map(({text, kind, choose}, index) => h('li', {
      id: 'suggestion-' + index, role: 'option', 'aria-selected': 'false',
      onmousedown: event => event.preventDefault(), onclick: choose,
    }, text, kind ? h('span', {class: 'kind'}, kind) : null)));
    list.hidden = chosen.length === 0;
    input.setAttribute('aria-expanded', String(chosen.length > 0));
    input.removeAttribute('aria-activedescendant');
  }

  function close() {
    open([]);
  }

  function submit() {
    clearTimeout(timer);
    close();
    search(input.value.trim());
  }

  function key(event) {
    const options = Array.from(list.children);
    if (event.key === 'Escape') {
      close();
    } else if (options.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      active = (active + (event.key === 'ArrowDown' ? 1 : options.length - (active < 0 ? 0 : 1))) % options.length;
      options.forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
      input.setAttribute('aria-activedescendant', options[active].id);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      options[active].click();
    }
  }

  return h('form', {role: 'search', class: 'search', onsubmit: event => { event.preventDefault(); submit(); }},
    h('div', {class: 'search-box'}, input, list), h('button', {type: 'submit'}, t('search.submit')));
}
