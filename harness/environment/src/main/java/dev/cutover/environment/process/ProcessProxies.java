package dev.cutover.environment.process;

import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Proxies as processes on loopback.
 *
 * @param binary finds the program
 * @param spawner starts it, so that it dies with the testbed
 * @param ports where proxies and their APIs listen
 * @param logs directory of its log files; must exist
 */
public record ProcessProxies(Supplier<Path> binary, Spawner spawner, FreePorts ports, Path logs) implements ProxyHost {

    @Override
    public Address listen(Link link) {
        return new Address(ProcessPlatform.HOST, ports.take());
    }

    @Override
    public Run start(Link link, Program program) {
        String name = "proxy-" + link.plainName();
        Address admin = listen(link);
        List<String> command = new ArrayList<>(List.of(binary.get().toString()));
        command.addAll(program.arguments().apply(admin));
        return new Proxy(
                admin,
                spawner.start(
                        new ProcessSpec(name, command, program.environment(), logs, logs.resolve(name + ".log"))));
    }

    @Override
    public boolean canBeBypassed() {
        return true;
    }

    private record Proxy(Address admin, RunningProcess process) implements Run {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public boolean alive() {
            return process.alive();
        }

        @Override
        public void kill() {
            process.kill();
        }
    }
}
