package academy.artisan.lms.demo;

import java.util.Optional;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demonstration has made so far, so that it goes on after an interruption and repeats nothing. */
@Component
@ConditionalOnBooleanProperty("lms.demo")
class DemoMade {

    private final JdbcClient jdbc;

    DemoMade(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only a platform with demonstration data has this table. */
    void prepare() {
        jdbc.sql("create schema if not exists demo").update();
        jdbc.sql("create table if not exists demo.made (name text primary key, id text not null)")
                .update();
    }

    Optional<String> find(String name) {
        return jdbc.sql("select id from demo.made where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    void note(String name, String id) {
        jdbc.sql("insert into demo.made (name, id) values (:name, :id) on conflict (name) do update set id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }
}
