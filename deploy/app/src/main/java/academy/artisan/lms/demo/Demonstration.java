package academy.artisan.lms.demo;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Fills a platform with something to look at, once it is ready: accounts at once, courses beside its work. Started
 * again it adds only what is missing.
 */
@Component
@ConditionalOnBooleanProperty("lms.demo")
class Demonstration {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    private final DemoPeople accounts;
    private final DemoMade made;
    private final DemoVideos videos;
    private final DemoPublication publication;
    private final People people;
    private final TeachingGroups groups;
    private final JwtEncoder tokens;
    private final Environment environment;
    private final Clock clock;

    Demonstration(
            DemoPeople accounts,
            DemoMade made,
            DemoVideos videos,
            DemoPublication publication,
            People people,
            TeachingGroups groups,
            JwtEncoder tokens,
            Environment environment,
            Clock clock) {
        this.accounts = accounts;
        this.made = made;
        this.videos = videos;
        this.publication = publication;
        this.people = people;
        this.groups = groups;
        this.tokens = tokens;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        made.prepare();
        accounts.add();
        Thread.ofVirtual().name("demonstration").start(this::complete);
    }

    /** Adds the courses that are missing. */
    void complete() {
        try {
            var courses = DemoCourses.all().stream()
                    .filter(course -> !publication.isDone(as(course.author()), course))
                    .toList();
            addCourses(courses);
            log.info("Demonstration: complete, {} courses were added", courses.size());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            log.error("The demonstration data is incomplete; the next start goes on from here", failure);
        }
    }

    /** All films are on their way to the transcoder before the first is waited for. */
    private void addCourses(List<DemoCourse> courses) throws IOException, InterruptedException {
        var films = new LinkedHashMap<DemoCourse, Map<String, String>>();
        for (var course : courses) {
            films.put(course, videos.upload(as(course.author()), groupOf(course), course));
            if (course.videos().isEmpty()) {
                publish(course, Map.of());
            }
        }
        for (var course : courses) {
            if (!course.videos().isEmpty()) {
                var ids = films.getOrDefault(course, Map.of());
                videos.awaitReady(as(course.author()), ids.values());
                publish(course, ids);
            }
        }
    }

    private void publish(DemoCourse course, Map<String, String> videoIds) {
        publication.publish(as(course.author()), as(course.reviewer()), groupOf(course), course, videoIds);
        log.info("Demonstration: published {}", course.title());
    }

    private GroupId groupOf(DemoCourse course) {
        return groups.all().stream()
                .filter(group -> group.field().equals(course.field()))
                .map(TeachingGroup::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No teaching group works on " + course.field()));
    }

    private DemoApi as(String username) {
        var person = people.find(username).orElseThrow(() -> new IllegalStateException("No account " + username));
        var port = environment.getRequiredProperty("local.server.port");
        return DemoApi.as(person.id(), tokens, "http://127.0.0.1:" + port, clock.instant());
    }
}
