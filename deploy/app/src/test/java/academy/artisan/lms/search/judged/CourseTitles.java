package academy.artisan.lms.search.judged;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/** Gives titles in the many forms that authors use, none of them twice. */
final class CourseTitles {

    /** From this copy on, a course treats one of the subjects that its own touches, too. */
    static final int FIRST_OF_TWO = 100;

    private static final List<String> OF_TWO = List.of("{}与{other}综合应用", "{}在{other}中的应用", "{}、{other}一体化课程");
    private static final List<String> BEFORE = List.of("班组长", "校企合作：", "技师讲堂：", "技能大赛备赛：", "订单班：");
    private static final List<String> INDUSTRIES = List.of("船舶企业", "轨道交通装备", "家电行业", "航空零部件");
    private static final List<String> AFTER =
            List.of("（微课）", "（2024修订）", "（线上班）", "（技师版）", "·夜校班", "（第二期）", "——企业新型学徒制");

    private final Set<String> given = new HashSet<>();

    String next(Facts facts, SplittableRandom random) {
        var forms = forms(facts);
        int first = random.nextInt(forms.size());
        var name = nameOf(facts, random);
        boolean isOfIndustry = facts.subject().field().equals("智能制造与装备");
        for (int turn = 0; ; turn++) {
            var title = decorated(forms.get((first + turn) % forms.size()).replace("{}", name), isOfIndustry, random);
            if (given.add(title)) {
                return title;
            }
        }
    }

    private static List<String> forms(Facts facts) {
        if (facts.copy() < FIRST_OF_TWO) {
            return Aspect.named(facts.aspect()).titles();
        }
        var other = facts.subject().touches().get(facts.copy() - FIRST_OF_TWO);
        return OF_TWO.stream().map(form -> form.replace("{other}", other)).toList();
    }

    /** Now and then the other name of the subject; of a model its number, mostly. */
    private static String nameOf(Facts facts, SplittableRandom random) {
        var subject = facts.subject();
        if (facts.model() != null && facts.copy() > 0) {
            return withModel(subject.name(), Objects.requireNonNull(facts.model()), random);
        }
        return subject.aliases().isEmpty() || random.nextInt(4) > 0
                ? subject.name()
                : Chance.oneOf(subject.aliases(), random);
    }

    private static String withModel(String subject, String model, SplittableRandom random) {
        if (model.contains(subject)) {
            return model;
        }
        if (random.nextInt(3) == 0) {
            return subject + "（" + model + "）";
        }
        return isLatin(subject.charAt(0)) ? model + " " + subject : model + subject;
    }

    private static boolean isLatin(char character) {
        return character < 128;
    }

    private static String decorated(String title, boolean isOfIndustry, SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> Chance.oneOf(isOfIndustry ? INDUSTRIES : BEFORE, random) + title;
            case 1, 2 -> title + Chance.oneOf(AFTER, random);
            default -> title;
        };
    }
}
