package dev.cutover.sync;

import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.apply.VersionedApplying;
import dev.cutover.sync.capture.EchoPolicy;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Pace;
import java.util.function.Function;

/** The collaborators of a sync that a variant may replace, each on its own. */
public record Parts(EchoPolicy echo, Function<Direction, Applying> applying, Pace pace) {

    /** The reference sync. */
    public static Parts standard() {
        return new Parts(EchoPolicy.localOnly(), VersionedApplying::new, Pace.atOnce());
    }

    public Parts withEcho(EchoPolicy other) {
        return new Parts(other, applying, pace);
    }

    public Parts withApplying(Function<Direction, Applying> other) {
        return new Parts(echo, other, pace);
    }

    public Parts withPace(Pace other) {
        return new Parts(echo, applying, other);
    }
}
