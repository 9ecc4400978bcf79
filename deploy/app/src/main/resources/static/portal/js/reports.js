/** How heartbeats travel: one by one, many at once, or from a page that is gone in a moment. */

import {callWith} from './api.js';

const pathOf = playbackId => `/api/v1/playbacks/${playbackId}/heartbeats`;

/** @return the answer, with the number of the last of them */
export async function report({playbackId, token}, heartbeats) {
  const answer = heartbeats.length === 1
    ? await callWith(token, pathOf(playbackId), heartbeats[0])
    : await callWith(token, pathOf(playbackId) + '/batch', {heartbeats});
  return Object.assign({sequence: heartbeats[heartbeats.length - 1].sequence}, answer);
}

/** Nobody waits for an answer: what it would have said, a later heartbeat asks again. */
export function reportAtLast({playbackId, token}, heartbeats) {
  const isOnItsWay = navigator.sendBeacon
    && navigator.sendBeacon(pathOf(playbackId) + '/beacon', JSON.stringify({token, heartbeats}));
  if (!isOnItsWay) {
    callWith(token, pathOf(playbackId) + '/batch', {heartbeats}, {keepalive: true}).catch(() => null);
  }
}
