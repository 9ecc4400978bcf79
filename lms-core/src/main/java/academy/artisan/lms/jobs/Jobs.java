package academy.artisan.lms.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Work for later, arranged within the transaction of the caller: if that is undone, there is no job. */
@Service
public class Jobs {

    static final String TABLE = "jobs.job";

    private final JdbcClient jdbc;
    private final Supplier<SchedulerClient> client;

    /** The jobs are looked up late, because what they do may itself arrange jobs. */
    Jobs(JdbcClient jdbc, DataSource dataSource, ObjectProvider<Job> jobs) {
        this.jdbc = jdbc;
        this.client = SingletonSupplier.of(() -> SchedulerClient.Builder.create(
                        new TransactionAwareDataSourceProxy(dataSource),
                        jobs.stream().<Task<?>>map(Job::task).toList())
                .tableName(TABLE)
                .build());
    }

    /**
     * Has a {@link OneTimeJob} done at that time, or as soon as possible after it; one that waits already is put off or
     * moved up.
     *
     * @throws JobUnderWay if it is being done at this moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(String name, String id, Instant at) {
        if (waits(name, id)) {
            client.get().reschedule(TaskInstanceId.of(name, id), at);
        } else {
            client.get().scheduleIfNotExists(new TaskInstance<Void>(name, id), at);
        }
    }

    /**
     * Sees to it that a {@link OneTimeJob} is not done.
     *
     * @return whether there was one
     * @throws JobUnderWay if it is being done at this moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(String name, String id) {
        var waits = waits(name, id);
        if (waits) {
            client.get().cancel(TaskInstanceId.of(name, id));
        }
        return waits;
    }

    /** Keeps others from arranging the same job, and workers from beginning it, until this transaction ends. */
    private boolean waits(String name, String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:name), hashtext(:id))")
                .param("name", "job " + name)
                .param("id", id)
                .query((row, ignored) -> true)
                .single();
        Optional<Boolean> picked = jdbc.sql("""
                        select picked from jobs.job where task_name = :name and task_instance = :id for update
                        """)
                .param("name", name)
                .param("id", id)
                .query(Boolean.class)
                .optional();
        if (picked.orElse(false)) {
            throw new JobUnderWay();
        }
        return picked.isPresent();
    }
}
