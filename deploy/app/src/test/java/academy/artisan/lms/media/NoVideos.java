package academy.artisan.lms.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import academy.artisan.lms.testing.Documents;

import static academy.artisan.lms.media.Boxes.joined;
import static academy.artisan.lms.media.Boxes.letters;

/** What is something else: another file, a picture, or a list of files somewhere else. */
final class NoVideos extends MadeFiles {

    NoVideos(Tools tools, Path folder, Lure lure) {
        super(tools, folder, lure);
    }

    @Override
    void make(byte[] video) throws Exception {
        otherFiles();
        pictures();
        listsOfOtherFiles();
    }

    private void otherFiles() throws IOException {
        var noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        add("text.mp4", "not-a-video", "This is no video.\n".repeat(50));
        add("one-byte.mp4", "not-a-video", "0");
        add("zeros.mp4", "not-a-video", new byte[100_000]);
        add("noise.mp4", "not-a-video", noise);
        add("page.mp4", "not-a-video", "<!DOCTYPE html><html><body><video src=%s>".formatted(lure.url("page")));
        add("document.mp4", "not-a-video", Documents.pdf(1, "no video"));
        add("archive.mp4", "not-a-video", Documents.zip(Map.of("bomb", new byte[20_000_000])));
        add("program.mp4", "not-a-video", joined(letters("\u007fELF\u0002\u0001\u0001"), noise));
        add("entities.mp4", "not-a-video", """
                <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <MPD>&c;&c;&c;</MPD>""");
    }

    private void pictures() throws Exception {
        add("picture.mp4", "not-a-video", Documents.picture("png", 64, 64));
        add("photo.mp4", "not-a-video", Documents.picture("jpg", 64, 64));
        add("drawing.mp4", "not-a-video", """
                <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                <svg xmlns="http://www.w3.org/2000/svg"><image href="%s"/><text>&secret;</text></svg>
                """.formatted(lure.url("drawing")));
        add("picture-in.mov", "still-picture", still("still.mov", "png"));
        add("one-frame.avi", "still-picture", still("still.avi", "mjpeg"));
        add("one-frame.mkv", "still-picture", still("still.mkv", "libx264"));
        add("animation.mp4", "not-a-video", made("animation.gif", "-f", "lavfi", "-i", "testsrc2=size=64x64:d=1"));
    }

    private void listsOfOtherFiles() {
        add("playlist.mp4", "not-a-video", playlist());
        add("local-playlist.mp4", "not-a-video", playlist().replace(lure.url("playlist.ts"), "file:///etc/passwd"));
        add("master.mp4", "not-a-video", """
                #EXTM3U
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",URI="%s"
                #EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
                %s
                """.formatted(lure.url("audio.m3u8"), lure.url("video.m3u8")));
        add("script.mp4", "not-a-video", "ffconcat version 1.0\nfile '%s'\n".formatted(lure.url("script.mp4")));
        add("local-script.mp4", "not-a-video", "ffconcat version 1.0\nfile 'file:///etc/passwd'\n");
        add("manifest.mp4", "not-a-video", """
                <?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S">
                <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>%s</BaseURL>
                <SegmentList duration="2"><Initialization sourceURL="i"/><SegmentURL media="s"/></SegmentList>
                </Representation></AdaptationSet></Period></MPD>
                """.formatted(lure.url("dash/")));
        add("session.mp4", "not-a-video", """
                v=0
                o=- 0 0 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=video %d TCP/RTP/AVP 96
                a=rtpmap:96 H264/90000
                """.formatted(lure.port()));
        add("redirection.mp4", "not-a-video", "RTSPtext\nrtsp://127.0.0.1:%d/x\n".formatted(lure.port()));
    }

    /** A playlist whose one segment is at the lure. */
    String playlist() {
        return "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n%s\n#EXT-X-ENDLIST\n"
                .formatted(lure.url("playlist.ts"));
    }
}
