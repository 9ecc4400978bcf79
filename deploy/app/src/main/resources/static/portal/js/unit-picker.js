/** Picking units: those that are picked, each with a way out, and a search for more. */

import {get} from './api.js';
import {h, replace} from './dom.js';
import {say} from './making-words.js';

const PAUSE_MS = 200;
const MOST_FOUND = 10;

export class UnitPicker {
  constructor() {
    this.picked = new Map();
    this.chosen = h('ul', {class: 'picked', id: 'picked', 'aria-label': say('sharing.picked')});
    this.input = h('input', {
      id: 'unit', type: 'search', maxlength: 200, autocomplete: 'off', 'aria-controls': 'found-units', oninput: () => this.later(),
    });
    this.found = h('ul', {class: 'picked', id: 'found-units', 'aria-live': 'polite'});
    this.trouble = h('p', {class: 'trouble', role: 'alert'});
    this.element = h('div', {class: 'ask'}, this.chosen,
      h('label', {class: 'field-name', for: 'unit'}, say('sharing.search')), this.input, this.trouble, this.found);
    this.timer = null;
  }

  ids() {
    return Array.from(this.picked.keys());
  }

  fill(units) {
    this.picked = new Map(units.map(({id, name}) => [id, name]));
    this.show();
  }

  show() {
    replace(this.chosen, Array.from(this.picked, ([id, name]) => h('li', {},
      h('button', {type: 'button', class: 'quiet', 'data-unit': id, 'aria-label': say('sharing.remove', name), onclick: () => this.remove(id)}, name, ' ×'))));
  }

  remove(id) {
    this.picked.delete(id);
    this.show();
    this.input.focus();
  }

  add(id, name) {
    this.picked.set(id, name);
    this.input.value = '';
    replace(this.found);
    this.show();
    this.input.focus();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE_MS);
  }

  /** What was typed meanwhile asks again. */
  async look() {
    const typed = this.input.value.trim();
    this.trouble.textContent = '';
    try {
      const units = typed ? (await get(`/api/v1/units?limit=${MOST_FOUND}&q=` + encodeURIComponent(typed))).items : [];
      if (this.input.value.trim() === typed) {
        this.offer(typed, units);
      }
    } catch (problem) {
      this.trouble.textContent = problem.message;
    }
  }

  offer(typed, units) {
    const others = units.filter(({id}) => !this.picked.has(id));
    replace(this.found, others.map(({id, name, above}) => h('li', {},
      h('button', {type: 'button', class: 'quiet', 'data-unit': id, onclick: () => this.add(id, name)}, above.concat(name).join(' / ')))),
    typed && others.length === 0 ? h('li', {}, say('sharing.none')) : null);
  }
}
