package dev.cutover.rehearse.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.trial.Trial.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A tiny world that is examined: what is wrong with it is said before, what was told is there after. */
abstract class Examined {

    @TempDir
    Path directory;

    final TinyWorld world = new TinyWorld();
    final Map<String, Asked.Answer> otherwise = new HashMap<>();
    final List<Trial> told = new ArrayList<>();

    @AfterEach
    void nobodyIsInterrupted() {
        boolean unused = Thread.interrupted();
    }

    void examine(String plan, String... down) throws IOException, InterruptedException {
        Path file = TinyPlan.write(directory, plan);
        Plan read = new PlanReader(Map.of()).read(file, List.of()).plan();
        RunDirectory run = new RunDirectory(directory.resolve("run"));
        Files.createDirectories(run.journal());
        Files.createDirectories(run.observed());
        TinyClient client = new TinyClient(world, read.load());
        client.otherwise.putAll(otherwise);
        Trials trials = new Trials(YamlFile.read(file), told::add);
        try (EventLog events = FileEventLog.open(run.events())) {
            new Examination(read, TinyParts.of(world), new Down(Set.of(down)), run, events, trials)
                    .run("edge", () -> client);
        }
    }

    Trial trial(String what) {
        return told.stream()
                .filter(trial -> trial.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + what + "' was not tried: " + told));
    }

    Trial wrong(String what) {
        Trial trial = trial(what);
        assertThat(trial.result()).as(trial.toString()).isEqualTo(Result.WRONG);
        return trial;
    }

    static int line(String beginning) {
        List<String> lines = TinyPlan.PLAN.lines().map(String::strip).toList();
        return lines.indexOf(beginning) + 1;
    }
}
