package dev.cutover.scenarios.load;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.rehearse.load.KeySource;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The load of the shipped plan, and keys as it reads them. */
final class ReferenceLoad {
    private ReferenceLoad() {}

    static LoadModel load(String... settings) {
        return new PlanReader(Faults.KINDS)
                .read(Path.of("plans/reference.yaml"), List.of(settings))
                .plan()
                .load();
    }

    /** Each with its three customers. */
    static KeySource keys(int count, Path directory) throws IOException {
        String rows = IntStream.rangeClosed(1, count)
                .mapToObj(key -> "%d\t%d\t%d\t%d%n".formatted(key, 3 * key - 2, 3 * key - 1, 3 * key))
                .collect(Collectors.joining());
        return new KeySource.Listed(Files.writeString(directory.resolve("keys.tsv"), "key\tc1\tc2\tc3\n" + rows));
    }
}
