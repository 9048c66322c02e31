package dev.cutover.ci;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The arrows inside the harness")
class HarnessArchitectureTest {

    private static final JavaClasses ALL = OwnClasses.ALL;

    @Test
    void inside_the_harness_arrows_go_down() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("trial")
                .definedBy("dev.cutover.rehearse.trial..")
                .layer("simulation")
                .definedBy("dev.cutover.simulation..")
                .layer("rehearse")
                .definedBy("dev.cutover.rehearse")
                .layer("plan")
                .definedBy("dev.cutover.rehearse.plan..")
                .layer("load")
                .definedBy("dev.cutover.rehearse.load..")
                .layer("environment")
                .definedBy("dev.cutover.environment..")
                .layer("judge")
                .definedBy("dev.cutover.judge..")
                .layer("record")
                .definedBy("dev.cutover.record..")
                .whereLayer("trial")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("simulation")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rehearse")
                .mayOnlyBeAccessedByLayers("trial")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("trial", "simulation", "rehearse")
                .whereLayer("load")
                .mayOnlyBeAccessedByLayers("trial", "simulation", "rehearse", "plan")
                .whereLayer("environment")
                .mayOnlyBeAccessedByLayers("trial", "rehearse", "plan", "load")
                .whereLayer("judge")
                .mayOnlyBeAccessedByLayers("simulation", "rehearse")
                .check(ALL);
    }

    @Test
    void runtimes_know_what_they_share_and_not_each_other() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("processes")
                .definedBy("dev.cutover.environment.process..")
                .layer("containers")
                .definedBy("dev.cutover.environment.container..")
                .layer("running")
                .definedBy("dev.cutover.environment.running..")
                .whereLayer("processes")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("containers")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("running")
                .mayOnlyBeAccessedByLayers("processes", "containers")
                .check(ALL);
    }

    @Test
    void the_judge_has_no_threads_clocks_chance_files_or_sockets() {
        noClasses()
                .that()
                .resideInAPackage("dev.cutover.judge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "java.util.random..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(ALL);
    }
}
