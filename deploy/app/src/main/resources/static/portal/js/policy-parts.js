/** The parts of a policy of watching: what each says, and who asks for it. */

import {say} from './making-words.js';
import {duration, t} from './words.js';

export const PARTS = [
  'maxRate', 'inOrder', 'visibleOnly', 'presence.everySeconds', 'presence.answerWithinSeconds', 'dailyCapSeconds',
];

/** Null where nothing is said; nobody takes back what another asks for, so that false says nothing either. */
export function valueOf(policy, part) {
  const value = part.split('.').reduce((within, name) => within && within[name], policy);
  return value === undefined || value === false ? null : value;
}

export function tell(part, value) {
  if (value === null) {
    return say('policy.nothing');
  }
  if (value === true) {
    return say('policy.asked');
  }
  return typeof value !== 'number' ? String(value) : part === 'maxRate' ? say('policy.rate', value) : duration(value);
}

/** @param owner {kind, id} of whose policy the page is */
export function askedBy(policy, part, owner) {
  return policy.origins.filter(origin => origin.part === part).map(({from, unitId, name}) => {
    if (from === 'PLATFORM') {
      return t('rules.platform');
    }
    return from === 'COURSE' || unitId === owner.id ? say('policy.own.' + owner.kind).toLowerCase() : say('policy.unit', name);
  }).join(say('policy.and'));
}
