package dev.cutover.rehearse.trial;

import dev.cutover.environment.running.Await;
import dev.cutover.rehearse.load.PublishSpec;
import dev.cutover.rehearse.trial.Client.Update;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Whether what is published from outside comes to both systems, as the plan reads it. */
record PublishTrials(Client client, Collection<SystemReading> systems, Trials trials) {

    void publish(PublishSpec spec, Duration limit) throws InterruptedException {
        String what = "publish to " + spec.topic();
        Object[] place = {"load", "publish", 0};
        try {
            Update update = client.publish();
            boolean there = Await.until(
                    limit, Duration.ofMillis(100), () -> lacking(spec, update).isEmpty());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (there) {
                trials.ok(what, "entity " + spec.entity() + " says '" + update.text() + "' for " + update.key());
            } else {
                trials.wrong(
                        what,
                        "the broker has it, but entity " + spec.entity() + " does not say '" + update.text() + "' for "
                                + update.key() + " on " + String.join(" and ", lacking(spec, update)),
                        "let 'text' be what observe reads of the record; or see the logs of who takes records in",
                        place);
            }
        } catch (ExecutionException e) {
            trials.wrong(
                    what, "the broker did not take it: " + e.getCause(), "see 'link', and the broker's log", place);
        }
    }

    private List<String> lacking(PublishSpec spec, Update update) {
        return systems.stream()
                .filter(system -> !update.text().equals(text(system, spec.entity(), update.key())))
                .map(SystemReading::system)
                .toList();
    }

    private static String text(SystemReading system, String entity, String key) {
        try {
            String sql = system.spec().entities().getOrDefault(entity, "");
            return system.read(sql).texts().getOrDefault(key, "");
        } catch (SQLException | IOException e) {
            return ""; // looked at again until the limit
        }
    }
}
