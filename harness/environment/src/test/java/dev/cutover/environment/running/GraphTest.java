package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.EnvironmentException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GraphTest {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void each_is_done_once_after_those_it_waits_for() {
        new Graph(Map.of("app", Set.of("db", "kafka"), "kafka", Set.of("db"), "db", Set.of())).run(done::add);

        assertThat(done).containsExactly("db", "kafka", "app");
    }

    @Test
    void what_waits_for_a_failed_one_is_not_done_and_its_failure_is_thrown() {
        var graph = new Graph(Map.of("app", Set.of("db"), "db", Set.of()));

        assertThatThrownBy(() -> graph.run(name -> {
                    done.add(name);
                    throw new IllegalStateException(name + " is broken");
                }))
                .hasMessage("db is broken");
        assertThat(done).containsExactly("db");
        assertThat(graph.failed()).isTrue();
    }

    @Test
    @Timeout(10)
    void an_interruption_ends_those_under_way_and_is_kept() {
        var graph = new Graph(Map.of("app", Set.of("db"), "db", Set.of()));
        Thread caller = Thread.currentThread();

        assertThatThrownBy(() -> graph.run(name -> {
                    caller.interrupt();
                    awaitForever();
                    done.add(name);
                }))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(List.copyOf(done)).isEmpty();
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
