package dev.cutover.bridge.routing;

import dev.cutover.bridge.routing.RoutingTable.Ownership;
import java.io.IOException;
import java.nio.file.Path;

/** The routing in force, kept in a store: what the store does not hold yet is not in force. Reads never block. */
public final class Routing implements AutoCloseable {
    private final RoutingStore store;
    private long records;
    private volatile RoutingTable table;

    private Routing(RoutingStore store) {
        this.store = store;
        RoutingTable replayed = RoutingTable.first();
        for (RoutingRecord change : store.replayed()) {
            replayed = replayed.with(change, ++records);
        }
        this.table = replayed;
    }

    /** Opens the log in a directory and takes up where it ends. */
    public static Routing open(Path directory) throws IOException {
        return of(RoutingLog.open(directory));
    }

    /** Takes up where a store ends. */
    public static Routing of(RoutingStore store) {
        return new Routing(store);
    }

    public RoutingTable table() {
        return table;
    }

    public synchronized void declare(Target target) throws IOException {
        append(new RoutingRecord.Declared(target.mode(), target.newShare()));
    }

    /**
     * Writes down that a bucket is about to move and returns the epoch to fence with. Requests do not carry it yet: one
     * that was sent with it before the fence would pass the fence.
     */
    public synchronized long intend(int bucket) throws IOException {
        Ownership ownership = table.ownership(bucket);
        long epoch = ownership.epoch() + 1;
        store.append(new RoutingRecord.Owned(bucket, ownership.owner(), epoch));
        records++;
        return epoch;
    }

    /** The bucket belongs to another side from now on. */
    public synchronized void give(int bucket, Side owner, long epoch) throws IOException {
        append(new RoutingRecord.Owned(bucket, owner, epoch));
    }

    /** The bucket stays where it is; its requests use the intended epoch, for the fence may have been raised unseen. */
    public synchronized void keep(int bucket, long epoch) {
        Ownership ownership = table.ownership(bucket);
        publish(new RoutingRecord.Owned(bucket, ownership.owner(), Math.max(ownership.epoch(), epoch)));
    }

    @Override
    public synchronized void close() throws IOException {
        store.close();
    }

    private void append(RoutingRecord change) throws IOException {
        store.append(change);
        records++;
        publish(change);
    }

    private void publish(RoutingRecord change) {
        table = table.with(change, records);
    }
}
