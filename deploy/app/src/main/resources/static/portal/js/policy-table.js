/** What is declared, what holds after all, and who asks for it: a line for each part. */

import {h, replace} from './dom.js';
import {say} from './making-words.js';
import {askedBy, PARTS, tell, valueOf} from './policy-parts.js';
import {t, time} from './words.js';

export class PolicyTable {
  constructor(owner) {
    this.owner = owner;
    this.rows = h('tbody');
    this.changed = h('p', {class: 'hint', id: 'changed'});
    const head = ['part', 'own.' + owner.kind, 'held', 'by'].map(name => h('th', {scope: 'col'}, say('policy.' + name)));
    this.element = h('section', {'aria-labelledby': 'in-force'},
      h('h2', {id: 'in-force'}, say('policy.inForce')),
      h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'in-force'},
        h('table', {id: 'policy-table'}, h('thead', {}, h('tr', {}, head)), this.rows)),
      this.changed);
  }

  show(declared, {inForce}) {
    replace(this.rows, PARTS.map(part => this.row(part, valueOf(declared, part), inForce)));
    this.changed.textContent = declared.changedAt ? say('policy.changed', time(declared.changedAt)) : say('policy.never');
  }

  row(part, declared, inForce) {
    const held = valueOf(inForce, part);
    const cell = (label, text, none) => h('td', {'data-label': say('policy.' + label), class: none ? 'none' : null}, text);
    return h('tr', {'data-part': part, class: declared === null && held === null ? 'unsaid' : null},
      h('th', {scope: 'row'}, t('rules.part.' + part)),
      cell('own.' + this.owner.kind, tell(part, declared), declared === null),
      cell('held', held === null ? say('policy.none') : tell(part, held), held === null),
      cell('by', askedBy(inForce, part, this.owner) || say('policy.nobody'), held === null));
  }
}
