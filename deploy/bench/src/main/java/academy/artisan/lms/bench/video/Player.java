package academy.artisan.lms.bench.video;

import java.net.URI;

import academy.artisan.lms.bench.Client;
import academy.artisan.lms.bench.Goals;

/** Fetches all that a player may fetch of a video, and counts what came from where. */
record Player(Client nobody) {

    void play(String masterUrl, Goals goals) {
        var application = 0L;
        var video = 0L;
        var store = 0L;
        var storeAddress = "";
        var master = nobody.bytes(masterUrl);
        application += master.length;
        for (var playlistUrl : Learner.addresses(masterUrl, master)) {
            var playlist = nobody.bytes(playlistUrl);
            application += playlist.length;
            for (var address : Learner.addresses(playlistUrl, playlist)) {
                var host = URI.create(address).getAuthority();
                var bytes = nobody.bytes(address).length;
                if (host == null || nobody.address().endsWith(host)) {
                    video += bytes;
                } else {
                    storeAddress = host;
                    store += bytes;
                }
            }
        }
        VideoBenchmark.say("A whole video as a player fetches it, all renditions");
        VideoBenchmark.say("  playlists from the application: %,d bytes".formatted(application));
        VideoBenchmark.say("  from the object store %s: %,d bytes".formatted(storeAddress, store));
        goals.holds("%d bytes of video come from the application".formatted(video), video == 0);
    }
}
