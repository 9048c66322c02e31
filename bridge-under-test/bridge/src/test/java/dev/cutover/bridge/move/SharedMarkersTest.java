package dev.cutover.bridge.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SharedMarkersTest {
    private record Sent(Direction direction, Deadline deadline, CompletableFuture<Void> answer) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Markers markers = new SharedMarkers(this::send, Runnable::run);
    private final Deadline soon = Deadline.in(Duration.ofSeconds(10));
    private final Deadline later = Deadline.in(Duration.ofSeconds(20));

    @Test
    void thoseWhoAskWhileOneIsUnderWayShareTheNext() {
        CompletionStage<Void> first = markers.send(Direction.OLD_TO_NEW, soon);
        CompletionStage<Void> second = markers.send(Direction.OLD_TO_NEW, later);
        CompletionStage<Void> third = markers.send(Direction.OLD_TO_NEW, soon);
        assertThat(sent).hasSize(1);

        sent.getFirst().answer().complete(null);

        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(second.toCompletableFuture())
                .as("the first was sent before they asked")
                .isNotDone();
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().deadline()).isEqualTo(later);

        sent.getLast().answer().complete(null);

        assertThat(second.toCompletableFuture()).isCompleted();
        assertThat(third.toCompletableFuture()).isCompleted();
        assertThat(sent).hasSize(2);
    }

    @Test
    void afterOneThatFailedTheNextIsSent() {
        CompletionStage<Void> first = markers.send(Direction.OLD_TO_NEW, soon);
        CompletionStage<Void> second = markers.send(Direction.OLD_TO_NEW, soon);

        sent.getFirst().answer().completeExceptionally(new MoveAborted("no answer"));
        sent.getLast().answer().complete(null);

        assertThat(first.toCompletableFuture()).isCompletedExceptionally();
        assertThat(second.toCompletableFuture()).isCompleted();
    }

    @Test
    void oneThatCannotBeSentFailsAndBlocksNobody() {
        Markers unsendable = new SharedMarkers(
                (direction, deadline) -> {
                    throw new IllegalStateException("closed");
                },
                Runnable::run);

        assertThat(unsendable.send(Direction.OLD_TO_NEW, soon).toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(unsendable.send(Direction.OLD_TO_NEW, soon).toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void theDirectionsDoNotWaitForEachOther() {
        var unused = List.of(markers.send(Direction.OLD_TO_NEW, soon), markers.send(Direction.NEW_TO_OLD, soon));

        assertThat(sent).extracting(Sent::direction).containsExactly(Direction.OLD_TO_NEW, Direction.NEW_TO_OLD);
    }

    private CompletionStage<Void> send(Direction direction, Deadline deadline) {
        Sent marker = new Sent(direction, deadline, new CompletableFuture<>());
        sent.add(marker);
        return marker.answer();
    }
}
