package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.ProcessSpec;
import dev.cutover.environment.process.RunningProcess;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proxies as processes on loopback.
 *
 * @param binary the program toxiproxy-server
 * @param spawner starts it, so that it dies with the testbed
 * @param ports where proxies and their APIs listen
 * @param logs directory of its log files; must exist
 */
record ProcessProxies(Path binary, Spawner spawner, FreePorts ports, Path logs) implements ProxyHost {

    private static final String HOST = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofSeconds(5);
    private static final int TRIES = 5;

    @Override
    public Address listen(Link link) {
        return new Address(HOST, ports.take());
    }

    @Override
    public RunningProxy start(Link link) {
        String name = "proxy-" + link.plainName();
        for (int i = 0; i < TRIES; i++) {
            var admin = new Address(HOST, ports.take());
            RunningProcess process = launch(name, admin.port());
            var started = new RunningProxy(admin, process::pid, process::kill);
            if (Await.until(
                            START_LIMIT,
                            () -> !process.alive() || started.client().answers())
                    && isOurs(process, started)) {
                return started;
            }
            started.kill();
        }
        throw new ToxiproxyException(
                name + ": " + binary + " did not serve its API within " + START_LIMIT.toSeconds() + " s in " + TRIES
                        + " tries; its log is " + logs.resolve(name + ".log"),
                null);
    }

    private RunningProcess launch(String name, int adminPort) {
        var command = List.of(binary.toString(), "-host", HOST, "-port", Integer.toString(adminPort));
        return spawner.start(
                new ProcessSpec(name, command, ToxiproxyNetwork.SMALL_AND_SILENT, logs, logs.resolve(name + ".log")));
    }

    /** Only the proxies, and the harness itself, may connect to servers. */
    @Override
    public void proveNoBypass(Collection<LinkProxy> proxies) {
        Set<Long> allowed = new HashSet<>();
        allowed.add(ProcessHandle.current().pid());
        proxies.forEach(proxy -> allowed.add(proxy.pid()));
        BypassCheck check = BypassCheck.now(allowed);
        proxies.forEach(proxy -> new LinkProof(proxy).proveNoBypass(check));
    }

    /** Another run's Toxiproxy may have taken the port first: ours would have ended, and its API would not be empty. */
    private static boolean isOurs(RunningProcess process, RunningProxy proxy) {
        return process.alive() && proxy.client().proxies().isEmpty() && process.alive();
    }
}
