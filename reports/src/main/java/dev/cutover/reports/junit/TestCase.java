package dev.cutover.reports.junit;

import dev.cutover.record.verdict.Result;
import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.Judged;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.reading.Standing;
import dev.cutover.reports.show.Characters;
import dev.cutover.reports.show.Show;
import dev.cutover.reports.show.Statement;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A check, a gate or the verdict itself.
 *
 * @param message one sentence; the text has the examples
 * @param values what was measured
 */
record TestCase(String className, String name, Problem problem, String message, String text, String values) {
    private static final int EXAMPLES = 5;
    private static final int LONGEST = 2_000;

    enum Problem {
        NONE,
        FAILURE,
        ERROR
    }

    static TestCase verdict(RunRecord run) {
        Problem problem = switch (run.standing()) {
            case GO -> Problem.NONE;
            case NO_GO -> Problem.FAILURE;
            case INCONCLUSIVE, NOT_JUDGED -> Problem.ERROR;
        };
        String gaps = run.gaps().isEmpty() ? "" : "\nincomplete: " + String.join("\nincomplete: ", run.gaps());
        boolean judged = run.standing() != Standing.NOT_JUDGED;
        return new TestCase(
                "cutover." + run.about("plan").text(),
                "verdict",
                problem,
                run.standing().text() + ": " + Statement.reason(run),
                judged ? Statement.change(run) : "The run was not judged.",
                "verdict: " + run.standing().text() + "\nreplay: " + run.replay() + gaps);
    }

    static TestCase judged(String plan, Judged judged) {
        Problem problem = switch (judged.result()) {
            case PASS -> Problem.NONE;
            case FAIL -> Problem.FAILURE;
            case UNKNOWN -> Problem.ERROR;
        };
        return new TestCase(
                "cutover." + plan + "." + judged.area(),
                judged.name(),
                problem,
                judged.message(),
                examples(judged.facts()),
                values(judged));
    }

    private static String examples(Json facts) {
        return facts.list("examples").stream()
                .limit(EXAMPLES)
                .map(example -> example.text("summary") + " " + example.text("details"))
                .collect(Collectors.joining("\n"));
    }

    private static String values(Judged judged) {
        Json facts = judged.facts();
        return judged.area().equals("gates")
                ? "value: " + facts.text("value") + "\nlimit: " + facts.text("limit")
                : "property: " + judged.title() + "\nexamined: " + Show.count(facts.count("examined"))
                        + "\nviolations: " + Show.count(facts.count("violations")) + "\n" + judged.message();
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "name", name);
        attribute(xml, "classname", className);
        xml.writeAttribute("time", "0");
        if (problem != Problem.NONE) {
            boolean failed = problem == Problem.FAILURE;
            xml.writeStartElement(failed ? "failure" : "error");
            attribute(xml, "message", message);
            xml.writeAttribute("type", failed ? Result.FAIL.name() : Result.UNKNOWN.name());
            xml.writeCharacters(fit(text));
            xml.writeEndElement();
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(fit(values));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, fit(value));
    }

    private static String fit(String text) {
        return Characters.allowed(Characters.shortened(text, LONGEST));
    }
}
