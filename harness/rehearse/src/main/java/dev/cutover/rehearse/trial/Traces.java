package dev.cutover.rehearse.trial;

import dev.cutover.environment.running.Await;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.StepSpec;
import dev.cutover.rehearse.trial.Asked.Sent;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who served, where no answer says it: a write stands first where it was made. */
final class Traces {

    private static final int TRIES = 5;
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final LoadModel load;
    private final Client client;
    private final Map<String, SystemReading> systems;
    private final Acknowledged acknowledged;

    Traces(LoadModel load, Client client, Map<String, SystemReading> systems, Acknowledged acknowledged) {
        this.load = load;
        this.client = client;
        this.systems = systems;
        this.acknowledged = acknowledged;
    }

    /** The one system in which a write could be seen alone; none if that cannot be told. */
    Optional<String> served() throws InterruptedException {
        Optional<Integer> story = IntStream.range(0, load.stories().size())
                .boxed()
                .filter(one -> load.stories().get(one).steps().stream()
                        .map(StepSpec::operation)
                        .anyMatch(this::seenOnBoth))
                .findFirst();
        for (int attempt = 0; story.isPresent() && attempt < TRIES; attempt++) {
            for (Asked asked : client.story(story.get())) {
                if (asked instanceof Sent sent && sent.ok()) {
                    acknowledged.add(sent);
                    Optional<String> alone = seenOnBoth(sent.operation()) ? alone(sent) : Optional.empty();
                    if (alone.isPresent()) {
                        return alone;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean seenOnBoth(String operation) {
        return systems.size() > 1 && systems.values().stream().allMatch(system -> system.shows(operation));
    }

    /** It may come to the other system later, by the sync; so whoever shows it first, and alone, has served it. */
    private Optional<String> alone(Sent sent) throws InterruptedException {
        boolean seen = Await.until(A_MOMENT, () -> systems.values().stream().anyMatch(system -> shows(system, sent)));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!seen) {
            return Optional.empty();
        }
        var all =
                systems.values().stream().filter(system -> shows(system, sent)).toList();
        return all.size() == 1 ? Optional.of(all.getFirst().system()) : Optional.empty();
    }

    private static boolean shows(SystemReading system, Sent sent) {
        return system.tables(sent.operation()).anyMatch(sql -> {
            try {
                return system.read(sql).byOperation().containsKey(sent.id());
            } catch (SQLException | IOException e) {
                return false;
            }
        });
    }
}
