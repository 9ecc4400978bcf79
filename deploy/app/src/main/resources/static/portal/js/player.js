/** A video on the stage: what of it is really seen, and what is shown with it. */

import {h} from './dom.js';
import {Holds} from './holds.js';
import {union} from './intervals.js';
import {placeInOrder} from './order.js';
import {qualityMenu} from './quality.js';
import {screen} from './screen.js';
import {seekBar} from './seek.js';
import {speedMenu} from './speed.js';
import {attach} from './stream.js';
import {Watched} from './watched.js';
import {watermark} from './watermark.js';
import {clock, t} from './words.js';

const LARGEST_STEP_SECONDS = 2;

/** What was told is read by then, if the video plays on. */
const TOLD_LONG_ENOUGH_MS = 8000;

/** Who is set back by less was not skipping. */
const WORTH_TELLING_SECONDS = 2;

const isInSight = () => document.visibilityState === 'visible';

/** What is said of the place where it begins. */
function beginning({resumeAtSeconds, wantedSeconds}) {
  if (wantedSeconds === undefined) {
    return resumeAtSeconds > 0 ? t('lesson.resumed', clock(resumeAtSeconds)) : '';
  }
  return t(resumeAtSeconds < wantedSeconds ? 'lesson.inOrder' : 'lesson.begunAt', clock(resumeAtSeconds));
}

/**
 * @param known the seconds that were seen before, as intervals
 * @param reportSoon is called when the learner pauses
 * @param renew gets a fresh token and playlist
 * @param refused is told why there is none any more
 */
export function videoStage(opened, {known, reportSoon, renew, refused}) {
  const watched = new Watched(opened.durationSeconds);
  const video = h('video', {
    id: 'video', controls: true, playsinline: true, preload: 'auto', 'aria-label': t('lesson.playerLabel', opened.title),
  });
  const trouble = h('p', {class: 'trouble', role: 'alert'});
  const told = h('p', {class: 'told', id: 'told', role: 'status'});
  const owner = watermark(opened.watermark || '');
  const seek = seekBar(video, opened);
  const quality = qualityMenu();
  const speed = speedMenu(video, opened);
  const isPlaying = () => !video.paused && !video.ended;
  const play = () => video.play().catch(() => null);
  const holds = new Holds({isPlaying, pause: () => video.pause(), play});
  let seenBefore = known;
  let detach = () => null;
  let last = null;
  let leftPlaying = false;
  let toldAt = 0;

  const stage = {
    element: h('div', {class: 'stage'}, screen(video, owner.element, speed.element, quality.element), seek.element, trouble, told),
    onSeen: () => null,
    take: () => watched.take(),
    played: () => watched.played,
    position: () => Math.min(opened.durationSeconds, Math.floor(video.currentTime || opened.resumeAtSeconds)),
    rate: () => video.playbackRate,
    isPlaying,
    hold: reason => holds.hold(reason),
    release: reason => holds.release(reason),
    pause: () => video.pause(),
    tell,
    /** What the platform has on record takes the place of what was seen here. */
    know(intervals) {
      watched.forget();
      seenBefore = intervals;
      keepOrder();
    },
    /** Another playback may have other rules. */
    obey() {
      speed.show();
      keepRate();
    },
    start() {
      tell(beginning(opened));
      owner.start();
      seek.start();
      stage.obey();
      document.addEventListener('visibilitychange', turn);
      detach = attach(video, opened, {renew, refused, trouble, quality});
    },
    stop() {
      document.removeEventListener('visibilitychange', turn);
      owner.stop();
      video.pause();
      detach();
      video.removeAttribute('src');
      video.load();
    },
  };
  if (opened.policy.inOrder) {
    opened.resumeAtSeconds = Math.floor(placeInOrder(seenBefore, opened.resumeAtSeconds));
  }

  function tell(text) {
    told.textContent = text;
    toldAt = performance.now();
  }

  /** Only what plays counts, and only in sight where that is asked for; a jump does not. */
  function step(inSight) {
    const counts = !video.seeking && (inSight || !opened.policy.visibleOnly);
    const now = video.currentTime;
    if (counts && last !== null && now > last && now - last <= LARGEST_STEP_SECONDS * video.playbackRate) {
      watched.add(last, now, inSight);
      stage.onSeen(watched.seen);
    }
    last = counts ? now : null;
  }

  /** A browser tells the time once more when it is paused already, and then that it is: the last step is taken there. */
  function look() {
    if (!video.paused) {
      step(isInSight());
      keepOrder();
      if (told.textContent && performance.now() - toldAt > TOLD_LONG_ENOUGH_MS) {
        tell('');
      }
    }
  }

  /** Who left the page a moment ago saw the last step of it. */
  function finish() {
    step(isInSight() || leftPlaying);
    reportSoon();
  }

  function keepOrder() {
    if (!opened.policy.inOrder) {
      return;
    }
    const wanted = video.currentTime;
    const place = placeInOrder(union(seenBefore, watched.seen), wanted);
    if (place < wanted) {
      last = null;
      video.currentTime = place;
      if (wanted - place > WORTH_TELLING_SECONDS) {
        tell(t('lesson.inOrder', clock(place)));
      }
    }
  }

  function keepRate() {
    const {maxRate} = opened.policy;
    if (video.playbackRate > maxRate) {
      video.playbackRate = maxRate;
      tell(t('lesson.rate', maxRate));
    }
  }

  /** The page goes out of sight, or comes back. */
  function turn() {
    if (!opened.policy.visibleOnly) {
      return;
    }
    if (!isInSight() && isPlaying()) {
      step(true);
      leftPlaying = true;
      video.pause();
    } else if (isInSight() && leftPlaying) {
      leftPlaying = false;
      tell(t('lesson.wasHidden'));
    }
  }

  function begin() {
    if (holds.any) {
      holds.playLater();
    } else if (opened.policy.visibleOnly && !isInSight()) {
      video.pause();
    }
  }

  video.addEventListener('timeupdate', look);
  video.addEventListener('play', begin);
  video.addEventListener('playing', look);
  video.addEventListener('seeking', () => { last = null; keepOrder(); });
  video.addEventListener('seeked', look);
  video.addEventListener('pause', finish);
  video.addEventListener('ended', finish);
  video.addEventListener('ratechange', keepRate);
  return stage;
}
