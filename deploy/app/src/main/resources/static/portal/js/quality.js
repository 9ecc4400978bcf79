/** Which size of pictures a learner wants; the next video begins with the same. */

import {h, replace} from './dom.js';
import {t} from './words.js';

const KEY = 'lms.quality';

/** As renditions are named: by the shorter side, so that an upright video has the same names. */
const nameOf = ({width, height}) => Math.min(width, height) + 'p';

/** A menu that stays away as long as there is nothing to choose from. */
export function qualityMenu() {
  const element = h('select', {id: 'quality', class: 'tool', title: t('lesson.quality'), 'aria-label': t('lesson.quality'), hidden: true});
  return {element, serve: (Hls, hls) => serve(element, Hls, hls)};
}

function serve(menu, Hls, hls) {
  const automatic = h('option', {value: ''}, t('lesson.qualityAutomatic', ''));

  hls.on(Hls.Events.MANIFEST_PARSED, (event, {levels}) => {
    const names = levels.map(nameOf);
    replace(menu, automatic, names.map(name => h('option', {value: name}, name)).reverse());
    menu.value = names.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : '';
    menu.hidden = levels.length < 2;
    if (menu.value) {
      hls.loadLevel = names.indexOf(menu.value);
    }
  });
  hls.on(Hls.Events.LEVEL_SWITCHED, (event, {level}) => {
    automatic.textContent = t('lesson.qualityAutomatic', nameOf(hls.levels[level]));
  });
  menu.onchange = () => {
    localStorage.setItem(KEY, menu.value);
    if (menu.value) {
      // What is shown plays on to its end, what is buffered after it gives way
      hls.nextLevel = hls.levels.map(nameOf).indexOf(menu.value);
    } else {
      hls.loadLevel = -1;
    }
  };
}
