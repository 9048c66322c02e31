package dev.cutover.rehearse;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.rehearse.HttpCalls.Answer;
import dev.cutover.rehearse.HttpCalls.Call;
import dev.cutover.rehearse.plan.ActionSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Does lists of steps, one step after the other, and says which one failed.
 *
 * @param lists the plan's, by name
 */
record StepPlayer(
        Map<String, List<ActionSpec>> lists,
        Environment environment,
        HttpCalls http,
        Databases databases,
        Readings readings) {

    static StepPlayer of(Map<String, List<ActionSpec>> lists, Environment environment, Databases databases) {
        HttpCalls http = new HttpCalls(environment);
        return new StepPlayer(lists, environment, http, databases, new Readings(http, databases));
    }

    /**
     * Returns when the last step of the last list has returned.
     *
     * @throws RehearsalException naming the step that failed, by its list and number
     */
    void play(List<String> names, Values values, Duration within) throws InterruptedException {
        Deadline deadline = Deadline.in(within);
        for (String name : names) {
            play(name, values, deadline);
        }
    }

    private void play(String name, Values values, Deadline deadline) throws InterruptedException {
        List<ActionSpec> steps = lists.getOrDefault(name, List.of());
        for (int index = 0; index < steps.size(); index++) {
            ActionSpec step = steps.get(index);
            try {
                if (deadline.over()) {
                    throw new StepFailure("could not begin, the steps before it took all the time there was");
                }
                play(step, values, deadline);
            } catch (StepFailure | IOException | SQLException | RuntimeException e) {
                throw new RehearsalException(
                        "step %d of '%s': %s: %s".formatted(index + 1, name, described(step), told(e)), e);
            }
        }
    }

    private static String told(Exception e) {
        return e instanceof StepFailure ? String.valueOf(e.getMessage()) : e.toString();
    }

    private static String described(ActionSpec step) {
        return switch (step) {
            case ActionSpec.Http http -> call(http).toString();
            case ActionSpec.Run run -> String.join(" ", run.run()) + " in " + run.in();
            case ActionSpec.Write write -> "file " + write.write() + " of " + write.in();
            case ActionSpec.Sql sql -> "SQL on " + sql.component();
            case ActionSpec.Until until -> "waiting for a value";
        };
    }

    private void play(ActionSpec step, Values values, Deadline deadline)
            throws StepFailure, IOException, SQLException, InterruptedException {
        switch (step) {
            case ActionSpec.Http http -> http(http, values, deadline.atMost(http.within()));
            case ActionSpec.Run run -> run(run, values, deadline.atMost(run.within()));
            case ActionSpec.Write write -> environment.component(write.in()).write(write.write(), values.all());
            case ActionSpec.Sql sql -> sql(sql, values, deadline.atMost(sql.within()));
            case ActionSpec.Until until ->
                new Waiting(until, values, readings, this::play, deadline.atMost(until.within())).await();
        }
    }

    private static Call call(ActionSpec.Http http) {
        return new Call(
                http.method(), http.endpoint(), http.headers(), http.body().orElse(""));
    }

    private void http(ActionSpec.Http step, Values values, Duration limit)
            throws StepFailure, IOException, InterruptedException {
        Answer answer = http.send(call(step), values, limit);
        if (!step.accepts(answer.status())) {
            String expected = step.status().isEmpty() ? "2xx" : step.status().toString();
            throw new StepFailure("expected status %s, found %s".formatted(expected, answer));
        }
        if (!step.keep().isEmpty()) {
            values.keep(step.keep(), answer.received());
        }
    }

    private void run(ActionSpec.Run step, Values values, Duration limit) throws StepFailure, InterruptedException {
        ComponentControl.Ran ran = environment.component(step.in()).run(step.run(), values.all(), limit);
        if (ran.exit() == null) {
            throw new StepFailure(
                    "did not end within %s; its last output: %s".formatted(Told.time(limit), Told.end(ran.output())));
        }
        if (!ran.well()) {
            throw new StepFailure("expected exit code 0, found %d; its last output: %s"
                    .formatted(ran.exit(), Told.end(ran.output())));
        }
    }

    private void sql(ActionSpec.Sql step, Values values, Duration limit) throws StepFailure, SQLException {
        try (Databases.Database database = databases.connect(step.component(), step.database())) {
            database.within(limit);
            database.execute(values.inSql(step.sql()));
        }
    }
}
