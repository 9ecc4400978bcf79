/** Who may find, open and begin a course: everyone, or certain units with all below them. */

import {get, getTagged, putTagged} from './api.js';
import {h} from './dom.js';
import {say} from './making-words.js';
import {UnitPicker} from './unit-picker.js';

export async function sharingView({values: [courseId]}) {
  const path = `/api/v1/courses/${courseId}/sharing`;
  const [course, first] = await Promise.all([get(`/api/v1/courses/${courseId}/draft/attributes`), getTagged(path)]);
  const {mayChange} = first.body;
  const everyone = choice('everyone');
  const some = choice('units');
  const picker = new UnitPicker();
  const now = h('p', {id: 'now'});
  const trouble = h('p', {class: 'trouble', role: 'alert', id: 'trouble'});
  const told = h('p', {class: 'told done', role: 'status', id: 'told'});
  const submit = h('button', {type: 'submit', id: 'save'}, say('sharing.save'));
  let tag = null;

  function choice(value) {
    return h('input', {type: 'radio', name: 'sharing', id: 'sharing-' + value, value, onchange: () => follow()});
  }

  const labelled = (input, word) => h('label', {class: 'tick', for: input.id}, input, h('span', {}, say(word)));

  function follow() {
    picker.element.hidden = everyone.checked;
  }

  /** What somebody is filling in is left alone. */
  function showOnly({body, tag: newest}) {
    tag = newest;
    now.textContent = body.everyone ? say('sharing.now.everyone') : body.units.length === 0 ? say('sharing.now.group')
      : say('sharing.now.units', body.units.map(({name}) => name).join(say('policy.and')));
  }

  function show(looked) {
    showOnly(looked);
    everyone.checked = looked.body.everyone;
    some.checked = !looked.body.everyone;
    picker.fill(looked.body.units);
    follow();
  }

  async function save() {
    trouble.textContent = '';
    told.textContent = '';
    submit.disabled = true;
    try {
      show(await putTagged(path, {everyone: everyone.checked, unitIds: everyone.checked ? [] : picker.ids()}, tag));
      told.textContent = say('sharing.saved');
    } catch (problem) {
      await refused(problem);
    } finally {
      submit.disabled = false;
    }
  }

  /** What was filled in stays, and saving once more takes the place of what somebody else said. */
  async function refused(problem) {
    trouble.textContent = problem.status === 412 ? say('sharing.conflict') : problem.message;
    if (problem.status === 412) {
      showOnly(await getTagged(path));
    }
  }

  const form = h('form', {class: 'policy', novalidate: true, onsubmit: event => { event.preventDefault(); save(); }},
    h('fieldset', {}, h('legend', {}, say('sharing.who')), labelled(everyone, 'sharing.everyone'), labelled(some, 'sharing.units')),
    picker.element, trouble, told, submit);
  show(first);
  return {
    title: `${say('sharing')} · ${course.title}`,
    content: [
      h('p', {class: 'crumb'}, h('a', {href: '#/making'}, say('back'))),
      h('h1', {}, say('sharing'), h('small', {}, course.title)),
      h('p', {class: 'lead'}, say('sharing.lead')),
      now,
      mayChange ? form : h('p', {class: 'hint', id: 'read-only'}, say('policy.readOnly')),
    ],
  };
}
