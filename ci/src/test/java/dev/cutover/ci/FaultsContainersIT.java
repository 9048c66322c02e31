package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.chaos.fault.AckLost;
import dev.cutover.chaos.fault.Direction;
import dev.cutover.chaos.fault.Down;
import dev.cutover.chaos.fault.Fault;
import dev.cutover.chaos.fault.Faults;
import dev.cutover.chaos.fault.Freeze;
import dev.cutover.chaos.fault.Kill;
import dev.cutover.chaos.fault.OutOfMemory;
import dev.cutover.chaos.fault.Pause;
import dev.cutover.chaos.fault.Restart;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.Environment;
import dev.cutover.environment.container.ContainerPlatform;
import dev.cutover.environment.container.Images;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.Disturbance;
import dev.cutover.rehearse.plan.FaultSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Faults on containers")
@EnabledIf("dev.cutover.ci.Containers#engineAnswers")
class FaultsContainersIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static ToxiproxyNetwork network;

    @TempDir
    static Path run;

    private static FileEventLog events;
    private static Environment environment;

    @BeforeAll
    static void start() throws IOException {
        events = FileEventLog.open(run.resolve("events.jsonl"));
        var images = Images.read(HOME.resolve("scenarios/plans/environments/images.yaml"));
        var settings = RuntimeSettings.of(HOME, new RunDirectory(run), 1, Map.of());
        var platform = new ContainerPlatform(images, settings, events);
        network = new ToxiproxyNetwork(platform.proxies());
        environment = new EnvironmentStart(platform, network, events).start(databaseAndPayments());
    }

    private static EnvironmentSpec databaseAndPayments() {
        EnvironmentSpec reference = EnvironmentReader.read(HOME.resolve("scenarios/plans/environments/reference.yaml"))
                .spec();
        Map<String, ComponentSpec> two =
                Map.of("old-db", reference.component("old-db"), "payments", reference.component("payments"));
        List<Link> links = List.of(
                new Link("client->db", EnvironmentSpec.CLIENT, "old-db", "sql", Protocol.POSTGRES),
                new Link("client->payments", EnvironmentSpec.CLIENT, "payments", "http", Protocol.HTTP));
        return new EnvironmentSpec("two", two, links, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        environment.close();
        events.close();
        assertThat(Containers.of(run)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("onComponents")
    void are_seen_from_outside_and_healed(Disturbance what) throws Exception {
        long before = environment.component("payments").pid();
        Fault fault = fault(what, "payments");

        fault.inject();
        assertThat(fault.verify().active()).as(fault.verify().evidence()).isTrue();
        fault.heal();

        assertThat(environment.component("payments").alive()).isTrue();
        assertThat(environment.component("payments").paused()).isFalse();
        assertThat(environment.component("payments").pid() == before).isEqualTo(what instanceof Pause);
    }

    @Test
    void leave_a_killed_database_its_address_and_its_rows() throws Exception {
        Address before = environment.proxy("client->db");
        execute("create table kept as select 42 as answer");
        Fault kill = fault(new Kill(), "old-db");

        kill.inject();
        kill.heal();

        assertThat(environment.proxy("client->db")).isEqualTo(before);
        assertThat(answer()).isEqualTo(42);
    }

    @ParameterizedTest
    @MethodSource("onLinks")
    void on_links_are_seen_from_outside_and_healed(Disturbance what) throws Exception {
        Fault fault = fault(what, "client->payments");

        fault.inject();
        assertThat(fault.verify().active()).as(fault.verify().evidence()).isTrue();
        fault.heal();

        assertThat(network.proxy("client->payments")
                        .probe(Duration.ofSeconds(2))
                        .answered())
                .isTrue();
    }

    @Test
    void on_a_link_whose_proxy_must_be_replaced_keep_its_address() {
        var proxy = network.proxy("client->payments");
        Address before = proxy.listen();

        proxy.recreate();

        assertThat(proxy.listen()).isEqualTo(before);
        assertThat(proxy.probe(Duration.ofSeconds(2)).answered()).isTrue();
    }

    private static Stream<Disturbance> onComponents() {
        return Stream.of(new Kill(), new Pause(), new Restart(Restart.How.GRACEFUL), new OutOfMemory());
    }

    private static Stream<Disturbance> onLinks() {
        return Stream.of(new Down(), new Freeze(Direction.BOTH, 1), new AckLost());
    }

    private static Fault fault(Disturbance what, String target) {
        var spec = new FaultSpec(what.name() + "-1", what, target, Duration.ZERO, Duration.ofSeconds(1));
        return new Faults(network::proxy, environment, (component, point) -> {}).make(spec);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection session = session();
                Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer() throws SQLException {
        try (Connection session = session();
                Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery("select answer from kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    private static Connection session() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + environment.proxy("client->db") + "/old",
                "postgres",
                environment.databasePassword());
    }
}
