/** Says faintly whose screen this is, now here and now there, so that no part of a picture is without it for long. */

import {h} from './dom.js';

const MOVE_MS = 20000;

export function watermark(text) {
  const element = h('span', {class: 'watermark', 'aria-hidden': 'true'}, text);
  let timer = null;

  function move() {
    element.style.left = 4 + Math.random() * 60 + '%';
    element.style.top = 6 + Math.random() * 72 + '%';
  }

  return {
    element,
    start() {
      move();
      timer = setInterval(move, MOVE_MS);
    },
    stop() {
      clearInterval(timer);
    },
  };
}
