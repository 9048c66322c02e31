package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.PlaceholderCheck;
import dev.cutover.rehearse.load.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether one step goes to something that is there, and uses only what is known when it is done.
 *
 * @param known the values
 */
record StepCheck(EnvironmentSpec environment, Findings found, Set<String> known) {

    void step(ActionSpec step, Object... path) {
        switch (step) {
            case ActionSpec.Http http -> {
                found.endpoint(http.endpoint(), Findings.below(path, http.method()));
                text(http.endpoint().path(), Findings.below(path, http.method()));
                headers(http.headers(), path);
                http.body().ifPresent(body -> text(body, Findings.below(path, "body")));
                keep(http.keep(), path);
            }
            case ActionSpec.Run run -> run(run, path);
            case ActionSpec.Write write -> file(write, path);
            case ActionSpec.Sql sql -> {
                found.database(sql.component(), sql.database(), path);
                text(sql.sql(), Findings.below(path, "sql"));
            }
            case ActionSpec.Until until -> {
                reading(until.until(), Findings.below(path, "until"));
                keep(until.keep(), path);
            }
        }
    }

    void reading(ReadingSpec reading, Object... path) {
        switch (reading) {
            case ReadingSpec.Http http -> {
                found.endpoint(http.endpoint(), Findings.below(path, "get"));
                text(http.endpoint().path(), Findings.below(path, "get"));
                headers(http.headers(), path);
            }
            case ReadingSpec.Sql sql -> {
                found.database(sql.component(), sql.database(), path);
                text(sql.sql(), Findings.below(path, "sql"));
            }
        }
        reading.is().ifPresent(expected -> text(expected, Findings.below(path, "is")));
    }

    private void run(ActionSpec.Run run, Object... path) {
        if (found.component(run.in(), Findings.below(path, "in"))) {
            Set<String> names = new TreeSet<>(known);
            names.addAll(PlaceholderCheck.known(environment.component(run.in()), environment));
            StepCheck beside = new StepCheck(environment, found, names);
            List<String> words = run.run();
            for (int word = 0; word < words.size(); word++) {
                beside.text(words.get(word), Findings.below(path, "run", word));
            }
        }
    }

    private void file(ActionSpec.Write write, Object... path) {
        if (found.component(write.in(), Findings.below(path, "in"))) {
            found.known(
                    write.write(),
                    environment.component(write.in()).files().keySet(),
                    "is '" + write.write() + "', which is no file of '" + write.in() + "'",
                    Findings.below(path, "write"));
        }
    }

    private void headers(Map<String, String> headers, Object... path) {
        headers.forEach((name, text) -> text(text, Findings.below(path, "headers", name)));
    }

    /** What is kept must not hide what every step can use. */
    private void keep(Map<String, Place> keep, Object... path) {
        keep.keySet().stream()
                .filter(ControlSpec.VALUES::contains)
                .forEach(name -> found.wrong(
                        "is the name of a value that there is already; choose another",
                        Findings.below(path, "keep", name)));
    }

    private void text(String text, Object... path) {
        new StepText(text)
                .names()
                .forEach(name -> found.known(name, known, "uses ${" + name + "}, which stands for nothing here", path));
    }
}
