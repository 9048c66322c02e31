package dev.cutover.reports.junit;

import dev.cutover.record.verdict.Result;
import dev.cutover.reports.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The test cases of one area. */
record Suite(String name, List<TestCase> cases) {

    /** An ISO instant; JUnit's schema wants it to the second. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.0-9]*Z");

    private static final int SECONDS = "2026-11-22T18:14:03".length();

    long tests() {
        return cases.size();
    }

    long failures() {
        return count(Result.FAIL);
    }

    long errors() {
        return count(Result.UNKNOWN);
    }

    private long count(Result result) {
        return cases.stream().filter(one -> one.result() == result).count();
    }

    void write(XMLStreamWriter xml, Run run) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(tests()));
        xml.writeAttribute("failures", Long.toString(failures()));
        xml.writeAttribute("errors", Long.toString(errors()));
        xml.writeAttribute("skipped", "0");
        Double lasted = run.about() == null ? null : run.about().durationSeconds();
        // JUnit has no dash: what is not known is left out.
        if (name.equals("verdict") && lasted != null) {
            xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", lasted));
        }
        if (run.about() != null && INSTANT.matcher(run.about().startedAt()).matches()) {
            xml.writeAttribute("timestamp", run.about().startedAt().substring(0, SECONDS));
        }
        for (TestCase one : cases) {
            one.write(xml);
        }
        xml.writeEndElement();
    }
}
