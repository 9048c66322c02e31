package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is printed with a verdict runs the same again. */
class ReplayTest {

    @BeforeAll
    static void theCheckout() {
        System.setProperty(
                "cutover.home", Path.of("..").toAbsolutePath().normalize().toString());
        System.setProperty("cutover.launcher", "./cutover");
    }

    @AfterAll
    static void noHome() {
        System.clearProperty("cutover.home");
        System.clearProperty("cutover.launcher");
    }

    @Test
    void saysWhatWasDrawnAndChosen() {
        assertThat(replay(Optional.empty())).isEqualTo("./cutover rehearse --seed 42 --runtime processes");
    }

    @Test
    void namesThePlanAndItsBridge() {
        ResolvedPlan notes = parsed("notes").read(RuntimeChoice.Name.PROCESSES);
        Optional<BrokenBridge> broken = Optional.of(BrokenBridge.named("without-back-sync", Home.bridges(notes)));
        assertThat(replay(broken, "notes"))
                .isEqualTo("./cutover rehearse notes --bridge without-back-sync --seed 42 --runtime processes");
    }

    @Test
    void keepsWhatWasChanged() {
        assertThat(replay(Optional.empty(), "--set", "load.at-most=2min", "--image", "jre=registry.example/jre:25"))
                .isEqualTo("./cutover rehearse --seed 42 --runtime processes"
                        + " --set load.at-most=2min --image jre=registry.example/jre:25");
    }

    @Test
    void canBeTypedWhateverIsInIt(@TempDir Path directory) throws Exception {
        Path plan = directory.resolve("it's mine.yaml");
        Files.writeString(
                plan,
                Files.readString(Home.plan("reference"))
                        .replace("environments/", Home.plans() + "/environments/")
                        .replace("bridges: ", "bridges: " + Home.plans() + "/"));
        assertThat(replay(Optional.empty(), plan.toString())).contains(" '" + directory + "/it'\\''s mine.yaml' ");
    }

    @Test
    void whatWasLookedAtIsRehearsedByItsName() {
        PlanOptions options = parsed("notes", "--runtime", "processes", "--set", "load.at-most=2min");
        assertThat(Replay.first(Home.plan("notes"), options.givenWithRuntime()))
                .isEqualTo("./cutover rehearse notes --runtime processes --set load.at-most=2min");
        assertThat(Replay.first(Path.of("/x/my plan.yaml"), List.of()))
                .isEqualTo("./cutover rehearse '/x/my plan.yaml'");
        assertThat(Replay.first(Home.plan("reference"), List.of())).isEqualTo("./cutover rehearse");
    }

    private static String replay(Optional<BrokenBridge> bridge, String... words) {
        PlanOptions options = parsed(words);
        var choice = new RuntimeChoice(RuntimeChoice.Name.PROCESSES, "");
        ResolvedPlan read = options.read(choice.name());
        return Replay.of(new Assembly(read, bridge, 42, choice, options.images(read), Home.path()), options.given());
    }

    private static PlanOptions parsed(String... words) {
        return CommandLine.populateCommand(new PlanOptions(), words);
    }
}
