package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.Environment;
import dev.cutover.environment.process.ProcessPlatform;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Link;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that learned the broker's own address would go past its proxy, and no fault would reach it. */
class KafkaListenersIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path run;

    @Test
    void tellEachClientTheAddressOfItsProxy() throws Exception {
        RuntimeSettings settings = RuntimeSettings.of(HOME, new RunDirectory(run), 1, Map.of());
        try (FileEventLog events = FileEventLog.open(run.resolve("events.jsonl"));
                Environment environment = start(settings, events)) {
            for (Link link : environment.links()) {
                Address proxy = environment.proxy(link.name());
                assertThat(advertisedAt(proxy)).isEqualTo(proxy.toString());
            }
            assertThat(topicsAt(environment.direct("kafka", "kafka"))).contains("prices", "sync.markers");
        }
    }

    private static Environment start(RuntimeSettings settings, EventLog events) {
        Platform platform = new ProcessPlatform(new ToxiproxyBinary(settings.cache())::find, settings, events);
        return new EnvironmentStart(platform, new ToxiproxyNetwork(platform.proxies()), events).start(kafkaAlone());
    }

    /** The reference environment's broker, with two links of the load injector's. */
    private static EnvironmentSpec kafkaAlone() {
        EnvironmentSpec reference = EnvironmentReader.read(HOME.resolve("scenarios/plans/environments/reference.yaml"))
                .spec();
        ComponentSpec kafka = reference.component("kafka");
        List<Link> links = reference.links().stream()
                .filter(link -> link.server().equals("kafka"))
                .limit(2)
                .map(link -> new Link(link.name(), EnvironmentSpec.CLIENT, link.server(), link.port(), link.protocol()))
                .toList();
        return new EnvironmentSpec("kafka-alone", Map.of("kafka", kafka), links, Map.of());
    }

    private static String advertisedAt(Address address) throws Exception {
        try (Admin admin = admin(address)) {
            Node broker = admin.describeCluster()
                    .nodes()
                    .get(10, TimeUnit.SECONDS)
                    .iterator()
                    .next();
            return broker.host() + ":" + broker.port();
        }
    }

    private static Set<String> topicsAt(Address address) throws Exception {
        try (Admin admin = admin(address)) {
            return admin.listTopics().names().get(10, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(Address address) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address.toString()));
    }
}
