/** Claims that the platform does not hold durably yet. They outlive a reload, a crash of the browser and a dead network. */

import {callWith} from './api.js';
import {EXPIRED, renewal} from './renewals.js';
import {whoAmI} from './session.js';
import {union} from './intervals.js';

const PREFIX = 'lms.kept.';
const KEEP_DAYS = 30;
const MOST_INTERVALS = 400;

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

/** The seconds that are still to be claimed for a lesson. */
export function keptSeconds(enrolmentId, lessonId) {
  const record = JSON.parse(localStorage.getItem(keyOf(enrolmentId, lessonId)) || 'null');
  return record ? secondsOf(record.claims) : [];
}

/** All claims as one list; what does not fit into one heartbeat goes with a later one. */
export function secondsOf(claims) {
  return union(...claims.map(claim => claim.intervals)).slice(0, MOST_INTERVALS);
}

/** Sends what is kept once more, each under the playback it belongs to; a newer playback anywhere ends its right. */
export async function sendKept() {
  for (const record of allKept()) {
    const sequence = record.sequence + 1;
    try {
      const answer = await sendRenewing(record, sequence);
      keep(Object.assign({}, record, {sequence, claims: stillOwed(record.claims, answer, sequence)}));
    } catch (problem) {
      if (LOST.includes(problem.type)) {
        keep(Object.assign({}, record, {claims: []}));
      }
      console.info('Kept progress is not taken:', problem.message);
    }
  }
}

async function sendRenewing(record, sequence) {
  const beat = token => callWith(token, `/api/v1/playbacks/${record.playbackId}/heartbeats`, {
    sequence, positionSeconds: record.positionSeconds, rate: 1, intervals: secondsOf(record.claims),
  });
  try {
    return await beat(record.token);
  } catch (problem) {
    if (problem.type !== EXPIRED) {
      throw problem;
    }
    return beat((await renewal(record.playbackId, record.token)).token);
  }
}

/**
 * What must be claimed again after an answer: everything that is not durable. Seconds that were refused because time
 * had not passed yet are worth another try, and as the answer does not say which they are, all go again.
 */
export function stillOwed(claims, answer, sequence) {
  if (answer.refusedSeconds > 0) {
    return [{sequence: sequence + 1, intervals: secondsOf(claims)}];
  }
  return claims.filter(claim => claim.sequence > answer.durableSequence);
}

function allKept() {
  const mine = PREFIX + whoAmI().personId + '.';
  const oldest = Date.now() - KEEP_DAYS * 86400000;
  const records = [];
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(mine))) {
    const record = JSON.parse(localStorage.getItem(key));
    if (record.keptAt < oldest) {
      localStorage.removeItem(key);
    } else {
      records.push(record);
    }
  }
  return records;
}
