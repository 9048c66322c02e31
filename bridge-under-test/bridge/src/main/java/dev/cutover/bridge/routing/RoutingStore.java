package dev.cutover.bridge.routing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where routing records are kept over restarts. Not safe for concurrent use. */
public interface RoutingStore extends Closeable {

    /** How a store is opened, in a directory of the bridge's own. */
    @FunctionalInterface
    interface Opening {
        RoutingStore open(Path directory) throws IOException;
    }

    /** The records found at opening, oldest first. */
    List<RoutingRecord> replayed();

    /** Keeps one record: it is there after a restart when this returns. */
    void append(RoutingRecord change) throws IOException;
}
