/** Claims that the platform does not hold durably yet. They outlive a reload, a crash of the browser and a dead network. */

import {heartbeatsOf, stillOwed, united} from './claims.js';
import {EXPIRED, renewal} from './renewals.js';
import {report} from './reports.js';
import {whoAmI} from './session.js';

const PREFIX = 'lms.kept.';
const KEEP_DAYS = 30;

/** What the learner is in has changed: claims for the old are never taken. */
const LOST = ['enrolment-ended', 'lesson-replaced', 'playback-revoked'];

const keyOf = (enrolmentId, lessonId) => PREFIX + whoAmI().personId + '.' + enrolmentId + '.' + lessonId;

export function keep(record) {
  const key = keyOf(record.enrolmentId, record.lessonId);
  try {
    if (record.claims.length) {
      localStorage.setItem(key, JSON.stringify(Object.assign({keptAt: Date.now()}, record)));
    } else {
      localStorage.removeItem(key);
    }
  } catch (full) {
    console.warn('Progress cannot be kept on this device', full);
  }
}

/** What is still to be claimed for a lesson, as claims of a playback that begins. */
export function keptClaims(enrolmentId, lessonId) {
  const record = read(keyOf(enrolmentId, lessonId));
  return record ? united(record.claims, 0) : [];
}

/** A store that is locked, or a record that is broken, is none. */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) || 'null');
  } catch (unreadable) {
    console.warn('What is kept on this device cannot be read', unreadable);
    return null;
  }
}

function keysOfStore() {
  try {
    return Object.keys(localStorage);
  } catch (locked) {
    return [];
  }
}

/** Sends what is kept once more, each under the playback it belongs to; a newer playback anywhere ends its right. */
export async function sendKept() {
  for (const record of allKept()) {
    try {
      const answer = await sendRenewing(record);
      keep(Object.assign({}, record, {
        sequence: answer.sequence, claims: stillOwed(record.claims, answer, answer.sequence),
      }));
    } catch (problem) {
      if (LOST.includes(problem.type)) {
        keep(Object.assign({}, record, {claims: []}));
      }
      console.info('Kept progress is not taken:', problem.message);
    }
  }
}

async function sendRenewing(record) {
  const {playbackId, positionSeconds, playedSeconds} = record;
  const heartbeats = heartbeatsOf(record.claims, record.sequence, {positionSeconds, rate: 1, playedSeconds});
  try {
    return await report({playbackId, token: record.token}, heartbeats);
  } catch (problem) {
    if (problem.type !== EXPIRED) {
      throw problem;
    }
    return report({playbackId, token: (await renewal(playbackId, record.token)).token}, heartbeats);
  }
}

function allKept() {
  const mine = PREFIX + whoAmI().personId + '.';
  const oldest = Date.now() - KEEP_DAYS * 86400000;
  const records = [];
  for (const key of keysOfStore().filter(name => name.startsWith(mine))) {
    const record = read(key);
    if (!record) {
      continue;
    }
    if (record.keptAt < oldest) {
      localStorage.removeItem(key);
    } else {
      records.push(record);
    }
  }
  return records;
}
