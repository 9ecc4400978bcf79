package academy.artisan.lms.media;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.testing.StackTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What stories about videos start with: authors of two groups, and the tools. */
@StackTest
abstract class VideoStory {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    TeachingGroups groups;

    @Autowired
    Environment environment;

    Author author(int group) {
        return author(group, Role.AUTHOR);
    }

    Author author(int group, Role role) {
        var username = "author-" + Ids.next();
        var password = Ids.next().toString();
        GroupId groupId = groups.all().get(group).id();
        people.grant(people.register(username, "Author", password), role, groupId);
        return new Author(new Http("http://127.0.0.1:" + port, null).logIn(username, password), groupId);
    }

    Tools tools() {
        return Tools.of(environment);
    }
}
