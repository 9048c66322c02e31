package dev.cutover.bridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.bridge.routing.RoutingTable.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingLogTest {
    @TempDir
    private Path directory;

    @Test
    void whatWasPutInForceIsInForceAfterARestart() throws Exception {
        RoutingTable before;
        try (Routing routing = Routing.open(directory)) {
            routing.give(0, Side.NEW, routing.intend(0));
            routing.declare(new Target(Mode.SPLIT, 1 / 64.0));
            before = routing.table();
        }
        try (Routing routing = Routing.open(directory)) {
            assertThat(routing.table()).isEqualTo(before);
            assertThat(routing.table().inForce()).isEqualTo(new Target(Mode.SPLIT, 1 / 64.0));
        }
    }

    @Test
    void anIntentIsUsedOnlyAfterTheMoveEndedOrARestart() throws Exception {
        try (Routing routing = Routing.open(directory)) {
            assertThat(routing.intend(5)).isEqualTo(1);
            assertThat(routing.table().ownership(5)).isEqualTo(new Ownership(Side.OLD, 0));
        }
        try (Routing routing = Routing.open(directory)) {
            assertThat(routing.table().ownership(5)).isEqualTo(new Ownership(Side.OLD, 1));
            routing.keep(5, routing.intend(5));
            assertThat(routing.table().ownership(5)).isEqualTo(new Ownership(Side.OLD, 2));
        }
    }

    @Test
    void theEpochOfTheRoutingGrowsAcrossARestart() throws Exception {
        long before;
        try (Routing routing = Routing.open(directory)) {
            routing.keep(5, routing.intend(5));
            before = routing.table().epoch();
            assertThat(before).isPositive();
        }
        try (Routing routing = Routing.open(directory)) {
            assertThat(routing.table().epoch()).isGreaterThanOrEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"bucket\":1,\"own", "{\"bucket\":1,\"owner\":\"new\",\"epoch\":9}", "x"})
    void aTornLastLineIsCutOff(String torn) throws Exception {
        try (Routing routing = Routing.open(directory)) {
            routing.give(0, Side.NEW, routing.intend(0));
        }
        Files.writeString(file(), torn, StandardOpenOption.APPEND);

        try (Routing routing = Routing.open(directory)) {
            assertThat(routing.table().ownership(1)).isEqualTo(new Ownership(Side.OLD, 0));
            routing.give(1, Side.NEW, routing.intend(1));
        }
        assertThat(Files.readAllLines(file())).hasSize(4).allMatch(line -> line.endsWith("}"));
        try (Routing routing = Routing.open(directory)) {
            assertThat(routing.table().onNew()).isEqualTo(2);
        }
    }

    @Test
    void itsLinesStayReadableByOtherVersions() throws Exception {
        try (Routing routing = Routing.open(directory)) {
            routing.give(5, Side.NEW, 3);
            routing.declare(new Target(Mode.SPLIT, 0.25));
        }
        assertThat(Files.readAllLines(file()))
                .containsExactly(
                        "{\"bucket\":5,\"owner\":\"new\",\"epoch\":3}", "{\"mode\":\"split\",\"newShare\":0.25}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bucket\":1,\"owner\":\"neu\",\"epoch\":9}",
                "{\"bucket\":64,\"owner\":\"new\",\"epoch\":9}",
                "{\"bucket\":1,\"owner\":\"new\"}",
                "{\"mode\":\"split\"}",
                "{\"mode\":\"split\",\"newShare\":2}",
                "{}",
                "null"
            })
    void aBrokenLineInTheMiddleIsNotGuessedAt(String broken) throws Exception {
        Files.writeString(file(), broken + "\n{\"mode\":\"old\",\"newShare\":0}\n");

        assertThatThrownBy(() -> Routing.open(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1");
    }

    private Path file() {
        return directory.resolve("routing.jsonl");
    }
}
