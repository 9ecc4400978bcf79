package academy.artisan.lms.progress.playback;

import academy.artisan.lms.testing.ClusterTest;

@ClusterTest
class ClusterPlaybackGateIT extends PlaybackGateIT {}
