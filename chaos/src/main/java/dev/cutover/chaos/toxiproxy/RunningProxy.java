package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.spec.Address;
import java.util.function.LongSupplier;

/**
 * One running toxiproxy-server, whose API answers.
 *
 * @param admin where its API listens
 * @param process number of its first process, as this machine sees it
 * @param killing kill -9; does nothing to one that has ended
 */
record RunningProxy(Address admin, ToxiproxyClient client, LongSupplier process, Runnable killing) {

    RunningProxy(Address admin, LongSupplier process, Runnable killing) {
        this(admin, new ToxiproxyClient(admin), process, killing);
    }

    long pid() {
        return process.getAsLong();
    }

    void kill() {
        killing.run();
    }
}
