package academy.artisan.lms.search.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests to all that is searched by, none of which anybody makes who wants an answer. */
final class HostileRequests {

    private static final String SEARCH = "/api/v1/search";
    private static final String ID = "~01a2051c-5455-7337-b239-57ad2f05102c";

    /** Where a text can be put. */
    private static final List<String> TEXTS = List.of(
            "/courses?q=",
            "/suggestions?q=",
            "/passages?q=",
            "/passages?q=焊接&language=",
            "/passages?q=焊接&after=",
            "/courses?scope=DRAFTS&q=",
            "/courses?q=焊接&field=",
            "/courses?tag=",
            "/courses?level=&group=&language=",
            "/courses?after=",
            "/courses?sort=",
            "/suggestions?q=焊接&limit=",
            "/queries?field=",
            "/queries?after=",
            "/queries?state=POPULAR&from=");

    private static final List<String> PARAMETERS = List.of(
            "/courses?limit=0",
            "/courses?limit=-1",
            "/courses?limit=101",
            "/courses?limit=2147483648",
            "/courses?limit=1e2",
            "/courses?limit=",
            "/courses?limit=100&limit=100",
            "/courses?q=焊接&minHours=-1",
            "/courses?q=焊接&minHours=100000&maxHours=0",
            "/courses?maxHours=99999999999999999999",
            "/courses?minHours=NaN",
            "/courses?sort=LOST",
            "/courses?sort=NEWEST&sort=POPULAR",
            "/courses?q=焊接&q=焊接&q=焊接",
            "/courses?q[]=焊接&q[0]=焊接&__proto__=1",
            "/courses?field=" + ",".repeat(1000),
            "/courses?field=" + "a,".repeat(1000),
            "/courses?q=焊接" + "&field=a".repeat(700),
            "/courses?q=焊接" + "&tag=".repeat(1000),
            "/courses?q=焊接" + "&tag=焊接".repeat(50),
            "/courses?q=焊接&tag=" + "焊".repeat(201),
            "/courses?q=" + "焊接".repeat(16_000),
            "/suggestions?limit=0&q=焊",
            "/suggestions?limit=21&q=焊",
            "/suggestions?limit=-2147483649&q=焊",
            "/suggestions?q=" + "焊接".repeat(16_000),
            "/queries?limit=0",
            "/queries?limit=100000",
            "/queries?from=+999999999-01-01&to=9999-12-31",
            "/queries?from=0000-01-01",
            "/queries?to=2026-02-30",
            "/queries?field=" + "焊".repeat(201));

    /** Not encoded by anybody. */
    private static final List<String> BROKEN = List.of(
            "%",
            "%4",
            "%zz",
            "%u4e00",
            "%C3%28",
            "%F0%9F",
            "%E7%84",
            "%80",
            "%FF%FE",
            "%00",
            "%C0%80",
            "%ED%A0%80",
            "+%2B+",
            "%25%25%25",
            ";jsessionid=1",
            "?&=&&==",
            "%E7%84%8A%20%");

    private static final List<String> CURSORS = List.of(
            "s1.5" + ID,
            "s1E999" + ID,
            "sNaN" + ID,
            "s-1" + ID,
            "sInfinity" + ID,
            "s3.4E38" + ID,
            "s0" + ID,
            "s1E-320" + ID,
            "t0" + ID,
            "t-1" + ID,
            "t9223372036854775807" + ID,
            "t9223372036854775808" + ID,
            "t1.5" + ID,
            "p2147483648" + ID,
            "p0" + ID,
            "a0" + ID,
            "a99999999999" + ID,
            "z0" + ID,
            "z" + ID,
            "s1~1-1-1-1-1",
            "s1~",
            "",
            "\0",
            "12~焊接",
            "12~\0",
            "999999999999999999~" + "焊".repeat(60));

    private static final List<String> CLICKS = List.of(
            "",
            "{",
            "{}",
            "[]",
            "null",
            "1",
            "\"",
            "[".repeat(20_000),
            "{\"position\":1}",
            "{\"courseId\":\"x\",\"position\":1}",
            "{\"courseId\":null,\"position\":null}",
            click("-1"),
            click("0"),
            click("1E99"),
            click("1.5"),
            click("\"1\""),
            click("1,\"position\":2"),
            click("{\"position\":1}"),
            click("1,\"more\":\"" + "焊".repeat(30_000) + "\""));

    private HostileRequests() {}

    /** At least so many: those that are written down, and more of texts that are drawn. */
    static List<RawRequest> some(int count, Random random, String searchId) {
        var all = new ArrayList<RawRequest>();
        PARAMETERS.forEach(target -> all.add(get(target)));
        BROKEN.forEach(text -> {
            all.add(RawRequest.get(SEARCH + "/courses?q=" + text));
            all.add(RawRequest.get(SEARCH + "/suggestions?q=" + text));
        });
        CURSORS.forEach(cursor -> {
            all.add(RawRequest.get(SEARCH + "/courses?q=%E7%84%8A&after=" + opaque(cursor)));
            all.add(RawRequest.get(SEARCH + "/courses?sort=NEWEST&after=" + opaque(cursor)));
            all.add(RawRequest.get(SEARCH + "/queries?after=" + opaque(cursor)));
        });
        CLICKS.forEach(body -> all.add(RawRequest.post(SEARCH + "/" + searchId + "/clicks", body)));
        Stream.of("x", "%00", "0".repeat(5000), UUID.randomUUID().toString(), "焊接")
                .forEach(id -> all.add(RawRequest.post(SEARCH + "/" + uri(id) + "/clicks", click("1"))));
        HostileTexts.WRITTEN.forEach(text -> {
            all.add(RawRequest.get(SEARCH + "/courses?q=" + RawRequest.encoded(text)));
            all.add(RawRequest.get(SEARCH + "/suggestions?q=" + RawRequest.encoded(text)));
            all.add(anywhere(text, random));
        });
        HostileTexts.generated(random)
                .limit(Math.max(50, count - all.size()))
                .forEach(text -> all.add(anywhere(text, random)));
        Collections.shuffle(all, random);
        return all;
    }

    private static RawRequest anywhere(String text, Random random) {
        var place = TEXTS.get(random.nextInt(TEXTS.size()));
        return RawRequest.get(SEARCH + uri(place) + RawRequest.encoded(text));
    }

    private static RawRequest get(String target) {
        return RawRequest.get(SEARCH + uri(target));
    }

    /** Only what is no ASCII is encoded. */
    private static String uri(String readable) {
        return readable.codePoints()
                .mapToObj(Character::toString)
                .map(character -> character.charAt(0) < 128 ? character : RawRequest.encoded(character))
                .collect(Collectors.joining());
    }

    private static String opaque(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static String click(String position) {
        return "{\"courseId\":\"%s\",\"position\":%s}".formatted(ID.substring(1), position);
    }
}
