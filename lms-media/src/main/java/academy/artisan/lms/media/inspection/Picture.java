package academy.artisan.lms.media.inspection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture: its size from the header and whether it goes on to its end; its pixels are never unpacked. */
final class Picture {

    private static final long MOST_PIXELS = 40_000_000;
    private static final int MARK = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int PNG_SIGNATURE = 8;
    private static final int IEND = 0x49454e44;
    private static final int CHECKSUM = 4;

    private Picture() {}

    static Finding inspectJpeg(Path file) throws IOException, UnfitFile {
        try (var content = open(file)) {
            content.skipNBytes(2);
            requireEndOfJpeg(content);
        }
        return size(file, "jpeg");
    }

    static Finding inspectPng(Path file) throws IOException, UnfitFile {
        try (var content = open(file)) {
            content.skipNBytes(PNG_SIGNATURE);
            requireEndOfPng(content);
        }
        return size(file, "png");
    }

    private static Finding size(Path file, String format) throws IOException, UnfitFile {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var content = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(content, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new UnfitFile(Refusal.TOO_MANY_PIXELS);
            }
            return new Finding.Picture(width, height);
        } finally {
            reader.dispose();
        }
    }

    /** Past the segments of the head (a thumbnail among them has an end of its own) only the real end is marked so. */
    private static void requireEndOfJpeg(DataInputStream content) throws IOException {
        while (true) {
            var marker = content.readUnsignedShort();
            content.skipNBytes(content.readUnsignedShort() - 2L);
            if (marker == (MARK << Byte.SIZE | START_OF_SCAN)) {
                break;
            }
        }
        var before = 0;
        var now = content.readUnsignedByte();
        while (before != MARK || now != END_OF_IMAGE) {
            before = now;
            now = content.readUnsignedByte();
        }
    }

    private static void requireEndOfPng(DataInputStream content) throws IOException {
        int chunk;
        do {
            var length = content.readInt();
            chunk = content.readInt();
            content.skipNBytes(Integer.toUnsignedLong(length) + CHECKSUM);
        } while (chunk != IEND);
    }

    private static DataInputStream open(Path file) throws IOException {
        InputStream content = Files.newInputStream(file);
        return new DataInputStream(new BufferedInputStream(content, 1 << 16));
    }
}
