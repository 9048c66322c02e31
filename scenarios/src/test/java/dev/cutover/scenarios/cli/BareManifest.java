package dev.cutover.scenarios.cli;

import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Role;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of a run that owes next to nothing. */
final class BareManifest {

    private BareManifest() {}

    static void write(RunDirectory directory) throws IOException {
        new Manifest(
                        Manifest.SCHEMA,
                        "plan",
                        1,
                        "reference",
                        "processes",
                        "",
                        "",
                        new Manifest.ClockBase(0, ""),
                        new Manifest.Machine(2, 1_024, "", ""),
                        new Manifest.Versions("", ""),
                        List.of(new Manifest.Kind("pay", Role.APPEND, null)),
                        List.of("old"),
                        List.of("old", "new"),
                        new Obligations(
                                Map.of(),
                                "old",
                                0,
                                false,
                                List.of(),
                                0,
                                List.of(),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                null,
                                false,
                                false,
                                false,
                                false,
                                List.of(),
                                false,
                                new TreeMap<>(),
                                new Limits(1, 1, 1, 1, 0, new TreeMap<>())))
                .write(directory);
    }
}
