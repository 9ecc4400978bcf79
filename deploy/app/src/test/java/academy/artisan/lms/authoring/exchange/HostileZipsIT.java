package academy.artisan.lms.authoring.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Documents;
import org.junit.jupiter.api.Test;

import static academy.artisan.lms.testing.Documents.utf8;

class HostileZipsIT extends HostileArchives {

    @Test
    void filesThatAreNoZipOfCoursesAreRefused() throws Exception {
        var zip = good.zip();
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put("not-a-zip text", utf8("你好".repeat(1000)));
        archives.put("not-a-zip half of it", Arrays.copyOf(zip, zip.length / 2));
        archives.put("not-a-zip one byte", new byte[1]);
        archives.put("not-a-zip empty", Documents.zip(Map.of()));
        archives.put("not-a-zip claims zip64", Forgery.endPatched(zip, end -> end.putShort(10, (short) 0xFFFF)));
        archives.put("not-a-zip other offset", Forgery.endPatched(zip, end -> end.putInt(16, 0)));
        archives.put("not-a-zip other count", Forgery.endPatched(zip, end -> end.putShort(10, (short) 3)));
        archives.put("missing-entry no manifest", good.without(Paths.MANIFEST).zip());
        archives.put("too-many-entries", Documents.zip(many(20_001)));
        archives.put("unsafe-path up", good.with("../evil.json", utf8("{}")).zip());
        archives.put(
                "unsafe-path inside", good.with("versions/../evil", utf8("{}")).zip());
        archives.put("unsafe-path absolute", good.with("/etc/passwd", utf8("")).zip());
        archives.put("unsafe-path windows", good.with("C:\\evil", utf8("")).zip());
        archives.put("unknown-entry", good.with("notes.txt", utf8("")).zip());
        archives.put("missing-entry no draft", good.without(Paths.DRAFT).zip());
        archives.put("duplicate-entry", twice());
        archives.put("link", Forgery.patched(zip, Paths.DRAFT, header -> {
            header.put(5, (byte) 3);
            header.putInt(38, 0120777 << 16);
        }));
        archives.put("encrypted", Forgery.patched(zip, Paths.DRAFT, header -> header.putShort(8, (short) 0x801)));
        archives.put("unknown-packing", Forgery.patched(zip, Paths.DRAFT, header -> header.putShort(10, (short) 12)));
        archives.put(
                "unpacks-too-large overlap",
                Forgery.patched(zip, Paths.DRAFT, header -> header.putInt(20, Integer.MAX_VALUE)));
        archives.put(
                "not-a-zip zip64 lies", Forgery.patched(zip, Paths.DRAFT, header -> header.putInt(20, 0xFFFFFFFF)));
        refused(archives);
    }

    private static Map<String, byte[]> many(int count) {
        var many = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, count).forEach(number -> many.put("e" + number, new byte[0]));
        return many;
    }

    private byte[] twice() {
        var zip = good.with("draft.jsoN", utf8("{}")).zip();
        var name = utf8("draft.jsoN");
        for (var at = 0; at < zip.length - name.length; at++) {
            if (Arrays.equals(zip, at, at + name.length, name, 0, name.length)) {
                zip[at + name.length - 1] = 'n';
            }
        }
        return zip;
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() throws Exception {
        var large = new byte[100 << 20];
        Arrays.fill(large, (byte) ' ');
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put(
                "entry-too-large manifest", good.with(Paths.MANIFEST, large).zip());
        archives.put(
                "entry-too-large draft that claims little",
                good.with(Paths.DRAFT, large).zip());
        archives.put(
                "unpacks-too-large draft that claims much",
                good.with(Paths.DRAFT, large).consistent().zip());
        archives.put(
                "content-unreadable deep manifest",
                good.with(Paths.MANIFEST, utf8("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                        .zip());
        archives.put(
                "content-unreadable deep draft",
                good.draft(ignored -> "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .zip());
        archives.put("media-packed", withDocument(new byte[10 << 20]).zip());
        refused(archives);
    }
}
