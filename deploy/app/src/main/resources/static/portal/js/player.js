/** A video on the stage: what of it is really seen, and what is shown with it. */

import {h} from './dom.js';
import {qualityMenu} from './quality.js';
import {screen} from './screen.js';
import {seekBar} from './seek.js';
import {attach} from './stream.js';
import {Watched} from './watched.js';
import {watermark} from './watermark.js';
import {clock, t} from './words.js';

const LARGEST_STEP_SECONDS = 2;

/**
 * @param reportSoon is called when the learner pauses
 * @param renew gets a fresh token and playlist
 * @param refused is told why there is none any more
 */
export function videoStage(opened, {reportSoon, renew, refused}) {
  const watched = new Watched(opened.durationSeconds);
  const video = h('video', {
    id: 'video', controls: true, playsinline: true, preload: 'auto', 'aria-label': t('lesson.playerLabel', opened.title),
  });
  const trouble = h('p', {class: 'trouble', role: 'alert'});
  const hint = h('p', {class: 'hint'}, opened.resumeAtSeconds > 0 ? t('lesson.resumed', clock(opened.resumeAtSeconds)) + ' · ' : '', t('lesson.hidden'));
  const owner = watermark(opened.watermark || '');
  const seek = seekBar(video, opened);
  const quality = qualityMenu();
  let detach = () => null;
  let last = null;

  const stage = {
    element: h('div', {class: 'stage'}, screen(video, owner.element, quality.element), seek.element, trouble, hint),
    onSeen: () => null,
    take: () => watched.take(),
    position: () => Math.min(opened.durationSeconds, Math.floor(video.currentTime || opened.resumeAtSeconds)),
    rate: () => video.playbackRate,
    isPlaying: () => !video.paused && !video.ended,
    start() {
      owner.start();
      seek.start();
      detach = attach(video, opened, {renew, refused, trouble, quality});
    },
    stop() {
      owner.stop();
      video.pause();
      detach();
      video.removeAttribute('src');
      video.load();
    },
  };

  /** Only what plays in front of the learner counts; a jump does not. */
  function step() {
    const counts = !video.seeking && document.visibilityState === 'visible';
    const now = video.currentTime;
    if (counts && last !== null && now > last && now - last <= LARGEST_STEP_SECONDS * video.playbackRate) {
      watched.add(last, now);
      stage.onSeen(watched.seen);
    }
    last = counts ? now : null;
  }

  /** A browser tells the time once more when it is paused already, and then that it is: the last step is taken there. */
  function look() {
    if (!video.paused) {
      step();
    }
  }

  function finish() {
    step();
    reportSoon();
  }

  video.addEventListener('timeupdate', look);
  video.addEventListener('playing', look);
  video.addEventListener('seeking', () => { last = null; });
  video.addEventListener('seeked', look);
  video.addEventListener('pause', finish);
  video.addEventListener('ended', finish);
  video.addEventListener('ratechange', () => {
    if (video.playbackRate > opened.maxRate) {
      video.playbackRate = opened.maxRate;
      hint.textContent = t('lesson.rate', opened.maxRate);
    }
  });
  return stage;
}
