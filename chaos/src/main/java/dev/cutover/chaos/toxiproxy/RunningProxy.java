package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One running toxiproxy-server, whose API answers. */
record RunningProxy(ProxyHost.Run process, ToxiproxyClient client) {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int TRIES = 5;

    /** One thread is enough for a link, and more than a dozen of these share the machine with what is tested. */
    private static final ProxyHost.Program TOXIPROXY = new ProxyHost.Program(
            admin -> List.of("-host=" + admin.host(), "-port=" + admin.port()),
            Map.of("GOMAXPROCS", "1", "LOG_LEVEL", "fatal"));

    /** Starts a link's, or another one in the place of one that was killed. */
    static RunningProxy start(Link link, ProxyHost host) {
        for (int i = 0; i < TRIES; i++) {
            ProxyHost.Run process = host.start(link, TOXIPROXY);
            var started = new RunningProxy(process, new ToxiproxyClient(process.admin()));
            if (started.answers() && started.isOurs()) {
                return started;
            }
            started.kill();
        }
        throw new ToxiproxyException(
                "link " + link.name() + ": toxiproxy-server did not serve its API within " + START_LIMIT.toSeconds()
                        + " s in " + TRIES + " tries; see proxy-" + link.plainName() + ".log among the run's logs",
                null);
    }

    private boolean answers() {
        return Await.until(START_LIMIT, () -> !process.alive() || client.answers());
    }

    /** Another run's Toxiproxy may have taken the port first: ours would have ended, and its API would not be empty. */
    private boolean isOurs() {
        return process.alive() && client.proxies().isEmpty() && process.alive();
    }

    Address admin() {
        return process.admin();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.kill();
    }
}
