package dev.cutover.chaos.network;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.processes.Await;
import dev.cutover.harness.environment.processes.RunningProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One running toxiproxy-server. */
record ToxiproxyProcess(RunningProcess process, Address admin, ToxiproxyClient client) {

    private static final Duration START_LIMIT = Duration.ofSeconds(5);
    private static final int TRIES = 5;

    /** Starts it on a free port and returns when its API answers. */
    static ToxiproxyProcess start(String name, Launcher launcher) {
        for (int i = 0; i < TRIES; i++) {
            int port = launcher.ports().take();
            var admin = new Address("127.0.0.1", port);
            var started = new ToxiproxyProcess(launcher.start(name, port), admin, new ToxiproxyClient(admin));
            if (Await.until(START_LIMIT, () -> !started.process.alive() || started.answers()) && started.isOurs()) {
                return started;
            }
            started.process.kill();
        }
        throw new ToxiproxyException(
                name + ": " + launcher.binary() + " did not serve its API within " + START_LIMIT.toSeconds() + " s in "
                        + TRIES + " tries; its log is " + launcher.logs().resolve(name + ".log"),
                null);
    }

    private boolean answers() {
        try {
            return !client.version().isEmpty();
        } catch (ToxiproxyException notYet) {
            return false;
        }
    }

    /** Another run's Toxiproxy may have taken the port first: ours would have ended, and its API would not be empty. */
    private boolean isOurs() {
        return process.alive() && client.proxies().isEmpty() && process.alive();
    }

    /** What {@code heal} needs to find this process again after a crash. */
    Map<String, Object> identity() {
        Map<String, Object> fields = new LinkedHashMap<>(ProcessState.identity(process.pid()));
        fields.put("admin", admin.toString());
        return fields;
    }
}
