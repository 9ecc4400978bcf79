/** Seconds that were watched, on their way to the platform: [{sequence, visible, intervals}, …] */

import {union} from './intervals.js';

/** As many intervals as one heartbeat takes, and some to spare. */
const MOST_INTERVALS = 400;

/** Trying again changes nothing: these seconds would have to be watched again. */
const FINAL = ['skipped', 'page-hidden', 'daily-cap'];

/** Claims that were kept before there was a difference were all in sight. */
const isVisible = claim => claim.visible !== false;

/** All claims as one list of seconds. */
export function secondsOf(claims) {
  return union(...claims.map(claim => claim.intervals));
}

/** The same claims as at most two, those in sight first, under the numbers of the heartbeats that will carry them. */
export function united(claims, sequence) {
  return [true, false]
    .map(visible => ({visible, intervals: secondsOf(claims.filter(claim => isVisible(claim) === visible))}))
    .filter(({intervals}) => intervals.length)
    .map((claim, index) => Object.assign({sequence: sequence + 1 + index}, claim));
}

/**
 * The heartbeats that carry all claims; one, if there are none.
 *
 * @param sequence the number of the last heartbeat before
 * @param state {positionSeconds, rate, playedSeconds}
 */
export function heartbeatsOf(claims, sequence, state) {
  const parts = united(claims, sequence).flatMap(({visible, intervals}) => chunks(intervals)
    .map(chunk => ({visible, intervals: chunk})));
  return (parts.length ? parts : [{visible: document.visibilityState === 'visible', intervals: []}])
    .map((part, index) => Object.assign({sequence: sequence + 1 + index}, part, state));
}

function chunks(intervals) {
  const all = [];
  for (let i = 0; i < intervals.length; i += MOST_INTERVALS) {
    all.push(intervals.slice(i, i + MOST_INTERVALS));
  }
  return all;
}

/**
 * What must be claimed again after an answer: everything that is not durable. Seconds that were refused because time
 * had not passed yet are worth another try, and as the answer does not say which they are, all go again.
 */
export function stillOwed(claims, answer, sequence) {
  if (answer.refusedSeconds > 0 && answer.reasons.some(({reason}) => !FINAL.includes(reason))) {
    return united(claims, sequence);
  }
  return claims.filter(claim => claim.sequence > answer.durableSequence);
}
