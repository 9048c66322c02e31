package dev.cutover.chaos.network;

import dev.cutover.harness.environment.Address;

/** One running toxiproxy-server, whose API answers. */
interface RunningProxy {
    /** Of its first process, as this machine sees it. */
    long pid();

    Address admin();

    ToxiproxyClient client();

    /** kill -9; does nothing to one that has ended. */
    void kill();
}
