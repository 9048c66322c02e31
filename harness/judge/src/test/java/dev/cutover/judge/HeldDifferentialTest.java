package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What checkers say of what systems hold, and of effects, against brute force, on random tiny worlds. */
class HeldDifferentialTest {

    @Test
    void checkersAgreeWithBruteForce() {
        var differential = new Differential<>(
                Differential.worlds(30_000),
                HeldWorld::arbitrary,
                HeldBruteForce::new,
                Map.of(
                        "authority", HeldDifferentialTest::acceptedWrongly,
                        "agreement", HeldBruteForce::disagree,
                        "kept", HeldBruteForce::changed,
                        "no-update-lost", HeldBruteForce::updateLost,
                        "side-effects", bruteForce -> bruteForce.effects().wrong()),
                HeldDifferentialTest::powerless);
        assertThat(differential.agree())
                .allSatisfy((checker, passed) -> assertThat(passed).as(checker).isGreaterThan(differential.often()));
    }

    /** It is not asked where no database tells who accepted what. */
    private static boolean acceptedWrongly(HeldBruteForce bruteForce) {
        assertThat(bruteForce.tellsAuthority()).isTrue();
        return bruteForce.acceptedWrongly();
    }

    /** What is missing may still arrive, or a routing saw no write. */
    private static boolean powerless(String checker, HeldBruteForce bruteForce) {
        return switch (checker) {
            case "authority" -> bruteForce.authorityIdle();
            case "kept" -> false;
            case "side-effects" -> !bruteForce.atRest() || bruteForce.effects().unknown();
            default -> !bruteForce.atRest();
        };
    }
}
