package dev.cutover.reports.junit;

import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Characters;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import dev.cutover.reports.text.Statement;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A check, a gate or the verdict itself.
 *
 * @param message one sentence; the text has the examples
 * @param values what was measured
 */
record TestCase(String className, String name, Result result, String message, String text, String values) {
    private static final int EXAMPLES = 5;
    private static final int LONGEST = 2_000;

    static TestCase verdict(Run run) {
        String verdict = Statement.verdict(run);
        String gaps = run.gaps().stream().map(gap -> "\nincomplete: " + gap).collect(Collectors.joining());
        return new TestCase(
                "cutover." + Statement.about(run, VerdictReport.Run::plan),
                "verdict",
                result(run),
                verdict + ": " + Statement.reason(run),
                run.judged() == null ? "The run was not judged." : Statement.change(run),
                "verdict: " + verdict + "\nreplay: " + Statement.replay(run) + gaps);
    }

    private static Result result(Run run) {
        return switch (run.verdict()) {
            case null -> Result.UNKNOWN;
            case GO -> Result.PASS;
            case NO_GO -> Result.FAIL;
            case INCONCLUSIVE -> Result.UNKNOWN;
        };
    }

    static TestCase check(String plan, Finding finding) {
        return new TestCase(
                "cutover." + plan + ".checks",
                finding.checker(),
                finding.result(),
                finding.message(),
                finding.examples().stream()
                        .limit(EXAMPLES)
                        .map(TestCase::example)
                        .collect(Collectors.joining("\n")),
                "property: " + finding.title() + "\nexamined: " + Format.count(finding.examined()) + "\nviolations: "
                        + Format.count(finding.violations()) + "\n" + finding.message());
    }

    private static String example(CounterExample example) {
        return example.summary() + " " + new TreeMap<>(example.details());
    }

    static TestCase gate(String plan, VerdictReport.Gate gate) {
        String value = Format.orNothing(gate.value());
        String limit = Format.orNothing(gate.limit());
        String measured = gate.limit().isEmpty() ? value : value + " (limit " + limit + ")";
        return new TestCase(
                "cutover." + plan + ".gates",
                Statement.name(gate),
                gate.result(),
                gate.detail().isEmpty() ? measured : measured + ": " + gate.detail(),
                "",
                "value: " + value + "\nlimit: " + limit);
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "name", name);
        attribute(xml, "classname", className);
        xml.writeAttribute("time", "0");
        switch (result) {
            case PASS -> {}
            case FAIL -> problem(xml, "failure");
            case UNKNOWN -> problem(xml, "error");
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(fit(values));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void problem(XMLStreamWriter xml, String element) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        xml.writeAttribute("type", result.name());
        xml.writeCharacters(fit(text));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, fit(value));
    }

    private static String fit(String text) {
        return Characters.allowed(Characters.shortened(text, LONGEST));
    }
}
