/** Which captions a learner chose; the next video begins with the same. */

const KEY = 'lms.captions';

/**
 * Shows what was chosen before as soon as a video offers it, and remembers what is chosen in the player's own menu.
 *
 * @return is to be called before a stream is taken away: that this ends its captions is nobody's choice
 */
export function rememberCaptions(Hls, hls) {
  let isChoosing = false;
  hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, (event, {subtitleTracks}) => {
    if (!isChoosing) {
      isChoosing = true;
      hls.subtitleTrack = subtitleTracks.findIndex(track => track.lang === localStorage.getItem(KEY));
    }
  });
  hls.on(Hls.Events.SUBTITLE_TRACK_SWITCH, (event, {id}) => {
    if (isChoosing) {
      localStorage.setItem(KEY, id < 0 ? '' : hls.subtitleTracks[id].lang);
    }
  });
  return () => { isChoosing = false; };
}
