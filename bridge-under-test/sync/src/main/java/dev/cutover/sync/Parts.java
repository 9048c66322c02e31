package dev.cutover.sync;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.apply.VersionedApplying;
import dev.cutover.sync.bootstrap.Selection;
import dev.cutover.sync.capture.EchoPolicy;
import dev.cutover.sync.lag.Behind;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Arrival;
import dev.cutover.sync.stream.Pace;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The collaborators of a sync that a variant may replace, each on its own, and the meters that it may look at.
 *
 * @param selection what the bootstrap copies
 * @param lag what is told of what was measured
 * @param crash where it may be made to crash
 */
public record Parts(
        EchoPolicy echo,
        Function<Direction, Applying> applying,
        Pace pace,
        Function<Direction, Arrival> arrival,
        Selection selection,
        UnaryOperator<Behind> lag,
        MeterRegistry meters,
        CrashPoints crash) {

    /** The reference sync. */
    public static Parts standard(MeterRegistry meters) {
        return new Parts(
                EchoPolicy.localOnly(),
                VersionedApplying::new,
                Pace.atOnce(),
                direction -> Arrival.waitsToBeApplied(),
                Selection.everything(),
                UnaryOperator.identity(),
                meters,
                CrashPoints.off());
    }

    public Parts withEcho(EchoPolicy other) {
        return new Parts(other, applying, pace, arrival, selection, lag, meters, crash);
    }

    public Parts withApplying(Function<Direction, Applying> other) {
        return new Parts(echo, other, pace, arrival, selection, lag, meters, crash);
    }

    /** Puts something around the applying of one direction; the other's stays as it is. */
    public Parts withApplying(Direction only, UnaryOperator<Applying> around) {
        return withApplying(direction -> {
            Applying present = applying.apply(direction);
            return direction == only ? around.apply(present) : present;
        });
    }

    public Parts withPace(Pace other) {
        return new Parts(echo, applying, other, arrival, selection, lag, meters, crash);
    }

    /** Replaces what happens on arrival in one direction. */
    public Parts withArrival(Direction only, Arrival other) {
        return new Parts(
                echo,
                applying,
                pace,
                direction -> direction == only ? other : arrival.apply(direction),
                selection,
                lag,
                meters,
                crash);
    }

    public Parts withSelection(Selection other) {
        return new Parts(echo, applying, pace, arrival, other, lag, meters, crash);
    }

    public Parts withLag(UnaryOperator<Behind> other) {
        return new Parts(echo, applying, pace, arrival, selection, other, meters, crash);
    }

    public Parts withCrashPoints(CrashPoints other) {
        return new Parts(echo, applying, pace, arrival, selection, lag, meters, other);
    }
}
