package dev.cutover.ci;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The arrows of docs/design.md")
class ArchitectureTest {

    private static final int FEWEST_CLASSES = 300;
    private static final JavaClasses ALL = OwnClasses.ALL;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record",
                "judge",
                "environment",
                "rehearse",
                "simulation",
                "chaos",
                "reports",
                "scenarios",
                "junit",
                "kit",
                "oldsystem",
                "newsystem",
                "payments",
                "thirdparty",
                "kafka",
                "bridge",
                "sync",
                "crash",
                "broken"
            })
    void every_part_was_seen(String part) {
        assertThat(ALL.that(resideIn("dev.cutover." + part)))
                .as("classes of " + part)
                .isNotEmpty();
        assertThat(ALL).as("classes of all parts").hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void parts_know_only_what_lies_below_them() {
        parts().check(ALL);
    }

    @Test
    void a_wrong_arrow_would_be_seen() {
        LayeredArchitecture upsideDown = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("harness")
                .definedBy(
                        "dev.cutover.record..",
                        "dev.cutover.judge..",
                        "dev.cutover.environment..",
                        "dev.cutover.rehearse..")
                .layer("chaos")
                .definedBy("dev.cutover.chaos..")
                .whereLayer("harness")
                .mayNotBeAccessedByAnyLayer();
        assertThat(upsideDown.evaluate(ALL).hasViolation()).isTrue();
    }

    @Test
    void tests_that_rehearse_know_only_the_record() {
        noClasses()
                .that()
                .resideInAPackage("dev.cutover.junit..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.cutover..")
                        .and(not(JavaClass.Predicates.resideInAnyPackage(
                                "dev.cutover.junit..", "dev.cutover.record.."))))
                .check(ALL);
    }

    @Test
    void foreign_types_stay_where_they_belong() {
        for (var border : List.of(
                List.of("io.gatling..", "dev.cutover.scenarios.."),
                List.of("org.testcontainers..", "dev.cutover.environment.container.."),
                List.of("com.github.dockerjava..", "dev.cutover.environment.container.."),
                List.of("io.vertx..", "dev.cutover.bridge.."),
                List.of("io.debezium..", "dev.cutover.sync.."),
                List.of("com.github.tomakehurst..", "dev.cutover.payments.."))) {
            classes()
                    .that()
                    .resideInAPackage("dev.cutover..")
                    .and()
                    .resideOutsideOfPackages(border.get(1), "dev.cutover.broken..", "dev.cutover.thirdparty..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage(border.get(0))
                    .check(ALL);
        }
    }

    private static LayeredArchitecture parts() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.cutover..")
                .layer("scenarios")
                .definedBy("dev.cutover.scenarios..")
                .layer("junit")
                .definedBy("dev.cutover.junit..")
                .layer("reports")
                .definedBy("dev.cutover.reports..")
                .layer("chaos")
                .definedBy("dev.cutover.chaos..")
                .layer("harness")
                .definedBy(
                        "dev.cutover.record..",
                        "dev.cutover.judge..",
                        "dev.cutover.environment..",
                        "dev.cutover.rehearse..",
                        "dev.cutover.simulation..")
                .layer("old system")
                .definedBy("dev.cutover.oldsystem..")
                .layer("new system")
                .definedBy("dev.cutover.newsystem..")
                .layer("kit")
                .definedBy("dev.cutover.kit..")
                .layer("payments")
                .definedBy("dev.cutover.payments..")
                .layer("third party")
                .definedBy("dev.cutover.thirdparty..")
                .layer("kafka")
                .definedBy("dev.cutover.kafka..")
                .layer("bridge")
                .definedBy("dev.cutover.bridge..")
                .layer("sync")
                .definedBy("dev.cutover.sync..")
                .layer("crash points")
                .definedBy("dev.cutover.crash..")
                .layer("broken bridges")
                .definedBy("dev.cutover.broken..")
                .whereLayer("scenarios")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("junit")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("reports")
                .mayOnlyBeAccessedByLayers("scenarios")
                .whereLayer("chaos")
                .mayOnlyBeAccessedByLayers("scenarios")
                .whereLayer("harness")
                .mayOnlyBeAccessedByLayers("scenarios", "junit", "reports", "chaos")
                .whereLayer("old system")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("new system")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("kit")
                .mayOnlyBeAccessedByLayers("old system", "new system")
                .whereLayer("payments")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("third party")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("kafka")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("bridge")
                .mayOnlyBeAccessedByLayers("broken bridges")
                .whereLayer("sync")
                .mayOnlyBeAccessedByLayers("broken bridges")
                .whereLayer("crash points")
                .mayOnlyBeAccessedByLayers("bridge", "sync")
                .whereLayer("broken bridges")
                .mayNotBeAccessedByAnyLayer();
    }

    private static DescribedPredicate<JavaClass> resideIn(String name) {
        return JavaClass.Predicates.resideInAPackage(name + "..");
    }
}
