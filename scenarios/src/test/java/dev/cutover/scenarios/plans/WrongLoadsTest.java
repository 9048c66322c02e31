package dev.cutover.scenarios.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.rehearse.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped plan with one thing wrong in its load each. */
class WrongLoadsTest {

    private static final Path REFERENCE = Path.of("plans/reference.yaml");

    @TempDir
    private Path directory;

    @BeforeEach
    void copyTheEnvironment() throws IOException {
        Path environments = Files.createDirectory(directory.resolve("environments"));
        Files.copy(REFERENCE.resolveSibling("environments/reference.yaml"), environments.resolve("reference.yaml"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            target: client->bridge | target: client->brigde | 'load.target' is 'client->brigde', which is no link of the environment, did you mean 'client->bridge'?
            timeout: 2 s | timeout: 0 s | 'load.timeout' must be longer than nothing
            attempts: 3 | attempts: 0 | 'load.attempts' must lie between 1 and 100
            session: 2..8 | session: 8..2 | 'load.session' must be a range such as 2..8 but is '8..2'
            warm-up: read-customer | warm-up: place-order | 'load.warm-up' is 'place-order', which is no read
            otherwise: read-orders | otherwise: read-ordres | 'load.otherwise' is 'read-ordres', which is no operation, did you mean 'read-orders'?
            steps: [place-order, pay-order] | steps: [place-order, pay-ordr] | 'load.stories.1.steps.1' is 'pay-ordr', which is no operation, did you mean 'pay-order'?
            steps: [read-customer, read-orders] | steps: [read-customer, pay-order] | 'load.stories.0.steps.1' asks for 'pay-order', which uses ${order}, and nothing before it in the story gives that
            of: place-order | of: read-orders | 'load.operations.pay-order.of' is 'read-orders', a read, which makes nothing to be about
            of: place-order | of: place-ordr | 'load.operations.pay-order.of' is 'place-ordr', which is no operation, did you mean 'place-order'?
            "email":"${email}" | "email":"${emial}" | 'load.operations.change-email.request.body' uses ${emial}, which nothing gives, did you mean 'email'?
            "email":"${email}" | "email":"${e mail}" | 'load.operations.change-email.request.body' uses ${e mail}; there are ${name} of a value, ${id}
            asks: 'PO ${customer} | asks: '${emial} | 'load.operations.place-order.asks' uses ${emial}, which nothing gives, did you mean 'email'?
            asks: 'PO ${customer} | asks: '${number 1..5} | 'load.operations.place-order.asks' draws anew what the request has drawn: draw it by 'draw' or 'with'
            asks: 'CE ${customer} ${email}' | content: [/email] | 'load.operations.change-email.content' belongs to a read that has a 'version', at which it is compared
            not: customer | not: custmer | 'load.draw.other.not' is 'custmer', which is not drawn before, did you mean 'customer'?
            ['order of ${customer}', | ['order of ${custmer}', | 'load.draw.note.one-of' uses ${custmer}, which nothing gives, did you mean 'customer'?
            entity: price | entity: prize | 'load.publish.0.entity' is 'prize', which is no entity observed of 'old', did you mean 'price'?
            link: client->kafka | link: client->bridge | 'load.publish.0.link' leads to 'bridge', which is no Kafka broker
            topic: prices | topic: prizes | 'load.publish.0.topic' is 'prizes', which is no topic of 'kafka', did you mean 'prices'?
            every: 200 ms | every: 0 ms | 'load.publish.0.every' must be 1 ms or longer
            text: ${cents} at | text: ${cnets} at | 'load.publish.0.text' uses ${cnets}, which nothing gives, did you mean 'cents'?
            component: old-db | component: kafka | 'keys.component' is 'kafka', which is no database
            """)
    void are_refused_with_the_line_and_what_to_do(String text, String other, String message) throws IOException {
        String plan = Files.readString(REFERENCE);
        int at = plan.indexOf(text);
        assertThat(at).as(text).isPositive();
        int line = plan.substring(0, at).split("\n", -1).length;
        Path file = write(plan.substring(0, at) + other + plan.substring(at + text.length()));

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(PlanException.class, refused -> {
            assertThat(refused.problems().getFirst().message()).contains(message);
            assertThat(refused.problems().getFirst().line()).isEqualTo(line);
        });
    }

    @Test
    void that_ask_too_seldom_are_refused() throws IOException {
        String plan = Files.readString(REFERENCE);
        Path rare = write(plan.replace("weight: 13, steps: [place-order, c", "weight: 0.5, steps: [place-order, c"));

        assertThatThrownBy(() -> read(rare))
                .hasMessageContaining("'load.operations.delete-order' is expected 1.0 times in phase 'bootstrap'"
                        + " (6 s at 160 operations per second), and fewer than 10 show nothing: give its stories more weight,"
                        + " hold the phase longer, or raise the rate")
                .hasMessageContaining("'load.operations.recreate-order'");
        assertThatThrownBy(() -> read(REFERENCE, "phases.dual.hold=1s"))
                .hasMessageContaining("'load.operations.recreate-order' is expected 2.6 times in phase 'dual'");
    }

    @Test
    void that_use_a_column_which_the_keys_do_not_have_are_refused() throws IOException {
        Path file = write(Files.readString(REFERENCE).replace("as c3", "as third"));

        assertThatThrownBy(() -> read(file))
                .hasMessageContaining(
                        "'load.draw.customer.one-of' uses ${c3}, which nothing gives, did you mean 'c1'?");
    }

    @Test
    void whose_keys_have_columns_without_names_are_refused() throws IOException {
        String plan = Files.readString(REFERENCE);
        Path file = write(plan.replace("select hh_no as key", "select cust.*, hh_no as key"));

        assertThatThrownBy(() -> read(file)).hasMessageContaining("'keys.sql' must name its columns");
    }

    @Test
    void with_arrivals_of_their_own_name_a_file_beside_the_plan() throws IOException {
        Path file = write(Files.readString(REFERENCE).replace("attempts: 3", "arrivals: day.csv\n  attempts: 3"));
        assertThatThrownBy(() -> read(file)).hasMessageContaining("'load.arrivals' is no log of arrivals");

        Path log = Files.writeString(directory.resolve("day.csv"), "minute,requests\n07:00,no\n");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("has no line that ends with a count above 0");

        Files.writeString(log, "minute,requests\n07:00,352\n");
        assertThat(new PlanReader(Faults.KINDS)
                        .read(file, List.of())
                        .plan()
                        .load()
                        .arrivals())
                .contains(log.toString());
    }

    private Path write(String plan) throws IOException {
        return Files.writeString(directory.resolve("plan.yaml"), plan);
    }

    private static void read(Path file, String... settings) {
        new PlanReader(Faults.KINDS).read(file, List.of(settings));
    }
}
