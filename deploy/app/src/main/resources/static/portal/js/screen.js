/** What a video is shown on: the picture, what lies over it, and tools that go away while somebody watches. */

import {h, svg} from './dom.js';
import {t} from './words.js';

const STILL_MS = 3000;

export function screen(video, over, ...tools) {
  const element = h('div', {class: 'screen'}, video, over);
  element.append(h('div', {class: 'tools'}, tools, wholeScreen(element, video)));
  hideToolsWhileStill(element, video);
  return element;
}

/** Where the browser can show more than the bare video on the whole screen, what lies over it goes along. */
function wholeScreen(element, video) {
  if (!element.requestFullscreen || !video.controlsList) {
    return null;
  }
  video.controlsList.add('nofullscreen');
  return h('button', {
    type: 'button', class: 'tool whole-screen', title: t('lesson.wholeScreen'), 'aria-label': t('lesson.wholeScreen'),
    onclick: () => document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen(),
  }, corners());
}

/** As the browser's own controls do: there when it is paused, or when a finger or a pointer stirred a moment ago. */
function hideToolsWhileStill(element, video) {
  let timer = null;
  const stir = () => {
    element.classList.remove('still');
    clearTimeout(timer);
    timer = setTimeout(() => element.classList.toggle('still', !video.paused), STILL_MS);
  };
  ['pointermove', 'pointerdown', 'focusin'].forEach(kind => element.addEventListener(kind, stir));
  ['play', 'pause'].forEach(kind => video.addEventListener(kind, stir));
}

const corners = () => svg('svg', {viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': 'true'},
  svg('path', {d: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5', fill: 'none', stroke: 'currentColor', 'stroke-width': 2}));
