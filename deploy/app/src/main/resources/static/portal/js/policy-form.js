/** What somebody asks of who watches, to be filled in: a field for each part, empty for what is left to others. */

import {h} from './dom.js';
import {knows, say} from './making-words.js';
import {askedBy, PARTS, tell, valueOf} from './policy-parts.js';

/** How many of what the platform counts make one of what people fill in. */
const UNITS = {'maxRate': 1, 'presence.everySeconds': 60, 'presence.answerWithinSeconds': 1, 'dailyCapSeconds': 60};

export class PolicyForm {
  /** @param save is given the filled-in rules */
  constructor(owner, save) {
    this.owner = owner;
    this.asks = new Map(PARTS.map(part => [part, UNITS[part] ? number(part) : tick(part)]));
    this.submit = h('button', {type: 'submit', id: 'save'}, say('policy.save'));
    this.trouble = h('p', {class: 'trouble', role: 'alert', id: 'trouble'});
    this.told = h('p', {class: 'told done', role: 'status', id: 'told'});
    const element = part => this.asks.get(part).element;
    this.element = h('form', {
      class: 'policy', novalidate: true, 'aria-labelledby': 'change',
      onsubmit: event => {
        event.preventDefault();
        save(this.rules());
      },
    }, h('h2', {id: 'change'}, say('policy.change')),
    element('maxRate'), element('inOrder'), element('visibleOnly'),
    h('fieldset', {}, h('legend', {}, say('policy.presence')), element('presence.everySeconds'), element('presence.answerWithinSeconds')),
    element('dailyCapSeconds'), this.trouble, this.told, this.submit);
  }

  fill(declared, {otherwise}) {
    this.asks.forEach((ask, part) => {
      ask.write(valueOf(declared, part));
      ask.hint.textContent = say('policy.limits.' + part) + say('gap') + this.without(part, otherwise);
    });
    this.clear();
  }

  without(part, otherwise) {
    const value = valueOf(otherwise, part);
    const by = askedBy(otherwise, part, this.owner);
    if (value === true) {
      return say('policy.already', by);
    }
    return !UNITS[part] ? '' : value === null ? say('policy.otherwise.nothing') : say('policy.otherwise', tell(part, value), by);
  }

  rules() {
    const said = part => this.asks.get(part).read();
    const everySeconds = said('presence.everySeconds');
    const answerWithinSeconds = said('presence.answerWithinSeconds');
    return {
      maxRate: said('maxRate'),
      inOrder: said('inOrder'),
      visibleOnly: said('visibleOnly'),
      presence: everySeconds === null && answerWithinSeconds === null ? null : {everySeconds, answerWithinSeconds},
      dailyCapSeconds: said('dailyCapSeconds'),
    };
  }

  clear() {
    this.asks.forEach(ask => ask.blame(''));
    this.trouble.textContent = '';
    this.told.textContent = '';
  }

  /** Marks the fields that a problem names, and goes to the first of them. */
  refuse(problem) {
    const blamed = problem.errors.filter(({field}) => this.asks.has(field));
    blamed.forEach(({field, rule, message}) => this.asks.get(field).blame(knows('policy.rule.' + rule) ? say('policy.rule.' + rule) : message));
    this.trouble.textContent = blamed.length > 0 ? say('policy.notSaved') : problem.message;
    const first = PARTS.find(part => blamed.some(({field}) => field === part));
    if (first) {
      this.asks.get(first).input.focus();
    }
  }
}

function number(part) {
  const input = h('input', {id: idOf(part), inputmode: 'decimal', autocomplete: 'off'});
  return ask(part, input, [h('label', {class: 'field-name', for: input.id}, say('policy.name.' + part)), input], {
    write: value => { input.value = value === null ? '' : Number((value / UNITS[part]).toFixed(4)); },
    read: () => amount(input.value.normalize('NFKC').trim(), UNITS[part]),
  });
}

function tick(part) {
  const input = h('input', {id: idOf(part), type: 'checkbox'});
  return ask(part, input, [h('label', {class: 'tick', for: input.id}, input, h('span', {}, say('policy.name.' + part)))], {
    write: value => { input.checked = value === true; },
    read: () => input.checked || null,
  });
}

function ask(part, input, parts, access) {
  const hint = h('span', {class: 'hint', id: input.id + '-hint'});
  const trouble = h('span', {class: 'trouble', id: input.id + '-trouble'});
  input.setAttribute('aria-describedby', `${trouble.id} ${hint.id}`);
  return {
    ...access, input, hint,
    element: h('div', {class: 'ask'}, parts, trouble, hint),
    blame(text) {
      trouble.textContent = text;
      input.setAttribute('aria-invalid', text !== '');
    },
  };
}

const idOf = part => 'policy-' + part.replace('.', '-');

/** What is no number goes as it is, so that the platform says so. */
function amount(text, unit) {
  const value = Number(text);
  return text === '' ? null : !Number.isFinite(value) ? text : unit === 1 ? value : Math.round(value * unit);
}
