package academy.artisan.lms.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What has no pictures, and what is seldom and still a video. */
final class OddVideos extends MadeFiles {

    OddVideos(Tools tools, Path folder, Lure lure) {
        super(tools, folder, lure);
    }

    @Override
    void make(byte[] video) throws Exception {
        withoutMovingPictures();
        odd();
    }

    private void withoutMovingPictures() throws Exception {
        var text = Files.writeString(folder.resolve("text.srt"), "1\n00:00:00,000 --> 00:00:02,000\nText\n");
        add("subtitles.mkv", "no-picture", made("subtitles.mkv", "-i", text.toString(), "-c", "copy"));
        var sine = List.of("-f", "lavfi", "-i", "sine=duration=1").toArray(String[]::new);
        var sound = made("sound.m4a", sine);
        add("sound.m4a", "no-picture", sound);
        add("sound.mp3", "not-a-video", made("sound.mp3", sine));
        add(
                "cover.m4a",
                "no-picture",
                made(
                        "cover.m4a",
                        "-i",
                        folder.resolve("sound.m4a").toString(),
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:size=64x64",
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-frames:v",
                        "1",
                        "-c:v",
                        "png",
                        "-disposition:v",
                        "attached_pic"));
    }

    private void odd() throws Exception {
        for (var size : List.of("1x1", "2x2", "3x5")) {
            add(
                    size + ".mkv",
                    READY,
                    made(
                            size + ".mkv",
                            "-f",
                            "lavfi",
                            "-i",
                            "color=red:size=%s:duration=2,format=yuv444p".formatted(size),
                            "-c:v",
                            "ffv1"));
        }
        add("part.mp4", READY, made("part.mp4", "-ss", "0.5", "-i", usual(), "-c", "copy"));
        add(
                "before-zero.mkv",
                READY,
                made(
                        "before-zero.mkv",
                        "-itsoffset",
                        "-0.5",
                        "-i",
                        usual(),
                        "-c",
                        "copy",
                        "-avoid_negative_ts",
                        "disabled"));
        add(
                "attachment.mkv",
                READY,
                made(
                        "attachment.mkv",
                        "-i",
                        usual(),
                        "-c",
                        "copy",
                        "-attach",
                        folder.resolve("text.srt").toString(),
                        "-metadata:s:t",
                        "mimetype=application/x-sh"));
        var hundred = new ArrayList<>(
                List.of("-i", usual(), "-i", folder.resolve("sound.m4a").toString(), "-map", "0:v"));
        for (var track = 1; track < 100; track++) {
            hundred.addAll(List.of("-map", "1:a"));
        }
        hundred.addAll(List.of("-c", "copy"));
        add("hundred-streams.mkv", READY, made("hundred-streams.mkv", hundred.toArray(String[]::new)));
        add(
                "sound-of-384-kHz.mov",
                READY,
                tools.video(
                        folder.resolve("rate.mov"), "64x64", true, "-t", "1", "-c:a", "pcm_s16le", "-ar", "384000"));
        add(
                "thousand-frames-a-second.mp4",
                READY,
                made(
                        "thousand.mp4",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=64x64:rate=1000:duration=1",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast"));
        add(
                "never-finished.webm",
                READY,
                made(
                        "live.webm",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=64x64:duration=1",
                        "-c:v",
                        "libvpx",
                        "-f",
                        "webm",
                        "-live",
                        "1"));
    }
}
