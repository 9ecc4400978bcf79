package academy.artisan.lms.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** The unit tree and the accounts of the demonstration. */
@Component
@ConditionalOnBooleanProperty("lms.demo")
class DemoPeople {

    private static final Logger log = LoggerFactory.getLogger(DemoPeople.class);
    private static final int LEARNERS_PER_EMPLOYER = 20;

    private final Units units;
    private final People people;
    private final TeachingGroups groups;
    private final String configuredPassword;

    DemoPeople(Units units, People people, TeachingGroups groups, @Value("${lms.demo-password:}") String password) {
        this.units = units;
        this.people = people;
        this.groups = groups;
        this.configuredPassword = password;
    }

    /**
     * All or nothing, so that one password fits all accounts. A generated one is told before the accounts are there for
     * good: told and lost is a password that opens nothing, the other way round would be accounts for nobody.
     */
    @Transactional
    public void add() {
        var academy = units.add(null, Unit.Kind.ACADEMY, "工匠学院");
        var first = units.add(academy.id(), Unit.Kind.DEMONSTRATION_POINT, "示范点一");
        var second = units.add(academy.id(), Unit.Kind.DEMONSTRATION_POINT, "示范点二");
        units.add(first.id(), Unit.Kind.TEACHING_POINT, "教学点一");
        units.add(first.id(), Unit.Kind.TEACHING_POINT, "教学点二");
        units.add(second.id(), Unit.Kind.TEACHING_POINT, "教学点三");
        var accounts = new Accounts(password());
        accounts.add("admin", "管理员", Role.ADMIN, null);
        accounts.add("author1", "作者一", Role.AUTHOR, group("智能制造与装备").id());
        accounts.add("author2", "作者二", Role.AUTHOR, group("文化创意").id());
        accounts.add("reviewer1", "评审一", Role.LEAD, group("绿色能源").id());
        addEmployer(accounts, academy, "示例单位甲", List.of("焊接车间", "装配车间", "设备部"), "hr1", "人事一", "A", 1);
        addEmployer(accounts, academy, "示例单位乙", List.of("生产部", "技术部"), "hr2", "人事二", "B", 21);
    }

    private void addEmployer(
            Accounts accounts,
            Unit academy,
            String name,
            List<String> departmentNames,
            String hrUsername,
            String hrName,
            String letter,
            int firstLearner) {
        var employer = units.add(academy.id(), Unit.Kind.EMPLOYER, name);
        var office = units.add(employer.id(), Unit.Kind.DEPARTMENT, "人力资源部");
        var hr = accounts.add(hrUsername, hrName, Role.HR, employer.id());
        accounts.join(office.id(), hr, letter + "0000");
        var departments = departmentNames.stream()
                .map(department -> units.add(employer.id(), Unit.Kind.DEPARTMENT, department))
                .toList();
        for (var i = 0; i < LEARNERS_PER_EMPLOYER; i++) {
            var number = firstLearner + i;
            var learner = accounts.add("learner" + number, "学员%02d".formatted(number), null, null);
            var department = departments.get(i % departments.size());
            accounts.join(department.id(), learner, "%s%04d".formatted(letter, i + 1));
        }
    }

    private TeachingGroup group(String field) {
        return groups.all().stream()
                .filter(group -> group.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No teaching group works on " + field));
    }

    private String password() {
        if (people.find("learner1").isPresent()) {
            return "";
        }
        if (StringUtils.hasText(configuredPassword)) {
            return configuredPassword;
        }
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        var generated = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        log.info("All demonstration accounts have the password {} (told only this once)", generated);
        return generated;
    }

    /** Adds those accounts that are missing; what people changed in the others stays. */
    private final class Accounts {

        private final String password;
        private final Set<PersonId> newcomers = new HashSet<>();

        Accounts(String password) {
            this.password = password;
        }

        PersonId add(String username, String name, @Nullable Role role, @Nullable Id scope) {
            var known = people.find(username);
            var person = known.isPresent() ? known.get().id() : people.register(username, name, password);
            if (known.isEmpty()) {
                newcomers.add(person);
            }
            if (role != null) {
                people.grant(person, role, scope);
            }
            return person;
        }

        void join(UnitId unit, PersonId person, String staffNumber) {
            if (newcomers.contains(person)) {
                units.join(unit, person, staffNumber);
            }
        }
    }
}
