/** Brings a stream to a video element: hls.js where there are media source extensions, else the browser's own HLS (iOS). */

import {rememberCaptions} from './captions.js';
import {t} from './words.js';

const RETRY_MS = 3000;

/** Fresh addresses that are refused at once have another reason than their age. */
const ONCE_WITHIN_MS = 20000;

const NOT_ANY_MORE = [401, 403, 409];

/**
 * @param opened the answer that opened the playback
 * @param renew gets a fresh token and playlist, or fails with the reason why there is none
 * @param refused is told that reason
 * @param trouble where the learner reads that something is wrong
 * @return stop()
 */
export function attach(video, opened, {renew, refused, trouble}) {
  const Hls = window.Hls;
  const fresh = freshener(video, opened, renew, refused);
  if (Hls && Hls.isSupported()) {
    return attachHls(Hls, video, opened, fresh, trouble);
  }
  if (video.canPlayType('application/vnd.apple.mpegurl')) {
    return attachNative(video, opened, fresh, trouble);
  }
  trouble.textContent = t('lesson.noVideo');
  return () => null;
}

/** Loads the stream anew at the same place when its addresses are too old: after a long pause, or a night of sleep. */
function freshener(video, opened, renew, refused) {
  let last = -ONCE_WITHIN_MS;
  let underWay = false;
  return async load => {
    const now = performance.now();
    if (underWay) {
      return true;
    }
    if (now - last < ONCE_WITHIN_MS) {
      return false;
    }
    last = now;
    underWay = true;
    const wasPlaying = !video.paused;
    opened.resumeAtSeconds = video.currentTime || opened.resumeAtSeconds;
    try {
      await renew();
      load();
      if (wasPlaying) {
        video.addEventListener('canplay', () => video.play().catch(() => null), {once: true});
      }
    } catch (problem) {
      refused(problem);
    } finally {
      underWay = false;
    }
    return true;
  };
}

function attachHls(Hls, video, opened, fresh, trouble) {
  const hls = new Hls({
    startPosition: opened.resumeAtSeconds, workerPath: '/webjars/hls.js/dist/hls.worker.js', maxBufferLength: 20, capLevelToPlayerSize: true,
    xhrSetup(xhr, url) {
      const newest = withToken(url, opened.token);
      if (newest !== url) {
        xhr.open('GET', newest, true);
      }
    },
  });
  let isOver = false;
  const retry = () => {
    trouble.textContent = t('lesson.streamTrouble');
    setTimeout(() => isOver || hls.startLoad(), RETRY_MS);
  };
  const again = () => {
    if (!isOver) {
      keepCaptions();
      hls.config.startPosition = opened.resumeAtSeconds;
      hls.loadSource(opened.playlistUrl);
    }
  };
  hls.on(Hls.Events.ERROR, async (event, data) => {
    const isRefused = data.response && NOT_ANY_MORE.includes(data.response.code);
    if (isRefused && await fresh(again)) {
      return;
    }
    if (!data.fatal) {
      return;
    }
    if (data.type === Hls.ErrorTypes.NETWORK_ERROR) {
      retry();
    } else if (data.type === Hls.ErrorTypes.MEDIA_ERROR) {
      hls.recoverMediaError();
    } else {
      trouble.textContent = t('lesson.noVideo');
    }
  });
  hls.on(Hls.Events.FRAG_BUFFERED, () => { trouble.textContent = ''; });
  const keepCaptions = rememberCaptions(Hls, hls);
  hls.loadSource(opened.playlistUrl);
  hls.attachMedia(video);
  return () => {
    isOver = true;
    keepCaptions();
    hls.destroy();
  };
}

/** Playlists and keys that were named long ago are asked for with the token of today. */
function withToken(url, token) {
  return url.includes('/api/v1/playbacks/') ? url.replace(/([?&]token=)[^&]*/, '$1' + encodeURIComponent(token)) : url;
}

function attachNative(video, opened, fresh, trouble) {
  const load = () => {
    video.src = opened.playlistUrl;
    video.addEventListener('loadedmetadata', () => {
      if (opened.resumeAtSeconds > 0) {
        video.currentTime = opened.resumeAtSeconds;
      }
    }, {once: true});
  };
  const failed = async () => {
    if (!await fresh(load)) {
      trouble.textContent = t('lesson.streamTrouble');
      setTimeout(load, RETRY_MS);
    }
  };
  video.addEventListener('error', failed);
  video.addEventListener('playing', () => { trouble.textContent = ''; });
  load();
  return () => video.removeEventListener('error', failed);
}
