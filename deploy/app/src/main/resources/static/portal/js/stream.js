/** Brings a stream to a video element: hls.js where there are media source extensions, else the browser's own HLS (iOS). */

import {rememberCaptions} from './captions.js';
import {t} from './words.js';

const RETRY_MS = 3000;

/** Fresh addresses that are refused at once have another reason than their age. */
const ONCE_WITHIN_MS = 20000;

/** Bridges a gap in a bad line; of small pictures hls.js would fetch ten minutes, for which whoever leaves has paid in vain. */
const MOST_AHEAD_SECONDS = 60;

const NOT_ANY_MORE = [401, 403, 409];

/**
 * @param opened the answer that opened the playback
 * @param renew gets a fresh token and playlist, or fails with the reason why there is none
 * @param refused is told that reason
 * @param trouble where the learner reads that something is wrong
 * @param quality offers what there is to choose from; the browser's own HLS chooses for itself
 * @return stop()
 */
export function attach(video, opened, {renew, refused, trouble, quality}) {
  const Hls = window.Hls;
  const fresh = new Freshener(video, opened, renew, refused);
  if (Hls && Hls.isSupported()) {
    return attachHls(Hls, video, opened, fresh, {trouble, quality});
  }
  if (video.canPlayType('application/vnd.apple.mpegurl')) {
    return attachNative(video, opened, fresh, trouble);
  }
  trouble.textContent = t('lesson.noVideo');
  return () => null;
}

/**
 * Loads the stream anew at the same place when its addresses are too old: after a long pause, or a night of sleep. While
 * the platform cannot be reached it is tried again; any other refusal is final.
 */
class Freshener {
  constructor(video, opened, renew, refused) {
    Object.assign(this, {video, opened, renew, refused});
    this.last = -ONCE_WITHIN_MS;
    this.isUnderWay = false;
    this.isOver = false;
  }

  /** False if that was done a moment ago already, so that it does not help. */
  load(anew) {
    const now = performance.now();
    if (!this.isUnderWay) {
      if (now - this.last < ONCE_WITHIN_MS) {
        return false;
      }
      this.last = now;
      this.isUnderWay = true;
      this.wasPlaying = !this.video.paused;
      this.opened.resumeAtSeconds = this.video.currentTime || this.opened.resumeAtSeconds;
      this.attempt(anew);
    }
    return true;
  }

  async attempt(anew) {
    try {
      await this.renew();
    } catch (problem) {
      this.fail(problem, anew);
      return;
    }
    this.isUnderWay = false;
    if (!this.isOver) {
      anew();
      if (this.wasPlaying) {
        this.video.addEventListener('canplay', () => this.video.play().catch(() => null), {once: true});
      }
    }
  }

  fail(problem, anew) {
    if (problem.isPassing && !this.isOver) {
      setTimeout(() => this.attempt(anew), RETRY_MS);
    } else {
      this.isUnderWay = false;
      this.refused(problem);
    }
  }
}

function attachHls(Hls, video, opened, fresh, {trouble, quality}) {
  const hls = new Hls({
    startPosition: opened.resumeAtSeconds, workerPath: '/webjars/hls.js/dist/hls.worker.js', capLevelToPlayerSize: true,
    maxBufferLength: 20, maxMaxBufferLength: MOST_AHEAD_SECONDS,
    xhrSetup(xhr, url) {
      const newest = asOfNow(url, opened);
      if (newest !== url) {
        xhr.open('GET', newest, true);
      }
    },
  });
  const retry = () => {
    trouble.textContent = t('lesson.streamTrouble');
    setTimeout(() => fresh.isOver || hls.startLoad(), RETRY_MS);
  };
  const again = () => {
    keepCaptions();
    hls.config.startPosition = opened.resumeAtSeconds;
    hls.loadSource(opened.playlistUrl);
  };
  hls.on(Hls.Events.ERROR, (event, data) => {
    const isRefused = data.response && NOT_ANY_MORE.includes(data.response.code);
    if (isRefused && fresh.load(again)) {
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
  quality.serve(Hls, hls);
  hls.loadSource(opened.playlistUrl);
  hls.attachMedia(video);
  return () => {
    fresh.isOver = true;
    keepCaptions();
    hls.destroy();
  };
}

/** Playlists and keys that were named long ago are asked for as what the playback and its token are today. */
function asOfNow(url, {playbackId, token}) {
  const own = /(\/api\/v1\/playbacks\/)[^/?]+/;
  return own.test(url) ? url.replace(own, '$1' + playbackId).replace(/([?&]token=)[^&]*/, '$1' + encodeURIComponent(token)) : url;
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
  const failed = () => {
    if (!fresh.load(load)) {
      trouble.textContent = t('lesson.streamTrouble');
      setTimeout(() => fresh.isOver || load(), RETRY_MS);
    }
  };
  video.addEventListener('error', failed);
  video.addEventListener('playing', () => { trouble.textContent = ''; });
  load();
  return () => {
    fresh.isOver = true;
    video.removeEventListener('error', failed);
  };
}
