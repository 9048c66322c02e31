package dev.cutover.bridge.traffic;

/** Closes and opens buckets, from any thread but the loop's; blocks for as long as the loop needs to get there. */
public final class Gate {
    private final EventLoop loop;
    private final Hold hold;
    private final Dispatch dispatch;

    public Gate(EventLoop loop, Hold hold, Dispatch dispatch) {
        this.loop = loop;
        this.hold = hold;
        this.dispatch = dispatch;
    }

    /** From its return on, requests of the bucket wait. */
    public void close(int bucket) {
        loop.run(() -> {
                    hold.close(bucket);
                    return bucket;
                })
                .join();
    }

    /** Lets the bucket's requests go, first come first; returns how many had waited. */
    public int open(int bucket) {
        return loop.run(() -> dispatch.release(bucket)).join();
    }
}
