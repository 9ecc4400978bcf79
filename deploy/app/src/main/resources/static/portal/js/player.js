/** A video on the stage: hls.js where there are media source extensions, else the browser's own HLS (iOS). */

import {h} from './dom.js';
import {Watched} from './watched.js';
import {clock, t} from './words.js';

const LARGEST_STEP_SECONDS = 2;

export function videoStage(opened, reportSoon) {
  const watched = new Watched(opened.durationSeconds);
  const video = h('video', {
    id: 'video', controls: true, playsinline: true, preload: 'auto', 'aria-label': t('lesson.playerLabel', opened.title),
  });
  const trouble = h('p', {class: 'trouble', role: 'alert'});
  const hint = h('p', {class: 'hint'}, opened.resumeAtSeconds > 0 ? t('lesson.resumed', clock(opened.resumeAtSeconds)) + ' · ' : '', t('lesson.hidden'));
  let hls = null;
  let last = null;

  const stage = {
    element: h('div', {class: 'stage'}, h('div', {class: 'screen'}, video), trouble, hint),
    onSeen: () => null,
    take: () => watched.take(),
    position: () => Math.min(opened.durationSeconds, Math.floor(video.currentTime || opened.resumeAtSeconds)),
    rate: () => video.playbackRate,
    isPlaying: () => !video.paused && !video.ended,
    start() {
      hls = attach(video, opened, trouble);
    },
    stop() {
      video.pause();
      if (hls) {
        hls.destroy();
      }
      video.removeAttribute('src');
      video.load();
    },
  };

  /** Only what plays in front of the learner counts; a jump does not. */
  function look() {
    const counts = !video.paused && !video.seeking && document.visibilityState === 'visible';
    const now = video.currentTime;
    if (counts && last !== null && now > last && now - last <= LARGEST_STEP_SECONDS * video.playbackRate) {
      watched.add(last, now);
      stage.onSeen(watched.seen);
    }
    last = counts ? now : null;
  }

  /** The last step before a pause or the end happened while it was still playing. */
  function finish() {
    if (last !== null && !video.seeking && document.visibilityState === 'visible') {
      const now = video.currentTime;
      if (now > last && now - last <= LARGEST_STEP_SECONDS * video.playbackRate) {
        watched.add(last, now);
        stage.onSeen(watched.seen);
      }
    }
    last = null;
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

function attach(video, opened, trouble) {
  const resume = () => {
    if (opened.resumeAtSeconds > 0) {
      video.currentTime = opened.resumeAtSeconds;
    }
  };
  const Hls = window.Hls;
  if (Hls && Hls.isSupported()) {
    return attachHls(Hls, video, opened, trouble);
  }
  if (video.canPlayType('application/vnd.apple.mpegurl')) {
    video.addEventListener('loadedmetadata', resume, {once: true});
    video.src = opened.playlistUrl;
  } else {
    trouble.textContent = t('lesson.noVideo');
  }
  return null;
}

function attachHls(Hls, video, opened, trouble) {
  const hls = new Hls({
    startPosition: opened.resumeAtSeconds, workerPath: '/webjars/hls.js/dist/hls.worker.js', maxBufferLength: 20, capLevelToPlayerSize: true,
  });
  hls.on(Hls.Events.ERROR, (event, data) => {
    if (!data.fatal) {
      return;
    }
    if (data.type === Hls.ErrorTypes.NETWORK_ERROR) {
      trouble.textContent = t('lesson.streamTrouble');
      setTimeout(() => hls.startLoad(), 3000);
    } else if (data.type === Hls.ErrorTypes.MEDIA_ERROR) {
      hls.recoverMediaError();
    } else {
      trouble.textContent = t('lesson.noVideo');
    }
  });
  hls.on(Hls.Events.FRAG_BUFFERED, () => { trouble.textContent = ''; });
  hls.loadSource(opened.playlistUrl);
  hls.attachMedia(video);
  return hls;
}
