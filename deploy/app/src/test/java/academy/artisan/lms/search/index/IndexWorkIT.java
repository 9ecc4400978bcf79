package academy.artisan.lms.search.index;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.Publisher;
import academy.artisan.lms.search.SearchApi;
import academy.artisan.lms.search.SearchTest;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import academy.artisan.lms.search.index.IndexWork.State;
import academy.artisan.lms.search.index.IndexWork.Task;
import academy.artisan.lms.testing.RequestWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SearchTest
class IndexWorkIT {

    @Autowired
    SearchApi search;

    @Autowired
    Publisher publisher;

    @Autowired
    Catalog catalog;

    @Autowired
    Indices indices;

    @Autowired
    LearnerCounts counts;

    @Autowired
    IndexWorkRecords records;

    @Autowired
    ElasticsearchCalls elasticsearch;

    @Autowired
    ElasticsearchProperties properties;

    @Autowired
    RequestWork statements;

    @Autowired
    Clock clock;

    /** An index that no other test knows. */
    private record Few(List<Entry> entries) implements Contents {

        @Override
        public String name() {
            return "few";
        }

        @Override
        public String mappings() {
            return CourseContents.NAME;
        }

        @Override
        public long count() {
            return entries.size();
        }

        @Override
        public List<Entry> after(@Nullable CourseId after) {
            return after == null ? entries : List.of();
        }

        @Override
        public List<Entry> of(Collection<CourseId> courses) {
            return Entry.each(entries, courses, 2);
        }
    }

    private static Entry entry(CourseId course) {
        return Entry.of(course, 1, Map.of("courseId", course));
    }

    @Test
    void aCheckFindsWhateverIsTooMuchHoweverMuchItIs() {
        search.ended("/checks", CourseContents.NAME);
        var surplus =
                IntStream.range(0, 2001).mapToObj(any -> entry(CourseId.next())).toList();
        indices.of(CourseContents.NAME).put(surplus);

        var work = search.ended("/checks", CourseContents.NAME);

        assertThat(work.<Integer>read("$.found.surplus")).isEqualTo(surplus.size());
        assertThat(work.<List<Object>>read("$.found.differences")).hasSize(100);
        assertThat(search.ended("/checks", CourseContents.NAME).<Integer>read("$.found.surplus"))
                .isZero();
    }

    @Test
    void manyCoursesAreReadAgainInAsFewStatementsAsAtFirst() {
        IntStream.range(0, 3).forEach(i -> publisher.publish("第" + i + "讲", "初级", "读"));
        for (var contents : indices.contents()) {
            var courses = contents.after(null).stream().map(Entry::courseId).toList();
            var first = statements.of(() -> contents.after(null)).sqlStatements();

            assertThat(statements.of(() -> contents.of(courses)).sqlStatements())
                    .as(contents.name())
                    .isLessThanOrEqualTo(first)
                    .isPositive();
        }
    }

    @Test
    void countsOfLearnersThatChangedAreReadTogether() {
        var tomorrow = clock.instant().plus(Duration.ofDays(1)).toEpochMilli() * 1000;
        var courses = IntStream.range(0, 3)
                .mapToObj(i -> publisher.publish("第" + i + "课", "初级", "数").courseId())
                .toList();
        var index = indices.of(CourseContents.NAME);
        index.put(catalog.openListings(courses).stream()
                .map(listing -> CourseContents.entry(tomorrow, listing, 100))
                .toList());
        index.refresh(index.alias());

        assertThat(statements.of(counts::bringUpToDate).sqlStatements())
                .as("their ids, their learners, the time, themselves, their learners, and that there are no others")
                .isEqualTo(6);
    }

    @Test
    void anIndexOfWhichMostIsRefusedTakesNobodysPlace() {
        var few = new Few(IntStream.range(0, 4)
                .mapToObj(any -> CourseId.next())
                .map(course -> Entry.of(course, 1, Map.of("courseId", course, "nobodyKnows", 1)))
                .toList());
        var all = new Indices(elasticsearch, properties, List.of(few));
        var index = all.of(few.name());
        var serving = index.nameOf(all.definition(few), "00000003");
        index.create(serving, all.definition(few));
        index.swapTo(serving);

        var work = records.ask(few.name(), Task.REBUILD, null, 4, clock.instant());
        new IndexWorker(all, records, clock).workOn(few);

        assertThat(records.find(work)).hasValueSatisfying(stopped -> {
            assertThat(stopped.state()).isNotEqualTo(State.ENDED);
            assertThat(stopped.failure()).contains("refuses most");
            assertThat(stopped.after()).isNull();
        });
        assertThat(index.current()).hasValue(serving);
        records.end(work, clock.instant());
    }

    @Test
    void whatIsAskedForOfTheIndexOfANewerReleaseIsLeftToThatRelease() {
        var few = new Few(List.of(entry(CourseId.next())));
        var all = new Indices(elasticsearch, properties, List.of(few));
        var worker = new IndexWorker(all, records, clock);
        var index = all.of(few.name());
        var ours = all.definition(few);
        var format = "\"format\":" + ours.format();
        assertThat(ours.json()).contains(format);
        var theirs = new IndexDefinition(ours.json().replace(format, format + "0"), ours.format() * 10, true);
        var newer = index.nameOf(theirs, "00000001");
        index.create(newer, theirs);
        index.swapTo(newer);

        for (var task : Task.values()) {
            var work = records.ask(few.name(), task, null, 1, clock.instant());
            worker.workOn(few);
            assertThat(records.find(work)).hasValueSatisfying(left -> {
                assertThat(left.state()).isNotEqualTo(State.ENDED);
                assertThat(left.failure()).contains("newer release");
            });
            assertThat(index.current()).hasValue(newer);
            assertThat(index.count()).isZero();
            records.end(work, clock.instant());
        }

        index.create(index.nameOf(ours, "00000002"), ours);
        index.swapTo(index.nameOf(ours, "00000002"));
        var work = records.ask(few.name(), Task.CHECK, null, 1, clock.instant());
        worker.workOn(few);
        assertThat(records.find(work))
                .hasValueSatisfying(done -> assertThat(done.state()).isEqualTo(State.ENDED));
        index.refresh(index.alias());
        assertThat(index.count()).isEqualTo(1);
    }
}
