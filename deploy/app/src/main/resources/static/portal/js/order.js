/** At first viewing a video is seen in order, where that is asked for: nobody goes on beyond what was seen. */

/** A browser tells the time in steps; less than this is no skipping. */
const TOLERANCE_SECONDS = 0.5;

/** Where a viewer who wants to be at `second` may go on: there, or at the end of what was seen before it. */
export function placeInOrder(seen, second) {
  const before = seen.filter(([from]) => from <= second + TOLERANCE_SECONDS);
  const end = before.length ? before[before.length - 1][1] : 0;
  return second <= end + TOLERANCE_SECONDS ? second : end;
}
