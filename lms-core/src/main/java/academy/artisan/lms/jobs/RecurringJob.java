package academy.artisan.lms.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

/** Work that is done again and again, by one node at a time; what fails is tried again when its time comes. */
public final class RecurringJob extends Job {

    private final RecurringTask<Void> task;

    private RecurringJob(String name, Schedule schedule, Runnable work) {
        this.task = Tasks.recurring(name, schedule).execute((instance, context) -> work.run());
    }

    /** With a pause in between. */
    public static RecurringJob every(Duration pause, String name, Runnable work) {
        return new RecurringJob(name, Schedules.fixedDelay(pause), work);
    }

    /** At a time of day. */
    public static RecurringJob daily(LocalTime time, ZoneId zone, String name, Runnable work) {
        return new RecurringJob(name, Schedules.daily(zone, time), work);
    }

    @Override
    RecurringTask<Void> task() {
        return task;
    }
}
