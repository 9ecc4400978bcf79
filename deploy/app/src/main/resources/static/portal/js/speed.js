/** A menu of speeds, no faster than what is credited; it stays away where that is the speed of life. */

import {h, replace} from './dom.js';
import {t} from './words.js';

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];

export function speedMenu(video, opened) {
  const element = h('select', {id: 'speed', class: 'tool', title: t('lesson.speed'), 'aria-label': t('lesson.speed'), hidden: true});

  function show() {
    const {maxRate} = opened.policy;
    replace(element, SPEEDS.filter(speed => speed <= maxRate).map(speed => h('option', {value: speed}, speed + '×')));
    element.hidden = maxRate <= 1;
    tell();
  }

  /** Another speed, chosen in the browser's own menu, has no line here. */
  function tell() {
    element.value = String(video.playbackRate);
  }

  element.onchange = () => {
    // What is loaded anew begins with the default
    video.defaultPlaybackRate = Number(element.value);
    video.playbackRate = Number(element.value);
  };
  video.addEventListener('ratechange', tell);
  return {element, show};
}
