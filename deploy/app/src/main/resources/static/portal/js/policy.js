/** What a course, or a unit, asks of who watches: what holds, and changing it without overwriting anybody. */

import {get, getTagged, putTagged} from './api.js';
import {h, replace} from './dom.js';
import {say} from './making-words.js';
import {PolicyForm} from './policy-form.js';
import {PARTS, tell, valueOf} from './policy-parts.js';
import {PolicyTable} from './policy-table.js';
import {whoAmI} from './session.js';
import {t} from './words.js';

export const unitPolicyAddress = unitId => `#/hr/${unitId}/watch-policy`;

export async function coursePolicyView({values: [courseId]}) {
  const course = await get(`/api/v1/courses/${courseId}/draft/attributes`);
  return policyView({kind: 'COURSE', id: courseId, name: course.title, path: `/api/v1/courses/${courseId}/watch-policy`}, '#/making', 'back');
}

export async function unitPolicyView({values: [unitId]}) {
  const unit = whoAmI().units.find(({id}) => id === unitId);
  return policyView({kind: 'UNIT', id: unitId, name: unit ? unit.name : '', path: `/api/v1/hr/units/${unitId}/watch-policy`}, '#/hr', 'back.hr');
}

async function policyView(owner, back, backWord) {
  const look = () => Promise.all([getTagged(owner.path), get(owner.path + '/in-force')]);
  const table = new PolicyTable(owner);
  const conflict = h('div', {class: 'notice', role: 'alert', id: 'conflict', hidden: true});
  const form = new PolicyForm(owner, rules => save(rules));
  let tag = null;

  /** What somebody is filling in is left alone. */
  function showOnly([declared, standing]) {
    tag = declared.tag;
    table.show(declared.body, standing);
  }

  function show(looked) {
    showOnly(looked);
    form.fill(looked[0].body, looked[1]);
    conflict.hidden = true;
  }

  async function save(rules) {
    form.clear();
    form.submit.disabled = true;
    try {
      const before = tag;
      tag = (await putTagged(owner.path, rules, tag)).tag;
      show(await look());
      form.told.textContent = say(tag === before ? 'policy.unchanged' : 'policy.saved');
    } catch (problem) {
      await refused(problem, rules);
    } finally {
      form.submit.disabled = false;
    }
  }

  async function refused(problem, rules) {
    try {
      if (problem.status !== 412) {
        throw problem;
      }
      const looked = await look();
      showOnly(looked);
      tellConflict(looked, rules);
    } catch (other) {
      form.refuse(other);
    }
  }

  function tellConflict(looked, rules) {
    const now = looked[0].body;
    const differing = PARTS.filter(part => valueOf(now, part) !== valueOf(rules, part));
    const take = h('button', {type: 'button', id: 'take', onclick: () => {
      show(looked);
      form.asks.get(PARTS[0]).input.focus();
    }}, say('policy.take'));
    const keep = h('button', {type: 'button', class: 'quiet', id: 'keep', onclick: () => {
      conflict.hidden = true;
      save(form.rules());
    }}, say('policy.keep'));
    conflict.hidden = false;
    replace(conflict, h('p', {}, say('policy.conflict')),
      differing.length === 0 ? h('p', {}, say('policy.same')) : h('ul', {}, differing.map(part =>
        h('li', {}, say('policy.difference', t('rules.part.' + part), tell(part, valueOf(now, part)), tell(part, valueOf(rules, part)))))),
      h('p', {class: 'choices'}, take, differing.length > 0 && keep));
    take.focus();
  }

  const looked = await look();
  show(looked);
  return {
    title: `${say('policy')} · ${owner.name}`,
    content: [
      h('p', {class: 'crumb'}, h('a', {href: back}, say(backWord))),
      h('h1', {}, say('policy'), owner.name && h('small', {}, owner.name)),
      h('p', {class: 'lead'}, say('policy.lead.' + owner.kind)),
      table.element,
      looked[1].mayChange ? [conflict, form.element] : h('p', {class: 'hint', id: 'read-only'}, say('policy.readOnly')),
    ],
  };
}
